"""Flowables and page templates that write tagged PDF."""
