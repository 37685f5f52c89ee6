"""The dark bar at the left: where to go, who is working, language and lock."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QButtonGroup, QFrame, QMenu, QSizePolicy, QToolButton, QVBoxLayout, QWidget

from abhaya.gui.icons import ICON_SIDE, icon
from abhaya.gui.screen import Spoken
from abhaya.gui.widgets.button import ToolButton
from abhaya.gui.widgets.label import label
from abhaya.gui.widgets.language_bar import LANGUAGE_NAMES
from abhaya.settings import TEXT_SIZES
from abhaya.texts import Texts

_GAP = 8
_PLACES = {"cases": "folder-open", "people": "users", "import_form": "file-up"}


class SideBar(QFrame, Spoken):
    """``went`` carries the place; in a narrow window only the icons are left."""

    went = Signal(str)
    lock_wanted = Signal()
    help_wanted = Signal()
    passphrase_wanted = Signal()
    language_chosen = Signal(str)
    text_size_chosen = Signal(int)

    def __init__(self, parent: QWidget, places: tuple[str, ...], who: str, role: str, demo: bool) -> None:
        super().__init__(parent)
        self.setObjectName("side")
        self._group = QButtonGroup(self)
        self._buttons: list[QToolButton] = []
        self.places: dict[str, QToolButton] = {}
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(8, 16, 8, 14)
        self._column.setSpacing(4)
        self._brand = label(self, "side_brand")
        self.bind(self._brand.setText, "unlock.product")
        self._column.addWidget(self._brand)
        self._demo = label(self, "side_demo", wrap=True)
        self._is_demo = demo
        self.bind(self._demo.setText, "window.demo")
        self._column.addWidget(self._demo)
        for place in places:
            self._add_place(place)
        self._column.addStretch()
        self._who = label(self, "side_who", who, wrap=True)
        self._role = label(self, "side_role", wrap=True)
        self.bind(self._role.setText, f"roles.role.{role}")
        self._column.addWidget(self._who)
        self._column.addWidget(self._role)
        self._add_bottom()

    def show_place(self, place: str) -> None:
        """Mark where we are."""
        self.places[place].setChecked(True)

    def set_narrow(self, narrow: bool) -> None:
        """Icons only, or icons with words."""
        style = (
            Qt.ToolButtonStyle.ToolButtonIconOnly if narrow else Qt.ToolButtonStyle.ToolButtonTextBesideIcon
        )
        for made in self._buttons:
            made.setToolButtonStyle(style)
        for words in (self._brand, self._who, self._role):
            words.setVisible(not narrow)
        self._demo.setVisible(self._is_demo and not narrow)

    def retranslate(self, texts: Texts) -> None:
        super().retranslate(texts)
        for language, action in self._languages.items():
            action.setChecked(language == texts.language)
        for size, action in self._sizes.items():
            action.setText(texts.say("window.text_size", size=size))

    def show_text_size(self, size: int) -> None:
        """Mark the size in use (per cent)."""
        self._sizes[size].setChecked(True)

    def _add_place(self, place: str) -> None:
        made = self._button(_PLACES[place], f"window.side.{place}", lambda: self.went.emit(place))
        made.setCheckable(True)
        self._group.addButton(made)
        self.places[place] = made

    def _add_bottom(self) -> None:
        self._button("key-round", "window.side.me", self.passphrase_wanted.emit)
        language = self._button("languages", "window.side.language", None)
        language.setMenu(self._make_menu())
        language.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self._button("keyboard", "window.side.help", self.help_wanted.emit)
        self.lock_button = self._button("lock", "window.side.lock", self.lock_wanted.emit)

    def _button(self, mark: str, key: str, clicked: Callable[[], object] | None) -> QToolButton:
        made = ToolButton(self)
        made.setObjectName("side_button")
        made.setIcon(icon(mark, "side_text", gap=_GAP))
        made.setIconSize(QSize(ICON_SIDE + _GAP, ICON_SIDE))
        made.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        made.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        made.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        if clicked is not None:
            made.clicked.connect(lambda: clicked())
        for setter in (made.setText, made.setAccessibleName, made.setToolTip):
            self.bind(setter, key)
        self._column.addWidget(made)
        self._buttons.append(made)
        return made

    def _make_menu(self) -> QMenu:
        menu = QMenu(self)
        self._languages: dict[str, QAction] = {}
        self._sizes: dict[int, QAction] = {}
        languages, sizes = QActionGroup(menu), QActionGroup(menu)
        for language, name in LANGUAGE_NAMES.items():
            action = languages.addAction(QAction(name, menu, checkable=True))
            action.triggered.connect(lambda _=False, chosen=language: self.language_chosen.emit(chosen))
            self._languages[language] = action
        for size in TEXT_SIZES:
            action = sizes.addAction(QAction("", menu, checkable=True))
            action.triggered.connect(lambda _=False, chosen=size: self.text_size_chosen.emit(chosen))
            self._sizes[size] = action
        menu.addActions(languages.actions())
        menu.addSeparator()
        menu.addActions(sizes.actions())
        return menu
