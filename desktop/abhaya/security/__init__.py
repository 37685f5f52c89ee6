"""Passphrases, key slots, vault keys and case keys."""
