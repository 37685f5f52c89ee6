"""The screen on which a form is filled: sections on the left, the questions of one section on the right."""
