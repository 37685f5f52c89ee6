"""The demo station: five invented cases in three languages, for practice and for a first look."""
