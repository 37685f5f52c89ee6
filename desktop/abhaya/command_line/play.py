"""Plays a script of answers into a form and tells what every node became."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import asdict
from datetime import datetime

from abhaya.workflows.fill_form import language_named
from abhaya_forms.engine.form_definition import FormDefinition
from abhaya_forms.engine.form_entry import FormEntry


def play(definition: FormDefinition, script: str, clock: Callable[[], datetime]) -> dict[str, object]:
    """Run the lines of ``script`` and return the state of every node and the lines that failed.

    A line is ``SET path value`` (an empty value clears the answer), ``ADD path``, ``REMOVE path`` or
    ``LANG name``; ``\\n`` in a value is a line break; empty lines and lines after ``#`` are passed over.
    """
    entry = FormEntry(definition, clock=clock)
    errors: list[dict[str, object]] = []
    for number, line in enumerate(script.splitlines(), 1):
        if line.strip() and not line.lstrip().startswith("#"):
            try:
                _run(entry, line)
            except (KeyError, PermissionError, ValueError) as error:
                errors.append({"line": number, "error": type(error).__name__})
    problems: dict[str, list[dict[str, str]]] = {}
    for problem in entry.problems(to_seal=True):
        problems.setdefault(problem.path, []).append({"kind": problem.kind, "message": problem.message})
    nodes = [{**asdict(node), "problems": problems.get(node.path, [])} for node in entry.nodes()]
    return {
        "form_id": definition.form_id,
        "version": definition.version,
        "language": entry.language,
        "nodes": nodes,
        "errors": errors,
    }


def _run(entry: FormEntry, line: str) -> None:
    word, _, rest = line.strip().partition(" ") if "\t" not in line else line.partition("\t")
    if word == "SET":
        path, _, value = rest.partition("\t" if "\t" in rest else " ")
        entry.set_answer(path, value.replace("\\n", "\n"))
    elif word == "ADD":
        entry.add_repeat(rest.strip())
    elif word == "REMOVE":
        entry.remove_repeat(rest.strip())
    elif word == "LANG":
        name = language_named(entry.definition, rest.strip())
        if name is None:
            raise ValueError(rest)
        entry.language = name
    else:
        raise ValueError(word)
