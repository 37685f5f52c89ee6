"""Forms that others wrote."""
