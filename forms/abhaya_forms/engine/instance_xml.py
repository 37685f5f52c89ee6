"""Instance XML to nodes and back; no entities, no network, within limits."""

from __future__ import annotations

from lxml import etree

from abhaya_forms.engine.finding import Finding, FormError
from abhaya_forms.engine.left_over import ABHAYA_NAMESPACE, LeftOver, write_left_over
from abhaya_forms.engine.node import DOCUMENT, TEXT, AnswerNode, Node

AS_TYPED = f"{{{ABHAYA_NAMESPACE}}}as-typed"
SURPLUS = f"{{{ABHAYA_NAMESPACE}}}surplus"
LARGEST_BYTES = 64 * 1024 * 1024
"""Bytes of one XML file."""


def parse_xml(data: bytes) -> etree._Element:
    """The root element.  Raises FormError for XML that is broken or too large.

    libxml2 itself refuses more than 256 levels and texts of more than 10 MB.
    """
    if len(data) > LARGEST_BYTES:
        raise FormError((Finding("too_large", {"size": str(len(data))}),))
    parser = etree.XMLParser(
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        remove_comments=True,
        remove_pis=True,
    )
    try:
        root = etree.fromstring(data, parser)
    except etree.XMLSyntaxError as error:
        line, column = error.position
        raise FormError((Finding("broken_xml", {"line": str(line), "column": str(column)}),)) from None
    return root


def local_name(tag: object) -> str:
    """The name without its namespace; "" for comments and entities."""
    return tag.rsplit("}", 1)[-1] if isinstance(tag, str) else ""


def read_nodes(element: etree._Element) -> Node:
    """The element and all below it as nodes, without white space between elements."""
    node = Node(local_name(element.tag))
    _fill(node, element)
    return node


def _fill(node: Node, element: etree._Element) -> None:
    node.attributes = {str(name): str(value) for name, value in element.attrib.items()}
    text = element.text or ""
    if not len(element):
        node.text = text
        return
    _add_text(node, text)
    for child in element:
        if isinstance(child.tag, str):
            below = Node(local_name(child.tag), node)
            node.children.append(below)
            _fill(below, child)
        _add_text(node, child.tail or "")


def _add_text(node: Node, text: str) -> None:
    if text.strip():
        node.children.append(Node(TEXT, node, text))


def document_of(root: Node) -> Node:
    """A document node around a root element."""
    document = Node(DOCUMENT)
    document.children.append(root)
    root.parent = document
    return document


def read_document(data: bytes) -> Node:
    """XML bytes as a document node.  Raises FormError for XML that cannot be read."""
    return document_of(read_nodes(parse_xml(data)))


def write_nodes(root: AnswerNode, left_over: tuple[LeftOver, ...] = ()) -> bytes:
    """Answers as XML bytes, every node of the instance in it."""
    element = etree.Element(root.name, nsmap={"abhaya": ABHAYA_NAMESPACE})
    _write(element, root)
    write_left_over(element, left_over)
    return etree.tostring(element, encoding="utf-8")


def _write(element: etree._Element, node: AnswerNode) -> None:
    for name, value in node.attributes.items():
        element.set(name, value)
    if node.as_typed:
        element.set(AS_TYPED, node.as_typed)
    if node.surplus:
        element.set(SURPLUS, "yes")
    if node.text:
        element.text = node.text
    for child in node.children:
        if isinstance(child, AnswerNode):
            if child.name.startswith("@"):
                element.set(child.name[1:], child.text)
            else:
                _write(etree.SubElement(element, child.name), child)
