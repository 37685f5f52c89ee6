"""The questions of an XForm as rows of the sheet ``survey``."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from lxml import etree

from abhaya_forms.engine.instance_xml import local_name
from abhaya_forms.survey import ROOT
from abhaya_forms.xform_reading.instance_node import InstanceNode
from abhaya_forms.xform_reading.offered_choices import OfferedChoices
from abhaya_forms.xform_reading.question_types import left_to_say, parameter_names, question_type
from abhaya_forms.xform_reading.references import References, absolute
from abhaya_forms.xform_reading.row_texts import RowTexts
from abhaya_forms.xform_reading.set_values import SetValues
from abhaya_forms.xform_reading.xform import XForm

META = f"/{ROOT}/meta"
_AUDIT = f"{META}/audit"
_COLUMNS = {
    "relevant": "relevant",
    "required": "required",
    "readonly": "read_only",
    "constraint": "constraint",
    "calculate": "calculation",
    "jr:constraintMsg": "constraint_message",
    "jr:requiredMsg": "required_message",
    "jr:noAppErrorString": "no_app_error_string",
}
_MESSAGES = ("jr:constraintMsg", "jr:requiredMsg", "jr:noAppErrorString")
_YES_NO = {"true()": "yes", "false()": "no"}
_COUNT, _TEMPLATE = "jr:count", "jr:template"

Cells = dict[str, str]


class SurveyRows:
    """Writes the rows of one form."""

    def __init__(
        self, xform: XForm, references: References, texts: RowTexts, choices: OfferedChoices
    ) -> None:
        self._xform = xform
        self._references = references
        self._texts = texts
        self._choices = choices
        self._set_values = SetValues(xform.actions, references)
        self._counts = {self._count_node(path) for path in xform.repeats}

    def rows(self) -> Iterator[Cells]:
        """Yield all rows in the order of the instance."""
        yield from self._inside(self._xform.instance)
        if (bind := self._xform.binds.get(_AUDIT)) is not None:
            rules = left_to_say("audit", bind, {})
            yield {"type": "audit", **self._rules(_AUDIT, "audit", rules), **_parameters("audit", rules)}

    def _inside(self, parent: InstanceNode) -> Iterator[Cells]:
        for node in parent.children:
            control = self._xform.controls.get(node.path)
            kind = "group" if node.children else ""
            if control is not None and local_name(control.tag) in ("group", "repeat"):
                kind = local_name(control.tag)
            if node.path == META or node.path in self._counts:
                continue
            if kind:
                yield {"type": f"begin_{kind}", "name": node.name, **self._fence(node, kind, control)}
                yield from self._inside(node)
                yield {"type": f"end_{kind}"}
            else:
                yield self._question(node, control)

    def _count_node(self, repeat: str) -> str:
        """Path of the node pyxform made beside a repeat to count its rows by a rule; empty for none."""
        said = self._xform.attributes(self._xform.controls[repeat]).get(_COUNT, "")
        path = absolute(said.strip(), repeat)
        bind = self._xform.binds.get(path, {})
        made = path == f"{repeat}_count" and list(bind) == ["type", "readonly", "calculate"]
        return path if made and path not in self._xform.controls else ""

    def _fence(self, node: InstanceNode, kind: str, control: etree._Element | None) -> Cells:
        rules = self._rules(node.path, kind, self._xform.binds.get(node.path, {}))
        if control is None:
            return rules | self._instance(node)
        labelled = self._xform.groups.get(node.path) if kind == "repeat" else control
        texts = {} if labelled is None else dict(self._texts.of_control(labelled, node.path))
        return texts | rules | self._control(node.path, kind, control) | self._instance(node)

    def _question(self, node: InstanceNode, control: etree._Element | None) -> Cells:
        bind = self._xform.binds.get(node.path, {})
        kind = self._set_values.question_type(node.path) or question_type(bind, control)
        attributes = {} if control is None else self._xform.attributes(control)
        rules = left_to_say(kind, bind, attributes)
        cells: Cells = {"type": kind, "name": node.name}
        if control is not None:
            cells |= dict(self._texts.of_control(control, node.path))
        cells |= self._rules(node.path, kind, rules) | self._set_values.cells(node.path)
        chosen: Cells = {}
        if control is not None:
            offered, chosen = self._choices.cells(kind, node.path, control)
            cells |= self._control(node.path, kind, control) | offered
        if default := (node.element.text or "").strip():
            cells["default"] = default
        said = {**attributes, **rules, **self._set_values.attributes(node.path)}
        return cells | _parameters(kind, said, chosen) | self._instance(node)

    def _rules(self, path: str, kind: str, bind: Mapping[str, str]) -> Cells:
        cells: Cells = {}
        for name, value in bind.items():
            if name in _MESSAGES:
                cells |= self._texts.of_message(_COLUMNS[name], value, path)
            elif name not in parameter_names(kind):
                said = _YES_NO.get(value, value) if name in ("required", "readonly") else value
                cells[_COLUMNS.get(name, f"bind::{name}")] = self._references.cell(said, path)
        return cells

    def _control(self, path: str, kind: str, control: etree._Element) -> Cells:
        cells: Cells = {}
        for name, value in self._xform.attributes(control).items():
            if name == _COUNT:
                cells["repeat_count"] = self._count(path, value)
            elif name == "appearance":
                cells[name] = self._references.cell(value, path)
            elif name not in ("ref", "nodeset", "query") and name not in parameter_names(kind):
                usual = name == "mediatype" and (kind != "file" or value == "application/*")
                cells |= {} if usual else {f"body::{name}": self._references.cell(value, path)}
        return cells

    def _count(self, repeat: str, value: str) -> str:
        node = self._count_node(repeat)
        return self._references.cell(self._xform.binds[node]["calculate"] if node else value, node or repeat)

    def _instance(self, node: InstanceNode) -> Cells:
        attributes = self._xform.attributes(node.element)
        return {
            f"instance::{name}": self._references.cell(value, node.path)
            for name, value in attributes.items()
            if name != _TEMPLATE
        }


def _parameters(kind: str, attributes: Mapping[str, str], chosen: Mapping[str, str] = {}) -> Cells:
    names = parameter_names(kind)
    said = {names[name]: value for name, value in attributes.items() if name in names} | dict(chosen)
    return {"parameters": " ".join(f"{name}={value}" for name, value in said.items())} if said else {}
