"""Keeping photos and papers with a case."""
