"""Fonts, icons, styles and translations."""
