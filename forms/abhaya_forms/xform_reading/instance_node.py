"""The nodes of the instance that a form fills."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from lxml import etree

from abhaya_forms.engine.instance_xml import local_name

_TEMPLATE = "{http://openrosa.org/javarosa}template"


@dataclass(frozen=True, slots=True)
class InstanceNode:
    """All ``elements`` with one path; of rows of a repeat at most ``rows`` stand side by side."""

    path: str
    elements: tuple[etree._Element, ...]
    rows: int
    children: tuple[InstanceNode, ...]

    @property
    def name(self) -> str:
        """The last step of its path."""
        return self.path.rpartition("/")[2]

    @property
    def element(self) -> etree._Element:
        """The first of its elements."""
        return self.elements[0]

    def below(self) -> Iterator[InstanceNode]:
        """Yield all nodes under this one, in order."""
        for child in self.children:
            yield child
            yield from child.below()


def instance_node(path: str, elements: list[etree._Element]) -> InstanceNode:
    """Return the node of ``elements`` with all below it; a template is no row."""
    by_name: dict[str, list[etree._Element]] = {}
    for element in elements:
        for child in element:
            by_name.setdefault(local_name(child.tag), []).append(child)
    children = tuple(instance_node(f"{path}/{name}", found) for name, found in by_name.items())
    rows = Counter(id(element.getparent()) for element in elements if _TEMPLATE not in element.attrib)
    return InstanceNode(path, tuple(elements), max(rows.values(), default=0), children)
