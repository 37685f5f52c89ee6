"""A note of the form on a page."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from abhaya.gui.form_view.page_tools import PageTools
from abhaya.gui.widgets.note_panel import NotePanel


class NoteView(NotePanel):
    """Shows the words of one note while it is relevant."""

    def __init__(self, path: str, tools: PageTools, parent: QWidget) -> None:
        super().__init__(parent)
        self.path, self.tools = path, tools
        tools.views[path] = self
        self.refresh()

    def refresh(self) -> None:
        state, second = self.tools.pen.state(self.path)
        if self.isHidden() == state.relevant:
            self.setVisible(state.relevant)
        if state.relevant:
            self.show_words("\n".join(filter(None, (state.label, state.hint))), second)

    def finish(self) -> None:
        """A note takes no answer."""
