"""From a case snapshot to a court-ready PDF."""
