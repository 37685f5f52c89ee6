"""The whole road, as people at a station go it: a form brought in, a case written, sealed and printed."""

from __future__ import annotations

from pathlib import Path

from abhaya.cases.case import CaseFilter
from abhaya.workflows.fill_form import open_record
from abhaya.workflows.list_cases import list_cases
from abhaya.workflows.open_case import read_case
from abhaya.workflows.verify_bundle import verify
from abhaya_forms.engine import NonAnswer
from end_to_end.officer import SUPERVISOR
from support.attachments import photo
from support.pdf_texts import with_poppler, words
from support.small_form import write_small_form

SIDE_BAR_FORMS = (100, 227)
"""The third place in a supervisor's side bar."""
PAGE = (204, 60, 1366, 768)
BELOW_THE_FORM = (204, 716, 700, 768)
"""Where the problems of a section are counted, in red."""
TOP_RIGHT = (1180, 0, 1366, 60)
SUMMARY = "सीमा द्वार पर दो व्यक्ति रोके गए।"
NAME = "सीता तामाङ"
REASON = "सुरक्षा के कारण"
FORCE = "द्वार की कुंडी तोड़ी गई, किसी को चोट नहीं लगी।"
CAPTION = "सीमा द्वार का चित्र"
PLACE = "सोनौली द्वार, चाय की दुकान के पास"
SECOND = "बिमला राई"


def test_from_the_first_key_to_the_court(start, station, desk, tmp_path):
    form, picture, pdf = write_small_form(tmp_path), photo(tmp_path), tmp_path / "court.pdf"
    with start() as officer:
        bring_in(officer, form, station)
        officer.hand_over()
        officer.unlock()
        officer.begin_case(SUMMARY)
        fill_rescue_report(officer)
        attach_photo(officer, picture)
        fill_and_seal(officer)
        print_for_court(officer, pdf)
        officer.close()
    assert_written(desk())
    assert_printed(pdf)


def bring_in(officer, form: Path, station: Path) -> None:
    """As a supervisor: add the form to those of the station."""
    officer.unlock(SUPERVISOR)
    with officer.awaiting_change():
        officer.click(*SIDE_BAR_FORMS)
    officer.open_dialog("Return", "import_form.choose")
    officer.write(str(form))
    officer.close_dialog("Return", "import_form.choose")
    officer.wait_until("what the check says", lambda: officer.sees("warn", PAGE))
    officer.write("Demo prosecutor")
    with officer.awaiting_writing(station):
        officer.press("Return")
    officer.keep_picture("form-brought-in")


def fill_rescue_report(officer) -> None:
    """In Hindi, here and there: a wrong date and a right one, a name, a non-answer, a narrative."""
    officer.begin_form("Rescue report")
    officer.go_on("ctrl+Next", "ctrl+Next")
    officer.write("31/02/2026 10:30")
    officer.press("Tab")
    officer.wait_until("the message", lambda: officer.sees("danger", BELOW_THE_FORM))
    officer.keep_picture("wrong-date")
    officer.press("shift+Tab", "ctrl+a")
    officer.write("28/02/2026 10:30")
    officer.press("Tab")
    officer.wait_until("the end of the message", lambda: not officer.sees("danger", BELOW_THE_FORM))
    officer.go_on("ctrl+Next")
    officer.write(NAME)  # in Devanagari already: the name in that script is not asked
    officer.press("Tab")
    officer.go_on("F9")
    officer.go_on("3")
    officer.write(REASON)
    officer.keep_picture("non-answer")
    officer.go_on(*["ctrl+Next"] * 7)
    officer.press("space", "Tab")  # faster than the question that appears
    officer.write(FORCE)
    officer.keep_picture("rescue-report")
    officer.go_on("alt+Left")


def attach_photo(officer, picture: Path) -> None:
    officer.open_dialog("ctrl+shift+a", "case_page.attach_files.title")
    officer.press("Return")
    officer.wait_until("the file box", lambda: len(officer.windows()) == 3)
    officer.write(str(picture))
    officer.press("Return")
    officer.wait_until("the end of the file box", lambda: len(officer.windows()) == 2)
    officer.turn_to(officer.say("case_page.attach_files.title"))
    officer.write(CAPTION)
    officer.keep_picture("attach")
    officer.click_primary(PAGE)
    officer.wait_until_gone(officer.say("case_page.attach_files.title"))


def fill_and_seal(officer) -> None:
    """The form that was brought in, with a second person."""
    officer.begin_form("Small")
    officer.write(PLACE)
    officer.go_on("ctrl+Next")
    officer.write(NAME)
    officer.press("Tab")
    officer.write("१५")
    officer.press("Tab")
    officer.go_on("Return")
    officer.write(SECOND)
    officer.keep_picture("small-form")
    officer.open_dialog("ctrl+Return", "case_page.seal.title")
    officer.press("Tab")
    officer.close_dialog("Return", "case_page.seal.title")


def print_for_court(officer, pdf: Path) -> None:
    officer.go_on("ctrl+e")
    officer.click_primary(PAGE)
    officer.wait_for_primary(TOP_RIGHT)
    officer.wait_until_calm()
    officer.keep_picture("pages")
    officer.open_dialog("ctrl+shift+s", "export_screen.save_title")
    officer.press("ctrl+a")
    officer.write(str(pdf))
    officer.close_dialog("Return", "export_screen.save_title")
    officer.wait_until("the file", lambda: pdf.exists() and officer.sees("ok", PAGE))


def assert_written(desk) -> None:
    case = read_case(desk, list_cases(desk, CaseFilter())[0].case.id)
    assert case.summary == SUMMARY
    (rescue,) = [line for line in case.records if line.titles["en"] == "Rescue report"]
    entry = open_record(desk, rescue.record.id).entry
    person = "/data/persons/rescued[1]"
    assert entry.state("/data/entry/entry_at").value.startswith("2026-02-28T10:30")
    assert entry.state(f"{person}/full_name").value == NAME
    alias = entry.state(f"{person}/alias")
    assert (alias.non_answer, alias.non_answer_why) == (NonAnswer.DECLINED, REASON)
    assert entry.state("/data/events/force_detail").value == FORCE
    assert [line.label.caption for line in case.attachments] == [CAPTION]


def assert_printed(pdf: Path) -> None:
    found = verify(pdf)
    assert found.problems == ()
    text = words(" ".join(with_poppler(pdf.read_bytes())))
    assert [said for said in (PLACE, NAME, SECOND, CAPTION) if said not in text] == []
    assert FORCE not in text  # a draft does not go to court
