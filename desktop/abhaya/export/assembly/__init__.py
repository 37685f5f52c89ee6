"""Fragments joined into one PDF file, written once from front to back."""
