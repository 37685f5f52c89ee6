"""Reads an XForm back into the rows of sheets it can be made from."""
