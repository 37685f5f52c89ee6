"""Everything before and around the cases: choosing a station, unlocking it, setting one up."""
