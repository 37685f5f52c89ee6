"""What a person at the station is."""

from __future__ import annotations

from enum import StrEnum


class Role(StrEnum):
    """A person's office; it decides which vault keys are sealed to that person."""

    INVESTIGATOR = "investigator"
    LEGAL_AID = "legal_aid"
    SUPERVISOR = "supervisor"
    ADMINISTRATOR = "administrator"
