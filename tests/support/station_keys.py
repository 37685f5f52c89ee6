"""Keys for tests; no key of a station ever looks like these."""

KEY = bytes(range(32))
SALT = bytes(range(100, 116))
