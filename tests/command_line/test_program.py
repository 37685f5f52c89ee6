"""Every command explains itself, and every refusal has its exit code and its words."""

from __future__ import annotations

import pytest

from abhaya.command_line.parser import build_parser
from abhaya.command_line.program import COMMANDS
from abhaya.texts import LANGUAGES, Texts
from support.command import Commands


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("command", sorted(COMMANDS, key=str))
def test_every_command_has_help(commands, language, command, capsys, monkeypatch):
    words = [word for word in command if word]
    with pytest.raises(SystemExit) as ended:
        build_parser(Texts(language)).parse_args([*words, "--help"])
    assert ended.value.code == 0
    assert words[-1] in capsys.readouterr().out


@pytest.mark.parametrize("words", [["no-such-command"], ["case"], ["export", "X"], ["--station"]])
def test_an_incomplete_command_is_explained(commands, words):
    outcome = commands(*words)
    assert outcome.code == 2
    assert "abhaya --help" in outcome.err


@pytest.mark.parametrize("words", [["no-such-command"], ["case"], ["export", "X"], []])
def test_an_incomplete_command_is_explained_in_json(commands, words):
    outcome = commands(*words, "--json")
    assert (outcome.code, outcome.data["error"], outcome.err) == (2, "usage", "")


def test_help_in_words_and_in_json(commands):
    words = commands("case", "list", "--help")
    assert words.code == 0
    assert "--offset" in words.out
    assert commands("--json", "case", "list", "--help").data == {"help": words.out}


def test_an_interrupted_command_says_nothing(station, monkeypatch):
    def interrupted(visit):
        raise KeyboardInterrupt

    monkeypatch.setitem(COMMANDS, ("people", "list"), interrupted)
    outcome = station("people", "list")
    assert (outcome.code, outcome.out, outcome.err) == (130, "", "")


def test_a_folder_that_is_no_station(commands):
    outcome = commands("--language", "hi", "people", "list")
    assert outcome.code == 1
    assert outcome.err.startswith("यह फ़ोल्डर अभय स्टेशन नहीं है।")


def test_a_wrong_passphrase(station):
    outcome = station("--json", "--passphrase-stdin", "case", "list", stdin="not the passphrase\n")
    assert (outcome.code, outcome.data["error"]) == (3, "wrong_passphrase")


def test_a_defect_shows_a_mark_and_no_value(station, monkeypatch):
    def broken(visit):
        raise ValueError("सीता तामाङ")

    monkeypatch.setitem(COMMANDS, ("people", "list"), broken)
    outcome = station("people", "list")
    assert outcome.code == 70
    assert "सीता" not in outcome.out + outcome.err


def test_self_test_tries_every_part(commands):
    assert commands("self-test").code == 0
    assert commands.json("self-test")["checks"] == ["sealing", "database", "attachments", "forms", "printing"]


def test_shared_options_stand_before_or_after_the_command(station):
    folder = str(station.station)
    before = Commands.__call__(station, "--station", folder, "--json", "people", "list")
    after = Commands.__call__(station, "people", "list", "--station", folder, "--json")
    assert before.data == after.data
