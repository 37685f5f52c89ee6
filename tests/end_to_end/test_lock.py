"""Nothing that was typed is lost by a lock, by closing the window or by a power cut."""

from __future__ import annotations

from abhaya.cases.case import CaseFilter
from abhaya.workflows.fill_form import open_record
from abhaya.workflows.list_cases import list_cases
from abhaya.workflows.open_case import read_case

NAME = "Bikram Budhathoki (DEMO)"
"""Typed for the first rescued person of the newest draft, the first question that is open there."""
SAVED = (560, 0, 768, 58)
"""Where a green mark and the hour say that all is saved."""


def test_a_word_goes_on_behind_the_lock(start, desk):
    with start() as officer:
        open_register(officer)
        officer.write(f"{NAME} उर्फ़ वि")
        officer.lock()
        officer.keep_picture("locked")
        officer.unlock_again()
        officer.write("क्रम")
        officer.close()
    assert written_name(desk()) == f"{NAME} उर्फ़ विक्रम"


def test_what_was_saved_outlives_a_power_cut(start, desk):
    with start() as officer:
        open_register(officer)
        before = officer.wait_until_calm().crop(SAVED)
        officer.write(f"{NAME} उर्फ़ राजू")
        officer.wait_until(
            "the green mark", lambda: officer.look(SAVED) != before and officer.sees("ok", SAVED)
        )
        officer.program.kill()
    assert written_name(desk()) == f"{NAME} उर्फ़ राजू"


def open_register(officer) -> None:
    """From the unlock screen to the name of the first rescued person in the newest draft."""
    officer.unlock()
    officer.go_on("Return")
    officer.go_on("Return")
    for _ in range(3):
        officer.go_on("ctrl+Next")


def written_name(desk) -> str:
    case = list_cases(desk, CaseFilter())[0].case
    (line,) = read_case(desk, case.id).records
    return open_record(desk, line.record.id).entry.state("/data/persons/rescued[1]/full_name").value
