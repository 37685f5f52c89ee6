"""The red frame around a control that holds something wrong."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget


def mark_wrong(control: QWidget, wrong: bool) -> None:
    """Frame the control red, or stop doing so."""
    if bool(control.property("invalid")) != wrong:
        control.setProperty("invalid", wrong)
        control.style().unpolish(control)
        control.style().polish(control)
