"""What a person sees and does in front of a locked window."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from abhaya.cases.role import Role
from support.station_people import PASSPHRASES


def lock_dialog(page):
    """The dialog that asks for the passphrase, None when nothing is locked."""
    return page.window.guard.lock.dialog


def try_passphrase(page, passphrase):
    """Type a passphrase and press Return."""
    dialog = lock_dialog(page)
    QTest.keyClicks(dialog.form.passphrase.edit, passphrase)
    QTest.keyClick(dialog.form.passphrase.edit, Qt.Key.Key_Return)


def unlock(qtbot, page):
    """Come back with the right passphrase."""
    try_passphrase(page, PASSPHRASES[Role.SUPERVISOR])
    qtbot.waitUntil(lambda: not page.window.guard.locked)
