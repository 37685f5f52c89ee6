"""Fonts and styles of the printed page."""
