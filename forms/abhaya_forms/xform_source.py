"""Form sources as XForms, the files that other programs fill."""

from __future__ import annotations

from abhaya_forms.compile import compile_form, with_tables
from abhaya_forms.engine.finding import FormError
from abhaya_forms.rows import FormSource, sheet_of
from abhaya_forms.xform_reading.choice_lists import attached_rows, read_lists
from abhaya_forms.xform_reading.column_order import columns_in_order
from abhaya_forms.xform_reading.facts import differences
from abhaya_forms.xform_reading.offered_choices import OfferedChoices
from abhaya_forms.xform_reading.references import References
from abhaya_forms.xform_reading.remarks import remarked, with_remarks
from abhaya_forms.xform_reading.row_texts import RowTexts
from abhaya_forms.xform_reading.settings_row import settings_row
from abhaya_forms.xform_reading.survey_rows import SurveyRows
from abhaya_forms.xform_reading.unsayable import not_in_rows, unsayable
from abhaya_forms.xform_reading.xform import XForm, take_apart


def write_xform(source: FormSource) -> bytes:
    """Return the XForm of ``source``, with its comment columns in an element that no other program reads.

    Parts and tables are written out in it.  Raises FormError when it cannot be compiled.
    """
    return with_remarks(compile_form(source).xform, with_tables(source))


def read_xform(data: bytes, name: str) -> FormSource:
    """Return the rows from which the XForm in ``data`` can be made again, whoever made it.

    Nothing that the form asks or does is lost; comments are there when ``write_xform`` wrote it.  Raises
    FormError when it is no XForm, and with a finding for each element that cannot be said in rows: a form is
    never half read.
    """
    xform = take_apart(data)
    source = _source(xform, name)
    again = compile_form(source).xform
    if again != data and (lost := differences(xform, take_apart(again))):
        raise FormError(tuple(not_in_rows(element, path) for path, element in lost))
    return remarked(source, xform.root)


def _source(xform: XForm, name: str) -> FormSource:
    paths = (xform.instance.path, *(node.path for node in xform.instance.below()))
    references = References(paths, xform.repeats)
    texts = RowTexts(xform.itext, references)
    lists = read_lists(xform, texts)
    if lost := tuple(unsayable(xform, lists)):
        raise FormError(lost)
    survey = list(SurveyRows(xform, references, texts, OfferedChoices(lists, references, texts)).rows())
    rows = {
        "survey": attached_rows(lists, survey),
        "choices": list(lists.sheet_rows()),
        "settings": [settings_row(xform, references, lists, survey)],
    }
    sheets = {sheet: sheet_of(table, columns_in_order(table)) for sheet, table in rows.items() if table}
    return FormSource(name, sheets)
