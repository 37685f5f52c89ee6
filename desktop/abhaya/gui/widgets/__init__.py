"""Small controls used on more than one screen."""
