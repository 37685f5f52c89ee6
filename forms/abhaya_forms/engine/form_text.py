"""Texts of a form: labels, hints and messages in every language, with the answers they quote."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from lxml import etree

from abhaya_forms.engine.dependency import Dependency
from abhaya_forms.engine.form_compiler import Compiled, FormCompiler
from abhaya_forms.engine.form_model import ModelNode
from abhaya_forms.engine.instance_xml import local_name
from abhaya_forms.engine.node import Node
from abhaya_forms.engine.scope import Scope
from abhaya_forms.engine.values import EvaluationError, to_text
from abhaya_forms.engine.xpath_parser import parse
from abhaya_forms.engine.xpath_tree import Call, Literal

_BLANKS = " \t\r\n"
Part = str | Compiled


@dataclass(frozen=True, slots=True)
class Quoted:
    """An expression in a text whose value is said there."""

    expression: str


Words = tuple[str | Quoted, ...]
"""What a label element says, before its expressions are compiled; no XML is kept for it."""


@dataclass(frozen=True, slots=True)
class Text:
    """A text by language; key "" holds the one an untranslated form has."""

    parts: Mapping[str, tuple[Part, ...]]

    def say(self, language: str, scope: Scope, node: Node) -> str:
        """The text in a language, quoting answers as seen from ``node``."""
        parts = self.parts.get(language) or self.parts.get("") or ()
        return "".join(_said(part, scope, node) for part in parts).strip(_BLANKS)

    def dependencies(self) -> Iterator[Dependency]:
        for parts in self.parts.values():
            for part in parts:
                if isinstance(part, Compiled):
                    yield from part.dependencies


def _said(part: Part, scope: Scope, node: Node) -> str:
    if isinstance(part, str):
        return part
    try:
        return to_text(scope.evaluate(part.closure, node))
    except EvaluationError:
        return ""


class Translations:
    """The itext of a form: texts by language, form (long, short, guidance …) and id."""

    def __init__(self, model_element: etree._Element | None) -> None:
        self._words: dict[str, dict[str, dict[str, Words]]] = {}
        self.default_language = ""
        for translation in (
            model_element.iterfind("{*}itext/{*}translation") if model_element is not None else ()
        ):
            language = translation.get("lang") or ""
            self._words[language] = _words_by_form(translation)
            if translation.get("default") is not None or not self.default_language:
                self.default_language = language

    @property
    def languages(self) -> tuple[str, ...]:
        return tuple(self._words)

    def text(self, text_id: str, form: str, compiler: FormCompiler, owner: ModelNode) -> Text | None:
        """A text in all languages, its quoted answers resolved from ``owner``; None if no language has it."""
        parts = {}
        for language, forms in self._words.items():
            words = forms.get(form, {}).get(text_id)
            if words is not None:
                parts[language] = read_parts(words, compiler, owner)
        return Text(self._with_default(parts)) if parts else None

    def _with_default(self, parts: dict[str, tuple[Part, ...]]) -> dict[str, tuple[Part, ...]]:
        """What a language lacks is said in the default language."""
        fallback = parts.get(self.default_language)
        if fallback is None or len(parts) == len(self._words):
            return parts
        return {**dict.fromkeys(self._words, fallback), **parts}

    def plain(self, text_id: str, language: str) -> str:
        """The fixed words of a text, for jr:itext(); the id if there is no such text."""
        for spoken in (language, self.default_language):
            words = self._words.get(spoken, {}).get("long", {}).get(text_id)
            if words is not None:
                return "".join(part for part in words if isinstance(part, str)).strip(_BLANKS)
        return text_id


def _words_by_form(translation: etree._Element) -> dict[str, dict[str, Words]]:
    by_form: dict[str, dict[str, Words]] = {}
    for text in translation:
        text_id = sys.intern(str(text.get("id") or ""))
        for value in text:
            by_form.setdefault(str(value.get("form") or "long"), {})[text_id] = read_words(value)
    return by_form


def read_words(element: etree._Element) -> Words:
    """The words of a label element and the expressions of its ``<output>`` elements.

    Forms say the same things (every form has the list of sections): equal words are kept once in memory.
    """
    if not len(element):
        return (sys.intern(str(element.text)),) if element.text else ()
    words: list[str | Quoted] = [element.text or ""]
    for child in element:
        if local_name(child.tag) == "output":
            words.append(Quoted(child.get("value") or child.get("ref") or "''"))
        else:
            words.append("".join(map(str, child.itertext())))
        words.append(child.tail or "")
    return tuple(part for part in words if part != "")


def read_parts(words: Words, compiler: FormCompiler, owner: ModelNode) -> tuple[Part, ...]:
    """Compile the expressions among the words; one that cannot be compiled is left out and found."""
    parts = (compiler.compile(part.expression, owner) if isinstance(part, Quoted) else part for part in words)
    return tuple(part for part in parts if part is not None)


def read_text(
    element: etree._Element | None,
    translations: Translations,
    compiler: FormCompiler,
    owner: ModelNode,
    form: str = "long",
) -> Text | None:
    """What a ``<label>`` or ``<hint>`` says; ``form`` picks another kind of text (guidance)."""
    if element is None:
        return None
    reference = element.get("ref")
    if reference is None:
        return Text({"": read_parts(read_words(element), compiler, owner)}) if form == "long" else None
    return read_reference(reference, translations, compiler, owner, form)


def read_reference(
    reference: str, translations: Translations, compiler: FormCompiler, owner: ModelNode, form: str = "long"
) -> Text | None:
    """A text named by an expression: ``jr:itext('id')``, or any other whose value is the text."""
    text_id = itext_id(reference)
    if text_id is not None:
        found = translations.text(text_id, form, compiler, owner)
        return found or (translations.text(text_id, "short", compiler, owner) if form == "long" else None)
    compiled = compiler.compile(reference, owner) if form == "long" else None
    return Text({"": (compiled,)}) if compiled is not None else None


def itext_id(reference: str) -> str | None:
    """The id in ``jr:itext('id')``, None for any other expression."""
    if not reference.lstrip().startswith("jr:itext"):
        return None
    tree = parse(reference)
    if isinstance(tree, Call) and tree.arguments and isinstance(tree.arguments[0], Literal):
        return str(tree.arguments[0].value)
    return None
