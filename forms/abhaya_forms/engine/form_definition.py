"""A compiled form: what it asks and every rule, ready to be filled any number of times."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import cached_property

from lxml import etree

from abhaya_forms.engine.action import Action, read_actions
from abhaya_forms.engine.bind import read_binds
from abhaya_forms.engine.body import Element, Question, walk
from abhaya_forms.engine.body_reader import read_body, repeat_paths
from abhaya_forms.engine.dependency_graph import DependencyGraph
from abhaya_forms.engine.derived_rules import choice_rules, count_rules, shown_rules
from abhaya_forms.engine.finding import Finding, FormError
from abhaya_forms.engine.form_compiler import FormCompiler
from abhaya_forms.engine.form_model import FormModel
from abhaya_forms.engine.form_rules import FormRules
from abhaya_forms.engine.form_text import Translations
from abhaya_forms.engine.instance_xml import parse_xml, read_nodes
from abhaya_forms.engine.node import Node
from abhaya_forms.engine.numbering import numbers
from abhaya_forms.engine.secondary_instances import SecondaryInstances, read_attached

__all__ = ["Finding", "FormDefinition", "FormError", "load_form"]

_LAST_SAVED = "jr://instance/last-saved"
_Readers = dict[str, Callable[[], Node]]


@dataclass(frozen=True, eq=False)
class FormDefinition:
    """An ODK XForm, loaded; immutable, shared by all entries of the form.

    ``sha256`` is the hex hash of the XForm's bytes; ``languages`` are named as in the form
    (``"English (en)"``), empty when it is untranslated; ``body`` is what it asks, in order; ``classes`` are
    those of the body (``pages``); ``warnings`` are findings the form can be filled in spite of; ``rules`` are
    the engine's own.
    """

    form_id: str
    version: str
    sha256: str
    title: str
    default_language: str
    languages: tuple[str, ...]
    body: tuple[Element, ...]
    classes: tuple[str, ...]
    warnings: tuple[Finding, ...]
    rules: FormRules = field(repr=False)

    @cached_property
    def numbers(self) -> Mapping[str, str]:
        """The numbers of sections and questions by their keys."""
        return numbers(self.body)

    def quotes(self, element: Element) -> bool:
        """Whether the label of an element quotes answers, as that of a signature does the name."""
        texts = self.rules.texts.get(element.key)
        return texts is not None and texts.label is not None and any(texts.label.dependencies())

    def marked(self, column: str) -> dict[str, str]:
        """What our own ``column`` says, by template path; of calculates that nobody is asked, too."""
        binds = self.rules.binds.items()
        return {path: bind.marks[column] for path, bind in binds if column in bind.marks}


def load_form(xform: bytes, files: Mapping[str, bytes] = {}) -> FormDefinition:
    """Load an ODK XForm; ``files`` are its attached lists by file name (``districts.csv``).

    A list whose file is not there is empty, and a warning of kind ``missing_file``.
    Raises FormError with every finding: broken XML, unknown functions, wrong numbers of arguments, references
    to nothing, rules that depend on themselves.
    """
    try:
        return _read_form(xform, files)
    except RecursionError:
        raise FormError((Finding("too_deep"),)) from None


def _read_form(xform: bytes, files: Mapping[str, bytes]) -> FormDefinition:
    root = parse_xml(xform)
    model_element = next(root.iter("{*}model"), None)
    primary = _primary_instance(model_element)
    if model_element is None or primary is None:
        raise FormError((Finding("not_a_form"),))
    body_element = root.find("{*}body")
    lists, warnings = _lists(model_element, files)
    translations = Translations(model_element)
    rules, elements = _read_rules(root, primary, lists, translations)
    return FormDefinition(
        form_id=primary.get("id") or "",
        version=primary.get("version") or "",
        sha256=hashlib.sha256(xform).hexdigest(),
        title="".join(map(str, next(root.iter("{*}title"), etree.Element("title")).itertext())).strip(),
        default_language=translations.default_language,
        languages=translations.languages,
        body=elements,
        classes=tuple((body_element.get("class") or "").split()) if body_element is not None else (),
        warnings=tuple(warnings),
        rules=rules,
    )


def _read_rules(
    root: etree._Element, primary: etree._Element, lists: _Readers, translations: Translations
) -> tuple[FormRules, tuple[Element, ...]]:
    """Everything with an expression in it.  Raises FormError with all that is wrong."""
    model_element, body_element = next(root.iter("{*}model")), root.find("{*}body")
    model = FormModel(read_nodes(primary), repeat_paths(body_element))
    compiler = FormCompiler(model, frozenset(lists))
    binds, rules = read_binds(model_element, compiler, translations)
    model.check_defaults()
    body = read_body(body_element, binds, compiler, translations)
    actions = read_actions(root, compiler)
    rules += count_rules(body, compiler) + choice_rules(body, model) + shown_rules(body, binds, model)
    graph = DependencyGraph(model, rules, body.choices)
    findings = _once_each([*compiler.findings, *graph.findings])
    if findings:
        raise FormError(findings)
    form_rules = FormRules(
        model=model,
        graph=graph,
        binds=binds,
        texts=body.texts,
        choices=body.choices,
        questions={e.path: e for e in walk(body.elements) if isinstance(e, Question)},
        actions=tuple(actions),
        actions_at=_by_source(actions),
        counted=frozenset(body.counts),
        fixed_rows=frozenset(body.fixed_rows),
        translations=translations,
        instances=SecondaryInstances(lists),
    )
    return form_rules, body.elements


def _by_source(actions: list[Action]) -> dict[str, list[Action]]:
    by_source: dict[str, list[Action]] = {}
    for action in actions:
        by_source.setdefault(action.source.path, []).append(action)
    return by_source


def _once_each(findings: list[Finding]) -> tuple[Finding, ...]:
    unique: list[Finding] = []
    for finding in findings:
        if finding not in unique:
            unique.append(finding)
    return tuple(unique)


def _primary_instance(model_element: etree._Element | None) -> etree._Element | None:
    instance = model_element.find("{*}instance") if model_element is not None else None
    return (
        next((child for child in instance if isinstance(child.tag, str)), None)
        if instance is not None
        else None
    )


def _lists(model_element: etree._Element, files: Mapping[str, bytes]) -> tuple[_Readers, list[Finding]]:
    """Readers of the secondary instances by id; and a warning for each whose file is not there."""
    readers: _Readers = {}
    warnings = []
    for element in model_element.findall("{*}instance")[1:]:
        instance_id, source = element.get("id") or "", element.get("src") or ""
        name = source.rsplit("/", 1)[-1]
        readers[instance_id] = _reader(element, name, files)
        if not len(element) and source and source != _LAST_SAVED and name not in files:
            warnings.append(Finding("missing_file", {"instance": instance_id, "file": name}))
    return readers, warnings


def _reader(element: etree._Element, name: str, files: Mapping[str, bytes]) -> Callable[[], Node]:
    if len(element) or name not in files:
        data = etree.tostring(element, encoding="utf-8", with_tail=False)  # not the tree of the whole form
        return lambda: read_nodes(parse_xml(data))
    attached = read_attached(name, files[name])  # now, so that a broken file is found when the form is loaded
    return lambda: attached
