"""The invented people of the demo station, named without a rank: forms ask for that themselves."""

from __future__ import annotations

from abhaya.cases.role import Role

PASSPHRASE = "lantern river mustard kite"  # noqa: S105 - everybody's, shown on the unlock screen of the demo
SUPERVISOR = "Meera Chauhan (DEMO)"
PEOPLE = (
    ("Arvind Yadav (DEMO)", Role.INVESTIGATOR),
    ("Sunita Gurung (DEMO)", Role.LEGAL_AID),
    ("Imran Ansari (DEMO)", Role.ADMINISTRATOR),
)
