from __future__ import annotations

from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from abhaya.storage.search_index import Hit, IndexEntry, IndexLostError, SearchIndex
from support.plain_text_scan import plain_text_leaks
from support.station_keys import KEY, SALT
from support.station_rows import START

RECORDS = [
    ("बच्ची को गोरखपुर स्टेशन पर पाया गया। फोन ०९८७६५४३२१, भाषा हिन्दी", ("सीता तामाङ",)),
    ("Found at Gorakhpur station, speaks Nepali", ("Sita Tamang", "Ram Bahadur Rai")),
    ("सुनीता को क़ैद में रखा गया था", ("सुनीता देवी",)),
    ("Statement of the owner of the tea stall", ("Sunit Rana",)),
    ("धारा 143, 2 लड़कियाँ", ("Geeta Rai",)),
]
"""Invented; record r-0 is the oldest."""


def entry(number, text, names=()):
    return IndexEntry(f"c-{number}", f"r-{number}", START + timedelta(hours=number), text, names)


@pytest.fixture
def path(tmp_path):
    return tmp_path / "search.db"


@pytest.fixture
def opened(path):
    """Opens the index as often as wanted and closes each."""
    indexes = []

    def open_index(key=KEY):
        indexes.append(SearchIndex(path, key, SALT))
        return indexes[-1]

    yield open_index
    for index in indexes:
        index.close()


@pytest.fixture
def index(opened):
    index = opened()
    index.put(entry(number, *record) for number, record in enumerate(RECORDS))
    return index


def found(index, text, limit=50):
    return [int(hit.record_id[2:]) for hit in index.find(text, limit)]


def test_a_cleared_index_finds_nothing_and_can_be_filled_again(index):
    index.put([], mark=7)
    index.clear()
    assert index.mark == 0
    assert found(index, "Gorakhpur") == []
    index.put([entry(9, *RECORDS[1])])
    assert found(index, "Gorakhpur") == [9]


@pytest.mark.parametrize(
    ("text", "records"),
    [
        ("Sita", [1, 0]),
        ("सीता", [1, 0]),
        ("seeta", [1, 0]),
        ("SITA TAMANG", [1, 0]),
        ("sit", [1, 0]),
        ("हिंदी", [0]),
        ("हिन्दी", [0]),
        ("0987654321", [0]),
        ("०९८७६५४३२१", [0]),
        ("धारा १४३", [4]),
        ("कैद", [2]),
        ("लड़क", [4]),
        ("gorakhpur sita", [1]),
        ("station -tea", []),
        ("गोरखपुर", [0]),
        ("station", [1]),
        ("nothing of this", []),
    ],
)
def test_words_and_names_are_found_in_every_spelling(index, text, records):
    assert found(index, text) == records


def test_the_same_name_comes_before_a_similar_one(index):
    assert found(index, "sunita") == [2, 3]
    assert found(index, "rai") == [4, 1]


def test_whole_words_are_found_not_parts_of_devanagari_letters(index):
    assert found(index, "त") == []
    assert found(index, "सुनीता को") == [2]


def test_newest_comes_first_and_the_limit_holds(index):
    index.put(entry(number, "another word", ("Sita",)) for number in range(10, 90))
    assert found(index, "another", 20) == list(range(89, 69, -1))
    assert found(index, "sita", 3) == [89, 88, 87]
    assert found(index, "सीता", 100)[-2:] == [1, 0]


def test_record_put_again_is_found_by_its_new_words_alone(index):
    index.put([entry(1, "अब दूसरा पाठ", ("Maya Lama",))])
    assert found(index, "gorakhpur") == []
    assert found(index, "sita") == [0]
    assert found(index, "माया") == [1]


def test_record_put_again_without_text_is_not_found(index):
    index.put([entry(1, "")])
    assert found(index, "sita") == [0]


def test_hit_names_case_and_record(index):
    index.put([IndexEntry("c-9", "", START, "the summary of a case")])
    assert index.find("summary") == [Hit("c-9", "")]


def test_mark_says_up_to_where_the_trail_is_indexed(opened, index):
    assert index.mark == 0
    index.put([], mark=7)
    index.put([entry(9, "later")])
    index.close()
    assert opened().mark == 7


def test_failed_put_moves_neither_mark_nor_entries(index):
    def failing():
        yield entry(9, "halfway")
        raise ValueError

    with pytest.raises(ValueError):
        index.put(failing(), mark=7)
    assert index.mark == 0
    assert found(index, "halfway") == []


@pytest.mark.parametrize(
    "text",
    [
        *(
            '"',
            "'",
            '""',
            "*",
            "sita*",
            "(",
            ")",
            "sita)",
            "text : sita",
            "names:st",
            "^sita",
            "{a b}: c",
            "-",
            "+",
        ),
        *("AND", "OR", "NOT", "NEAR", "NEAR(sita tamang, 3)", "sita AND", "NOT sita", "sita OR ram"),
        *(
            "",
            " ",
            "\n\t",
            "\x00",
            "sita\x00tamang",
            "\x1b[0m",
            "\ud800",
            "\udfff sita",
            "😀",
            "👩🏽‍⚖️",
            "🏳️‍🌈 सीता",
        ),
        *(
            "ा",
            "्",
            "ं",
            "\u200d",
            "\u0301",
            "'; drop table entries; --",
            "%",
            "_",
            "\\",
            "a" * 100_000,
            "a b " * 10_000,
        ),
    ],
)
def test_no_query_breaks(index, text):
    index.find(text)
    assert found(index, "सीता") == [1, 0]


@given(st.text())
def test_no_query_breaks_whatever_is_typed(tmp_path_factory, text):
    index = SearchIndex(tmp_path_factory.mktemp("index") / "search.db", KEY, SALT)
    index.put([IndexEntry("c-1", "r-1", START, text, (text,))])
    hits = index.find(text)
    index.close()
    assert hits in ([], [Hit("c-1", "r-1")])


def test_file_is_encrypted(index, path):
    assert plain_text_leaks(path.parent, ["gorakhpur", "Gorakhpur", "सुनीता", "SQLite format 3"]) == []


def test_other_key_finds_an_empty_index(opened, index):
    index.close()
    assert found(opened(bytes(32)), "sita") == []


@pytest.mark.parametrize("content", [b"", b"x" * 10_000, b"SQLite format 3\0" + bytes(4080)])
def test_file_that_does_not_open_is_replaced_by_an_empty_one(opened, index, path, content):
    index.close()
    path.write_bytes(content)
    again = opened()
    assert (again.mark, found(again, "sita")) == (0, [])
    again.put([entry(0, *RECORDS[0])])
    assert found(again, "sita") == [0]


def test_index_of_another_schema_is_replaced(opened, index, monkeypatch):
    index.close()
    monkeypatch.setattr("abhaya.storage.search_index.SCHEMA_VERSION", 2)
    assert found(opened(), "sita") == []


def test_index_damaged_in_use_says_so_and_can_be_filled_again(opened, index, path):
    index.put(entry(number, f"word{number} " * 50) for number in range(200))
    index.close()
    content = bytearray(path.read_bytes())
    for page in range(2, len(content) // 4096):
        content[page * 4096 + 99] ^= 1
    path.write_bytes(content)
    damaged = opened()
    with pytest.raises(IndexLostError):
        damaged.find("sita")
    assert damaged.mark == 0
    damaged.put(entry(number, *record) for number, record in enumerate(RECORDS))
    assert found(damaged, "sita") == [1, 0]
