"""A file that this program cannot make or keep; one that came with the record can be looked at."""

from __future__ import annotations

from abhaya.gui.widgets.shown_file import ShownFile


class UnsupportedFile(ShownFile):
    """Says so plainly; the answer is kept as it is."""

    def _show(self) -> None:
        super()._show()
        reason = self._texts.say("widgets.unsupported_file")
        self.shown.setText(f"{self.shown.text()}\n{reason}" if self._value else reason)
