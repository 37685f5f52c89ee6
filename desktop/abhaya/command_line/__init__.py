"""The command line: everything the window does, on the same core, without a display."""
