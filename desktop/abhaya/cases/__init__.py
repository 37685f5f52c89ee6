"""What a station keeps, as plain data without input or output."""
