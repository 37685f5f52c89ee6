"""What is filled in by hand where somebody signs, by the mark ``abhaya:print`` of the note."""

from __future__ import annotations

SIGNED_AND_NAMED = ("signature", "name", "date")
SIGNED = ("signature", "date")
"""Below a label that quotes the name already."""

SIGNATURE_LINES = {"signature": ("signature", "name", "rank", "date"), "signature_person": SIGNED_AND_NAMED}
"""Of an officer, and of a person without a rank."""
