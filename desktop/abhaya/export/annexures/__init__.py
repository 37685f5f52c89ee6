"""Photos and foreign PDF files as pages of the bundle."""
