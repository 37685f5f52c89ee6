"""The lists a form looks things up in: inside the XForm or attached as CSV, XML or GeoJSON."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable, Mapping

from abhaya_forms.engine.finding import Finding, FormError
from abhaya_forms.engine.instance_xml import parse_xml, read_nodes
from abhaya_forms.engine.node import Node

Index = dict[str, list[Node]]


class SecondaryInstances:
    """Lists by id, read when first asked for and indexed by any column that is compared for equality."""

    def __init__(self, readers: Mapping[str, Callable[[], Node]] | None = None) -> None:
        self._readers = dict(readers or {})
        self._roots: dict[str, Node] = {}
        self._indexes: dict[tuple[str, tuple[str, ...], str], Index] = {}

    def __contains__(self, instance_id: str) -> bool:
        return instance_id in self._readers

    def root(self, instance_id: str) -> Node:
        """The ``<instance>`` node of a list; an empty one for an id the form does not declare."""
        root = self._roots.get(instance_id)
        if root is None:
            reader = self._readers.get(instance_id)
            root = self._roots[instance_id] = reader() if reader else Node("instance")
        return root

    def index(self, instance_id: str, names: tuple[str, ...], key: str) -> Index:
        """The nodes at ``names`` below the instance by the value of their child or attribute ``key``."""
        index = self._indexes.get((instance_id, names, key))
        if index is None:
            index = {}
            for node in _below(self.root(instance_id), names):
                for value in _values(node, key):
                    index.setdefault(value, []).append(node)
            self._indexes[instance_id, names, key] = index
        return index

    def rows_where(self, instance_id: str, key: str, value: str) -> list[Node]:
        """The rows of a list whose ``key`` is ``value``: all grandchildren, whatever their names."""
        lists = self.root(instance_id).children
        names = (lists[0].name, lists[0].children[0].name) if lists and lists[0].children else ()
        return self.index(instance_id, names, key).get(value, []) if names else []


def _below(node: Node, names: tuple[str, ...]) -> list[Node]:
    nodes = [node]
    for name in names:
        nodes = [child for parent in nodes for child in parent.children if child.name == name]
    return nodes


def _values(node: Node, key: str) -> list[str]:
    if key.startswith("@"):
        return [node.attributes[key[1:]]] if key[1:] in node.attributes else []
    return list(dict.fromkeys(child.string() for child in node.children if child.name == key))


def read_attached(name: str, data: bytes) -> Node:
    """An attached list as an ``<instance>`` node.  Raises FormError for a file that cannot be read."""
    instance = Node("instance")
    try:
        if name.lower().endswith(".csv"):
            _read_csv(instance, data)
        elif name.lower().endswith((".geojson", ".json")):
            _read_geojson(instance, data)
        else:
            _adopt(instance, read_nodes(parse_xml(data)))
    except (FormError, csv.Error, ValueError, LookupError, TypeError) as error:
        raise FormError((Finding("broken_file", {"file": name}),)) from error
    return instance


def _adopt(parent: Node, child: Node) -> Node:
    child.parent = parent
    parent.children.append(child)
    return child


def _read_csv(instance: Node, data: bytes) -> None:
    text = data.decode("utf-8-sig")
    header = text.partition("\n")[0]
    delimiter = ";" if header.count(";") > header.count(",") else ","
    root = _adopt(instance, Node("root"))
    for row in csv.DictReader(io.StringIO(text), delimiter=delimiter):
        item = _adopt(root, Node("item"))
        for column, value in row.items():
            if column and isinstance(value, str):
                _adopt(item, Node(column.strip().replace(" ", "_"), text=value))


def _read_geojson(instance: Node, data: bytes) -> None:
    """https://docs.getodk.org/form-datasets: one item per feature, its properties and a ``geometry`` text."""
    root = _adopt(instance, Node("root"))
    for feature in json.loads(data)["features"]:
        item = _adopt(root, Node("item"))
        _adopt(item, Node("geometry", text=_geometry_text(feature["geometry"])))
        fields = {"id": feature["id"], **feature["properties"]} if "id" in feature else feature["properties"]
        for name, value in fields.items():
            _adopt(item, Node(str(name), text="" if value is None else str(value)))


def _geometry_text(geometry: Mapping[str, object]) -> str:
    places = geometry["coordinates"]
    assert isinstance(places, list)
    if geometry["type"] == "Point":
        places = [places]
    elif geometry["type"] == "Polygon":
        places = places[0]
    return "; ".join(f"{place[1]} {place[0]} 0 0" for place in places)
