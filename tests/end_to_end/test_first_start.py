"""A computer without a station: somebody sets one up and is the first to unlock it."""

from __future__ import annotations

from abhaya.cases.role import Role
from abhaya.station import Station
from abhaya.workflows.list_people import list_people
from end_to_end.officer import DESK

STATION = "थाना कोतवाली श्रावस्ती (डेमो)"
PERSON = "Asha Verma, SI (DEMO)"
PASSPHRASE = "peacock ladder turmeric nine"


def test_a_new_station(begin, home):
    folder = home / ".config" / "abhaya" / "station"
    with begin() as officer:
        officer.turn_to()
        officer.fill_screen()
        officer.go_on("Return")
        for words in (STATION, "srv", "Shravasti", "Uttar Pradesh"):
            officer.write(words)
            officer.press("Return")
        officer.press("Tab", "Tab", "Tab")  # past the suggested folder, and past the way back
        officer.go_on("Return")
        for words in (PERSON, PASSPHRASE):
            officer.write(words)
            officer.press("Return")
        officer.write(PASSPHRASE)
        officer.keep_picture("new-station")
        with officer.awaiting_change():
            officer.press("Return")
            officer.wait_until("the station", (folder / "station.json").exists)
        officer.unlock("Asha", PASSPHRASE)
        officer.wait_for_window(f"{DESK}{STATION[:4]}")
        officer.keep_picture("no-case-yet")
        officer.close()
    assert (Station(folder).name, Station(folder).code) == (STATION, "SRV")
    assert [(line.display_name, line.role) for line in list_people(folder)] == [(PERSON, Role.SUPERVISOR)]
