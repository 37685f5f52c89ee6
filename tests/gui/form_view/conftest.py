"""A draft of the trial form at an unlocked station, on the form screen."""

from __future__ import annotations

import pytest

from abhaya.gui.background import Background
from abhaya.gui.form_view.form_screen import FormScreen
from abhaya.gui.screen import Surroundings
from abhaya.workflows.fill_form import start_record
from pages.form_page import FormPage
from support.desks import begin_case, bring_in, desk_of, new_station
from support.trial_form import write_trial_form


@pytest.fixture
def desk(tmp_path, clock):
    with desk_of(new_station(tmp_path / "station", clock), clock) as desk:
        yield desk


@pytest.fixture
def filling(desk, tmp_path):
    form = bring_in(desk, write_trial_form(tmp_path))
    return start_record(desk, begin_case(desk).id, form.form_id, "en")


@pytest.fixture
def around(desk, clock, qapp, dialogs):
    background = Background()
    yield Surroundings(desk, dialogs.texts, background, dialogs, clock)
    background.close()


@pytest.fixture
def open_form(qtbot, around):
    """Show a filling on the screen and return its page object."""

    def show(filling, width=1166, height=768):
        screen = FormScreen(around, filling)
        qtbot.addWidget(screen)
        screen.resize(width, height)
        screen.retranslate(around.texts)
        with qtbot.waitExposed(screen):
            screen.show()
        screen.activateWindow()
        screen.arrive()
        return FormPage(screen)

    return show


@pytest.fixture
def page(open_form, filling):
    return open_form(filling)
