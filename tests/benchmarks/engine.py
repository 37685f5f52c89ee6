"""The form engine alone, beside JavaRosa with the same form and the same answers."""

from __future__ import annotations

import os
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from datetime import UTC, datetime
from importlib.util import find_spec
from pathlib import Path

from abhaya_forms.engine.form_definition import load_form
from abhaya_forms.engine.form_entry import FormEntry
from large_form import answers, large_form
from measure import Row, show, typical

DRIVER = Path(__file__).with_name("JavaRosaTimes.java")


def java_rosa() -> tuple[dict[str, float], dict[str, float]]:
    """Return JavaRosa's times for loading and for an answer, at first and once warm; empty without a JDK."""
    if not shutil.which("javac"):
        return {}, {}
    jar = Path(find_spec("pyxform").origin).parent / "validators/odk_validate/bin/ODK_Validate.jar"
    with tempfile.TemporaryDirectory() as folder:
        form, script = Path(folder) / "form.xml", Path(folder) / "answers.tsv"
        form.write_bytes(large_form())
        script.write_text("\n".join("\t".join(pair) for pair in answers()), encoding="utf-8")
        subprocess.run(["javac", "-cp", str(jar), "-d", folder, str(DRIVER)], check=True)
        path = f"{jar}{os.pathsep}{folder}"
        command = ["java", "-cp", path, "JavaRosaTimes", str(form), str(script)]
        told = subprocess.run(command, check=True, capture_output=True, text=True)
    turns = [tuple(map(float, line.split())) for line in told.stdout.splitlines()]
    names = ("JavaRosa just started", "JavaRosa warm")
    loads, means = zip(turns[0], turns[-1], strict=True)
    return dict(zip(names, loads, strict=True)), dict(zip(names, means, strict=True))


def rows() -> Iterator[Row]:
    """Measure loading the definition and typing all answers."""
    (loads, means), script = java_rosa(), list(answers())

    def begin() -> FormEntry:
        return FormEntry(load_form(large_form()), clock=lambda: datetime.now(UTC))

    def type_all() -> None:
        for path, value in script:
            entry.set_answer(path, value)

    yield Row("load a form of 300 questions", typical(begin, 10), None, loads)
    entry = begin()
    yield Row("engine: one answer, mean", typical(type_all, 10) / len(script), 0.0002, means)


if __name__ == "__main__":
    show(rows())
