"""Printing a case for court."""
