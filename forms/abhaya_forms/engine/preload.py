"""Values a form asks to have filled in when it is first opened (jr:preload)."""

from __future__ import annotations

from abhaya_forms.engine.dates import iso_text
from abhaya_forms.engine.form_rules import FormRules
from abhaya_forms.engine.functions.strings import random_uuid
from abhaya_forms.engine.instance_tree import InstanceTree
from abhaya_forms.engine.scope import Scope


def preload(rules: FormRules, tree: InstanceTree, scope: Scope) -> None:
    """Fill the preloads of a new entry: uid, date, start timestamp and properties."""
    for path, bind in rules.binds.items():
        kind, parameter = bind.preload
        value = _value(kind, parameter, scope)
        if value is not None and not rules.model.nodes[path].children:
            for node in tree.at[path]:
                node.text = value


def _value(kind: str, parameter: str, scope: Scope) -> str | None:
    if kind == "uid":
        return f"uuid:{random_uuid(scope)}"
    if kind == "date":
        return scope.today().isoformat()
    if kind == "timestamp" and parameter == "start":
        return iso_text(scope.now())
    return scope.properties.get(parameter) if kind == "property" else None
