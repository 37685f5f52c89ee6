"""Try once, in memory and in a scratch folder, that every part of the installation works."""

from __future__ import annotations

import io
import secrets
import tempfile
from collections.abc import Callable
from pathlib import Path

from abhaya.security.case_keys import new_case_key, seal, unseal
from abhaya.storage import attachment_store
from abhaya.storage.database import create_database
from abhaya.texts import LANGUAGES, Texts
from abhaya_forms.catalogue import shipped_forms
from abhaya_forms.engine.form_definition import load_form


def self_test() -> tuple[str, ...]:
    """Run every check and return their names; the exception of the first that fails passes through."""
    for check in _CHECKS.values():
        check()
    return tuple(_CHECKS)


def _sealing() -> None:
    key, plain = new_case_key(), secrets.token_bytes(1000)
    if unseal(key, seal(key, plain, "self-test"), "self-test") != plain:
        raise RuntimeError("what was sealed did not come back")


def _database() -> None:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "empty.db"
        create_database(path, secrets.token_bytes(32), secrets.token_bytes(16)).close()
        if path.read_bytes().startswith(b"SQLite"):
            raise RuntimeError("the database is not encrypted")


def _attachments() -> None:
    with tempfile.TemporaryDirectory() as folder:
        plain = secrets.token_bytes(200_000)
        stored = attachment_store.write(Path(folder), "test", io.BytesIO(plain))
        with attachment_store.open_reader(Path(folder), "test", stored.secret, "A-1") as stream:
            if stream.read() != plain:
                raise RuntimeError("what was kept did not come back")


def _forms() -> None:
    for form in shipped_forms():
        load_form(form.xform())


def _printing() -> None:
    # the printing libraries take longer to load than the window
    from abhaya.export.typesetter import Typesetter

    typesetter = Typesetter()
    for language in LANGUAGES:
        spoken = Texts(language).say("command_line.self_test.printing")
        if typesetter.learn_text(spoken, language) != spoken:
            raise RuntimeError("a letter cannot be printed")


_CHECKS: dict[str, Callable[[], None]] = {
    "sealing": _sealing,
    "database": _database,
    "attachments": _attachments,
    "forms": _forms,
    "printing": _printing,
}
