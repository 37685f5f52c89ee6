"""The invented officers of the demo station."""

from __future__ import annotations

from abhaya.cases.role import Role

PASSPHRASE = "lantern river mustard kite"  # noqa: S105 - everybody's, shown on the unlock screen of the demo
SUPERVISOR = "Meera Chauhan, Inspector (DEMO)"
PEOPLE = (
    ("Arvind Yadav, SI (DEMO)", Role.INVESTIGATOR),
    ("Sunita Gurung, Advocate (DEMO)", Role.LEGAL_AID),
    ("Imran Ansari, Head Clerk (DEMO)", Role.ADMINISTRATOR),
)
