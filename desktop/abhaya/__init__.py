"""Abhaya documents trafficking cases with the victim at the centre."""
