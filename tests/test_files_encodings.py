from __future__ import annotations

import codecs

import pytest
from hypothesis import given
from hypothesis import strategies as st

from govie.errors import ConfigError, InputError
from govie.files.encodings import decode

REPORT = "各位代表：\n今年地区生产总值增长8%左右，新增就业5万人。\n" * 3
TRADITIONAL = (
    "各位代表：過去一年，地區生產總值增長百分之八，財政收入穩步增長，城鄉居民收入提高。\n" * 3
)


@pytest.mark.parametrize(
    ("data", "encoding", "how"),
    [
        (REPORT.encode(), "utf-8", "detected"),
        (REPORT.encode("utf-8-sig"), "utf-8", "mark"),
        (REPORT.encode("gb18030"), "gb18030", "detected"),
        (REPORT.encode("gbk"), "gb18030", "detected"),
        (codecs.BOM_UTF16_LE + REPORT.encode("utf-16-le"), "utf-16-le", "mark"),
        (codecs.BOM_UTF16_BE + REPORT.encode("utf-16-be"), "utf-16-be", "mark"),
        (REPORT.encode("utf-16-le"), "utf-16-le", "detected"),
        (REPORT.encode("utf-16-be"), "utf-16-be", "detected"),
    ],
)
def test_encodings_of_reports_are_told(data: bytes, encoding: str, how: str) -> None:
    assert decode(data, "x")[:3] == (REPORT, encoding, how)


def test_traditional_pages_in_big5_and_gbk_are_told_apart() -> None:
    assert decode(TRADITIONAL.encode("big5"), "x").text == TRADITIONAL
    assert decode(TRADITIONAL.encode("gb18030"), "x").text == TRADITIONAL


def test_what_the_file_states_is_believed_only_where_it_holds() -> None:
    assert decode(REPORT.encode("gb18030"), "x", stated="gb2312")[1:3] == ("gb18030", "stated")
    assert decode(REPORT.encode(), "x", stated="gb2312")[1:3] == ("utf-8", "detected")
    assert decode(REPORT.encode("gb18030"), "x", stated="no-such-thing").text == REPORT
    assert decode(TRADITIONAL.encode("big5"), "x", stated="big5")[1:3] == ("big5", "stated")


def test_the_caller_has_the_last_word() -> None:
    assert decode("一".encode("utf-16-le"), "x", given="UTF-16LE").text == "一"
    mistaken = decode("丂".encode("gbk"), "x", given="latin-1")
    assert mistaken.text == "\x81@"
    assert mistaken.encoding_from == "given"
    with pytest.raises(ConfigError, match="no encoding 'utf-9'"):
        decode(b"x", "x", given="utf-9")
    with pytest.raises(ConfigError, match="no encoding 'base64'"):
        decode(b"x", "x", given="base64")


def test_a_few_damaged_characters_are_told_and_cost_nothing_else() -> None:
    data = bytearray((REPORT * 5).encode())
    data[len("各位".encode()) + 1] = 0xFF
    text, encoding, _, warnings = decode(bytes(data), "x")
    assert encoding == "utf-8"
    assert text.endswith(REPORT)
    (warning,) = warnings
    assert "damaged" in warning


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"\x80\xff", "x: is no text in UTF-8, GB18030 or UTF-16"),
        (b"\x7fELF\x02\x01\x01\x00\x00", "x: holds binary data"),
        (bytes(range(256)) * 4, "x: holds binary data"),
    ],
)
def test_what_is_no_text_is_refused(data: bytes, message: str) -> None:
    with pytest.raises(InputError, match=message):
        decode(data, "x")


def test_a_wrong_encoding_that_is_given_is_refused_where_it_damages_the_text() -> None:
    with pytest.raises(InputError, match="is not utf-8"):
        decode(REPORT.encode("gb18030"), "x", given="utf-8")


@given(st.text(alphabet=st.characters(exclude_categories=["Cs"], exclude_characters="\0\ufeff")))
def test_utf8_comes_through_whole_but_for_line_ends(text: str) -> None:
    settled = text.replace("\r\n", "\n").replace("\r", "\n")
    assert decode(text.encode(), "x").text == settled
