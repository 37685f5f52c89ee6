"""Which widget suits which question."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from abhaya.cases.media_type import accepted
from abhaya.gui.widgets.acknowledgement import Acknowledgement
from abhaya.gui.widgets.answer_widget import AnswerWidget
from abhaya.gui.widgets.date_line import DateLine
from abhaya.gui.widgets.file_line import FileLine
from abhaya.gui.widgets.long_text import LongText
from abhaya.gui.widgets.number_line import DigitLine, NumberLine
from abhaya.gui.widgets.place_line import PlaceLine
from abhaya.gui.widgets.range_slider import RangeSlider
from abhaya.gui.widgets.rank_list import RankList
from abhaya.gui.widgets.select_multiple_boxes import SelectMultipleBoxes
from abhaya.gui.widgets.select_multiple_list import SelectMultipleList
from abhaya.gui.widgets.select_one_buttons import SelectOneButtons
from abhaya.gui.widgets.select_one_combo import SelectOneCombo
from abhaya.gui.widgets.select_one_search import SelectOneSearch
from abhaya.gui.widgets.shown_answer import ShownAnswer
from abhaya.gui.widgets.shown_file import ShownFile
from abhaya.gui.widgets.signature_line import SignatureLine
from abhaya.gui.widgets.text_line import TextLine
from abhaya.gui.widgets.time_line import MomentLine, TimeLine
from abhaya.gui.widgets.unsupported_answer import UnsupportedAnswer
from abhaya.gui.widgets.unsupported_file import UnsupportedFile
from abhaya_forms.engine import Control, Question

MOST_BUTTONS = 4
"""Most choices shown as radio buttons."""

_DRAWN_ON = {"draw", "annotate"}

MOST_IN_VIEW = 12
"""Most choices shown without a search line."""

Kind = Callable[[Question, QWidget], AnswerWidget]
"""A widget class: constructed with its parent, since reparenting later doubles the cost."""

_BY_CONTROL: dict[Control, Kind] = {
    Control.RANK: RankList,
    Control.RANGE: RangeSlider,
    Control.TRIGGER: Acknowledgement,
}
_BY_TYPE: dict[str, Kind] = {
    "string": TextLine,
    "barcode": TextLine,
    "int": NumberLine,
    "decimal": NumberLine,
    "date": DateLine,
    "time": TimeLine,
    "dateTime": MomentLine,
    "geopoint": PlaceLine,
}


def kind_of_widget(question: Question, choices: int) -> Kind:
    """Return the widget class for a question that now offers so many ``choices``."""
    if question.control == Control.SELECT_ONE:
        if 1 <= choices <= MOST_BUTTONS and "minimal" not in question.appearances:
            return SelectOneButtons
        return SelectOneCombo if choices <= MOST_IN_VIEW else SelectOneSearch
    if question.control == Control.SELECT_MULTIPLE:
        return SelectMultipleBoxes if choices <= MOST_IN_VIEW else SelectMultipleList
    if question.control == Control.INPUT:
        if question.data_type == "string" and "multiline" in question.appearances:
            return LongText
        if question.data_type == "string" and "numbers" in question.appearances:
            return DigitLine
        return _BY_TYPE.get(question.data_type, UnsupportedAnswer)
    if question.control == Control.UPLOAD:
        return _kind_of_upload(question)
    return _BY_CONTROL.get(question.control, UnsupportedAnswer)


def kind_of_reading(question: Question) -> Kind:
    """Return the widget class for an answer that can be read and not changed."""
    return ShownFile if question.control == Control.UPLOAD else ShownAnswer


def _kind_of_upload(question: Question) -> Kind:
    """Drawing on a picture is left to phones and paper; so is a kind of file that Abhaya does not keep."""
    if not accepted(question.media_type) or _DRAWN_ON.intersection(question.appearances):
        return UnsupportedFile
    return SignatureLine if question.signs else FileLine
