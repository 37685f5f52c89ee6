"""The texts that belong to one element of the body."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from lxml import etree

from abhaya_forms.engine.dependency import Dependency
from abhaya_forms.engine.form_compiler import FormCompiler
from abhaya_forms.engine.form_model import ModelNode
from abhaya_forms.engine.form_text import Text, Translations, read_text


@dataclass(frozen=True, slots=True)
class ElementTexts:
    """Label, hint and guidance; what the form does not give is None."""

    label: Text | None = None
    hint: Text | None = None
    guidance: Text | None = None

    def dependencies(self) -> Iterator[Dependency]:
        for text in (self.label, self.hint, self.guidance):
            if text is not None:
                yield from text.dependencies()


def read_element_texts(
    element: etree._Element, owner: ModelNode, compiler: FormCompiler, translations: Translations
) -> ElementTexts:
    """The texts of a control or group."""
    hint = element.find("{*}hint")
    return ElementTexts(
        read_text(element.find("{*}label"), translations, compiler, owner),
        read_text(hint, translations, compiler, owner),
        read_text(hint, translations, compiler, owner, "guidance"),
    )
