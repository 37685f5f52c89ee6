"""Printing for court: choose, look at the very pages, save them, print them."""

from __future__ import annotations

import hashlib
import threading

import pytest
from PySide6.QtGui import QPainter, QPdfWriter

from abhaya.errors import Code
from abhaya.gui.export_screen import export_screen, printing
from abhaya.gui.export_screen.export_screen import ExportScreen
from abhaya.gui.export_screen.print_dialog import PrintDialog
from abhaya.gui.widgets.page_source import PdfPages
from abhaya.workflows.attach_file import attach
from abhaya.workflows.fill_form import start_record
from abhaya.workflows.seal_record import seal
from pages.window_page import words_on
from support import attachments
from support.desks import begin_case, fill_small_form
from support.on_request import seal_on_request
from support.small_form import NAMES


@pytest.fixture
def case(page, tmp_path):
    """A case with a sealed form, a draft and a photo."""
    case = begin_case(page.desk)
    seal(page.desk, fill_small_form(page.desk, case, tmp_path))
    start_record(page.desk, case.id, "small_form", "en")
    attach(page.desk, case.id, attachments.photo(tmp_path), "The gate")
    return case


@pytest.fixture
def screen(page, case) -> ExportScreen:
    page.open_case(case.id)
    page.press("export")
    return page.screen


@pytest.fixture
def ready(qtbot, screen):
    screen.prepare_button.click()
    qtbot.waitUntil(lambda: screen.bundle is not None, timeout=20000)
    return screen


def test_a_case_without_a_sealed_form_says_so(page, dialogs):
    case = begin_case(page.desk)
    page.open_case(case.id)
    page.press("export")
    assert [error.code for error in dialogs.explained] == [Code.NOTHING_TO_EXPORT]
    assert not isinstance(page.screen, ExportScreen)


def test_it_says_what_goes_in_and_warns_that_it_leaves_the_station(screen):
    words = words_on(screen)
    assert "Small form (no. 1)" in words
    assert "A-1 The gate" in words
    assert "1 draft is left out" in words
    assert "is not encrypted" in words
    assert not any(name in words for name in NAMES)
    assert not screen.save_button.isEnabled()


def test_what_a_court_is_given_only_on_request_is_not_ticked_and_says_why(page, case):
    asked_for = seal_on_request(page.desk, case)
    page.open_case(case.id)
    page.press("export")
    screen = page.screen
    assert "it may give away who informed" in words_on(screen)
    assert asked_for.id not in screen.choice.plan.record_ids
    screen.choice._records[asked_for.id].box.setChecked(True)
    assert asked_for.id in screen.choice.plan.record_ids


def test_the_pages_shown_are_the_pages_saved(qtbot, ready, dialogs, tmp_path):
    assert ready.panel.view.count == ready.bundle.pages
    place = tmp_path / "out.pdf"
    dialogs.choose_place = lambda _parent, _title, suggested, _kinds: place
    ready.save()
    qtbot.waitUntil(lambda: "Saved" in ready.notice.words)
    assert place.read_bytes() == ready.bundle.data
    assert hashlib.sha256(place.read_bytes()).hexdigest() in ready.notice.words


def test_the_suggested_name_names_nobody(ready, dialogs):
    suggestions = []
    dialogs.choose_place = lambda _parent, _title, suggested, _kinds: suggestions.append(suggested)
    ready.save()
    assert suggestions[0].name == "GKP-2026-0001-court.pdf"


def test_showing_the_pages_writes_nothing_plain(screen, qtbot, tmp_path):
    screen.prepare_button.click()
    qtbot.waitUntil(lambda: screen.bundle is not None, timeout=20000)
    station = tmp_path / "station"
    assert not any(b"%PDF" in path.read_bytes() for path in station.rglob("*") if path.is_file())


def test_another_choice_asks_to_look_again(ready):
    box = next(iter(ready.choice._attachments.values())).box
    box.click()
    assert ready.bundle is None
    assert "Show the pages again" in ready.notice.words
    assert not ready.save_button.isEnabled()
    assert ready.choice.plan.attachment_ids == ()


def test_nothing_ticked_cannot_be_prepared(screen):
    next(iter(screen.choice._records.values())).box.click()
    assert not screen.prepare_button.isEnabled()


def test_preparing_can_be_stopped(qtbot, screen, monkeypatch):
    begun = threading.Event()

    def endless(_desk, _plan, report):
        begun.set()
        while report(1, 3):
            pass

    monkeypatch.setattr(export_screen, "prepare", endless)
    screen.prepare_button.click()
    begun.wait()
    assert screen.stop_button.isVisible()
    screen.stop_button.click()
    qtbot.waitUntil(lambda: "Stopped" in screen.notice.words)
    assert screen.bundle is None
    assert screen.prepare_button.isVisible()


def test_a_full_disk_is_explained_and_the_pages_stay(qtbot, ready, dialogs, tmp_path, monkeypatch):
    from abhaya.errors import AbhayaError

    def full(*_, **__):
        raise AbhayaError(Code.DISK_FULL)

    monkeypatch.setattr(export_screen, "save_bundle", full)
    dialogs.choose_place = lambda *_: tmp_path / "out.pdf"
    ready.save()
    qtbot.waitUntil(lambda: bool(ready.notice.words))
    assert ready.bundle is not None


def test_without_a_printer_it_says_calmly_what_to_do(ready, monkeypatch):
    monkeypatch.setattr(export_screen, "printer_names", lambda: ())
    ready.print_pages()
    assert "knows no printer" in ready.notice.words


def test_every_page_is_sent_to_the_printer(ready, monkeypatch, with_modal, tmp_path):
    def paper(_name):
        printer = printing.QPrinter()
        printer.setOutputFormat(printing.QPrinter.OutputFormat.PdfFormat)
        printer.setOutputFileName(str(tmp_path / "printed.pdf"))
        return printer

    monkeypatch.setattr(export_screen, "printer_names", lambda: ("Station printer",))
    monkeypatch.setattr("abhaya.gui.export_screen.print_dialog.open_printer", paper)
    with_modal(ready.print_pages, lambda dialog: dialog.start.click(), PrintDialog)
    assert f"{ready.bundle.pages} pages were sent to the printer Station printer" in ready.notice.words
    assert PdfPages((tmp_path / "printed.pdf").read_bytes()).count == ready.bundle.pages


def test_a_printer_that_refuses_loses_nothing(ready, monkeypatch, with_modal):
    monkeypatch.setattr(export_screen, "printer_names", lambda: ("Station printer",))
    monkeypatch.setattr("abhaya.gui.export_screen.print_dialog.print_pages", lambda *_: False)
    monkeypatch.setattr("abhaya.gui.export_screen.print_dialog.open_printer", lambda name: name)
    with_modal(ready.print_pages, lambda dialog: dialog.start.click(), PrintDialog)
    assert "did not take the pages" in ready.notice.words


def test_printing_stops_after_the_page_that_is_being_sent(qapp, tmp_path):
    writer = QPdfWriter(str(tmp_path / "pages.pdf"))
    painter = QPainter(writer)
    writer.newPage()
    painter.end()
    source = PdfPages((tmp_path / "pages.pdf").read_bytes())
    printer = printing.QPrinter()
    printer.setOutputFormat(printing.QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "printed.pdf"))
    told = []
    assert not printing.print_pages(printer, source, lambda done, total: told.append((done, total)) or False)
    assert told == [(1, 2)]


def test_where_there_is_little_room_the_pages_take_the_place_of_the_choice(qtbot, page, case):
    page.window.resize(683, 384)
    page.open_case(case.id)
    page.press("export")
    screen = page.screen
    assert screen.choice.isVisible()
    assert not screen.panel.isVisible()
    screen.prepare_button.click()
    qtbot.waitUntil(lambda: screen.panel.isVisible(), timeout=20000)
    assert not screen.choice.isVisible()
    page.press("back")
    assert page.screen is screen
    assert screen.choice.isVisible()
    page.press("back")
    assert page.screen is not screen
