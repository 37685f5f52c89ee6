"""Pages are drawn from memory, only those in view and their neighbours."""

from __future__ import annotations

import io

import pytest
from PIL import Image
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from abhaya.gui.widgets.page_source import PdfPages, PhotoPage
from abhaya.gui.widgets.page_view import PageView


def _pdf(pages):
    out = io.BytesIO()
    sheets = [Image.new("L", (620, 877), 250 - number) for number in range(pages)]
    sheets[0].save(out, "PDF", save_all=True, append_images=sheets[1:], resolution=75)
    return out.getvalue()


@pytest.fixture
def view(qtbot, qapp):
    holder = QWidget()
    qtbot.addWidget(holder)
    made = PageView(holder)
    holder.resize(700, 900)
    made.resize(700, 900)
    with qtbot.waitExposed(holder):
        holder.show()
    made.show_pages(PdfPages(_pdf(30)))
    yield made


def test_only_pages_in_view_and_neighbours_are_held(qtbot, view):
    view.go_to(15)
    qtbot.waitUntil(lambda: view.drawn and not view._ahead.isActive())
    assert view.drawn <= {12, 13, 14, 15, 16}
    assert 14 in view.drawn


def test_the_page_number_follows(view):
    told = []
    view.page_shown.connect(told.append)
    view.go_to(7)
    assert told[-1] == 7
    QTest.keyClick(view, Qt.Key.Key_End)
    assert told[-1] == 30
    QTest.keyClick(view, Qt.Key.Key_Home)
    assert told[-1] == 1


def test_space_and_page_keys_turn_pages(view):
    QTest.keyClick(view, Qt.Key.Key_Space)
    below = view.verticalScrollBar().value()
    QTest.keyClick(view, Qt.Key.Key_PageUp)
    assert 0 == view.verticalScrollBar().value() < below


def test_zooming_keeps_the_place(view):
    view.go_to(10)
    wide = view._sizes[0].width()
    view.zoom_out()
    assert view._sizes[0].width() < wide
    assert view._place()[0] in (8, 9)
    view.fit_width()
    assert view._sizes[0].width() == wide


def test_zoom_ends_at_its_limits(view):
    for _ in range(20):
        view.zoom_in()
    largest = view._sizes[0].width()
    view.zoom_in()
    assert view._sizes[0].width() == largest


def test_nothing_to_show(view):
    view.show_pages(None)
    view.go_to(1)
    view.zoom_in()
    assert view.count == 0


def test_a_photo_is_turned_the_way_it_was_held_and_kept_small():
    out = io.BytesIO()
    photo = Image.new("RGB", (4000, 3000), "red")
    exif = photo.getexif()
    exif[0x0112] = 6  # the camera was turned
    photo.save(out, "JPEG", exif=exif)
    page = PhotoPage(out.getvalue(), limit=1000)
    assert (page.size(0).width(), page.size(0).height()) == (562.5, 750.0)


@pytest.mark.parametrize("source", [PdfPages, PhotoPage])
def test_what_cannot_be_drawn_is_refused(source):
    with pytest.raises(ValueError, match="not a readable"):
        source(b"neither a photo nor a PDF")
