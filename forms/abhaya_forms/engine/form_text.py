"""Texts of a form: labels, hints and messages in every language, with the answers they quote."""

from __future__ import annotations

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
    """The itext of a form: texts by language, id and form (long, short, guidance …)."""

    def __init__(self, model_element: etree._Element | None) -> None:
        self._values: dict[str, dict[str, dict[str, etree._Element]]] = {}
        self.default_language = ""
        for translation in (
            model_element.iterfind("{*}itext/{*}translation") if model_element is not None else ()
        ):
            language = translation.get("lang") or ""
            self._values[language] = {text.get("id") or "": _forms_of(text) for text in translation}
            if translation.get("default") is not None or not self.default_language:
                self.default_language = language

    @property
    def languages(self) -> tuple[str, ...]:
        return tuple(self._values)

    def text(self, text_id: str, form: str, compiler: FormCompiler, owner: ModelNode) -> Text | None:
        """A text in all languages, its quoted answers resolved from ``owner``; None if no language has it."""
        parts = {}
        for language, texts in self._values.items():
            value = texts.get(text_id, {}).get(form)
            if value is not None:
                parts[language] = read_parts(value, compiler, owner)
        return Text(self._with_default(parts)) if parts else None

    def _with_default(self, parts: dict[str, tuple[Part, ...]]) -> dict[str, tuple[Part, ...]]:
        """What a language lacks is said in the default language."""
        fallback = parts.get(self.default_language)
        if fallback is None or len(parts) == len(self._values):
            return parts
        return {**dict.fromkeys(self._values, fallback), **parts}

    def plain(self, text_id: str, language: str) -> str:
        """The fixed words of a text, for jr:itext(); the id if there is no such text."""
        for spoken in (language, self.default_language):
            value = self._values.get(spoken, {}).get(text_id, {}).get("long")
            if value is not None:
                return "".join(map(str, value.itertext())).strip(_BLANKS)
        return text_id


def _forms_of(text: etree._Element) -> dict[str, etree._Element]:
    return {value.get("form") or "long": value for value in text}


def read_parts(element: etree._Element, compiler: FormCompiler, owner: ModelNode) -> tuple[Part, ...]:
    """The words of a label element and the expressions of its ``<output>`` elements."""
    if not len(element):
        return (element.text,) if element.text else ()
    parts: list[Part] = [element.text or ""]
    for child in element:
        if local_name(child.tag) == "output":
            compiled = compiler.compile(child.get("value") or child.get("ref") or "''", owner)
            parts += [compiled] if compiled is not None else []
        else:
            parts.append("".join(map(str, child.itertext())))
        parts.append(child.tail or "")
    return tuple(part for part in parts if part != "")


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
        return Text({"": read_parts(element, compiler, owner)}) if form == "long" else None
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
