"""The tables hold each fact once, in three languages, with its source."""

from __future__ import annotations

import re
import unicodedata

import pytest

from abhaya_forms.engine.entry_state import NonAnswer
from abhaya_forms.rows import LANGUAGES
from abhaya_forms.tables import table_names, term_called, terms

TABLES = sorted(table_names())
DEVANAGARI = re.compile("[\u0900-\u097f]")


@pytest.mark.parametrize("table", TABLES)
def test_names_are_for_ever_and_said_once(table):
    names = [term.name for term in terms(table)]
    assert len(set(names)) == len(names)
    dotted = r"[a-z][a-z0-9_]*(\.[a-z0-9_]+)*" if table == "events" else r"[a-z][a-z0-9_]*"
    assert [name for name in names if not re.fullmatch(dotted, name)] == []


@pytest.mark.parametrize("table", TABLES)
def test_every_term_speaks_three_languages(table):
    for term in terms(table):
        assert set(term.labels) == set(LANGUAGES)
        assert all(label == unicodedata.normalize("NFC", label.strip()) for label in term.labels.values())
        assert DEVANAGARI.search(term.labels["hi"])
        assert DEVANAGARI.search(term.labels["ne"])
        assert not DEVANAGARI.search(term.labels["en"])


@pytest.mark.parametrize("table", TABLES)
def test_labels_tell_terms_apart(table):
    if table in ("districts", "masking"):  # two districts may share a name
        return
    for language in LANGUAGES:
        labels = [term.labels[language] for term in terms(table)]
        assert len(set(labels)) == len(labels)


@pytest.mark.parametrize("table", TABLES)
def test_every_term_says_where_it_comes_from(table):
    marked = re.compile(r"\[(F|K|policy)(:\w+)?\]|glossary")
    assert [term.name for term in terms(table) if not marked.search(term.source)] == []


@pytest.mark.parametrize("table", TABLES)
def test_review_marks_name_languages(table):
    assert {code for term in terms(table) for code in term.review} <= {"hi", "ne"}


def test_districts_belong_to_states_that_list_them():
    listed = {term.name for term in terms("states") if term.more["listed"] == "yes"}
    assert {term.more["state"] for term in terms("districts")} == listed


def test_all_districts_of_nepal_bihar_and_uttar_pradesh():
    counts: dict[str, int] = {}
    for term in terms("districts"):
        counts[term.more["state"]] = counts.get(term.more["state"], 0) + 1
    nepal = {state: count for state, count in counts.items() if state.startswith("np_")}
    assert nepal == {"np_koshi": 14, "np_madhesh": 8, "np_bagmati": 13, "np_gandaki": 11, "np_lumbini": 12,
                     "np_karnali": 10, "np_sudurpashchim": 9}  # fmt: skip
    assert sum(nepal.values()) == 77
    assert (counts["in_bihar"], counts["in_up"]) == (38, 75)


def test_the_non_answers_are_those_of_the_engine():
    assert {term.name for term in terms("non_answers")} == {kind.value for kind in NonAnswer}


def test_masks_are_known_words():
    assert {term.more["mask"] for term in terms("masking")} == {"identity", "quasi", "sensitive"}


def test_a_table_that_is_not_there():
    with pytest.raises(FileNotFoundError):
        terms("nothing")


@pytest.mark.parametrize("word", ["Uttar Pradesh", "uttar pradesh ", "उत्तर प्रदेश"])
def test_a_term_is_found_by_what_it_is_called(word):
    assert term_called("states", word).name == "in_up"
    assert term_called("states", "Atlantis") is None
