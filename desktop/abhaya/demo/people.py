"""The invented officers of the demo station."""

from __future__ import annotations

from abhaya.cases.role import Role

PASSPHRASE = "lantern river mustard kite"  # noqa: S105 - everybody's, shown on the unlock screen of the demo
SUPERVISOR = "Inspector Meera Chauhan (DEMO)"
PEOPLE = (
    ("SI Arvind Yadav (DEMO)", Role.INVESTIGATOR),
    ("Adv. Sunita Gurung (DEMO)", Role.LEGAL_AID),
    ("Head Clerk Imran Ansari (DEMO)", Role.ADMINISTRATOR),
)
