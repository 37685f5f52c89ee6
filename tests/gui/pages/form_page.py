"""The form screen as a person sees it: questions by their path, sections by their place."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from abhaya.gui.form_view.form_screen import FormScreen
from abhaya.gui.form_view.page_plan import template_of
from abhaya.gui.form_view.question_view import QuestionView
from abhaya.gui.form_view.repeat_view import RepeatView
from abhaya_forms.engine import NonAnswer


class FormPage:
    """Drives a FormScreen through what stands on it."""

    def __init__(self, screen: FormScreen) -> None:
        self.screen = screen

    # -- finding

    def question(self, path: str) -> QuestionView:
        """The question at ``path`` on the page in view."""
        view = self.screen.pages.current.tools.views[path]
        assert isinstance(view, QuestionView)
        return view

    def repeat(self, path: str) -> RepeatView:
        """The repeat at ``path`` on the page in view."""
        view = self.screen.pages.current.tools.views[path]
        assert isinstance(view, RepeatView)
        return view

    def show_repeat(self, path: str) -> None:
        """Bring the repeat at ``path`` into view, opening the rows around it."""
        pages = self.screen.pages
        pages.show_page(next(n for n, page in enumerate(pages.plan) if page.holds(template_of(path))))
        pages._open_folds(path)

    def control(self, path: str) -> QWidget:
        """What takes the keys of the question."""
        answer = self.question(path).answer
        assert answer is not None
        return answer.focus_target()

    def is_shown(self, path: str) -> bool:
        """Whether a person can see the question, scrolling aside."""
        view = self.screen.pages.current.tools.views.get(path)
        return isinstance(view, QWidget) and view.isVisible()

    def problem(self, path: str) -> str:
        """What stands in red below the question."""
        error = self.question(path).error
        return "" if error is None or error.isHidden() else error.words.text()

    def label(self, path: str) -> str:
        """The question as it is asked."""
        return self.question(path).head.text()

    def value(self, path: str) -> str:
        """What the entry holds."""
        return self.screen.filling.entry.state(path).value

    def as_typed(self, path: str) -> str:
        """What the entry keeps of words that are no answer."""
        return self.screen.filling.entry.state(path).as_typed

    # -- sections

    def sections(self) -> list[str]:
        """The names of the sections that can be gone to."""
        view = self.screen.sections.view
        lines = self.screen.sections.model.lines
        return [line.label for row, line in enumerate(lines) if not view.isRowHidden(row)]

    def go_to(self, name: str) -> None:
        """Choose a section of the list."""
        names = [line.label for line in self.screen.sections.model.lines]
        self.screen.sections.view.setCurrentIndex(self.screen.sections.model.index(names.index(name)))

    # -- answering

    def type(self, path: str, text: str) -> None:
        """Put the cursor into the question and type; Devanagari comes as from an input method."""
        control = self.control(path)
        control.setFocus()
        for character in text:
            if character.isascii():
                QTest.keyClick(control, character)
            else:
                self.commit(control, character)

    def commit(self, control: QWidget, text: str) -> None:
        """Hand over ``text`` as an input method does."""
        event = QInputMethodEvent()
        event.setCommitString(text)
        QApplication.sendEvent(control, event)

    def leave(self) -> None:
        """Go on to another control."""
        self.screen.sections.view.setFocus(Qt.FocusReason.TabFocusReason)

    def press(self, path: str, key: Qt.Key) -> None:
        """Press one key in the question."""
        QTest.keyClick(self.control(path), key)

    def type_ahead(self, *keys: Qt.Key | str) -> None:
        """Press keys wherever the cursor is, faster than the program comes to rest between them."""
        for key in keys:
            taker = QApplication.activePopupWidget() or QApplication.focusWidget()
            assert taker is not None
            QTest.keyClick(taker, key)

    def leave_unanswered(self, path: str, kind: NonAnswer | str) -> None:
        """Choose a line of the menu behind the three dots; "" clears."""
        menu = self.question(path).open_menu()
        assert menu is not None
        action = next(a for a in menu.actions() if a.data() == kind)
        action.trigger()
        menu.close()
