"""One report as GB18030 text, Word, web page and PDF in two columns says the same as its text.

What is lost on the way: in the PDF the break between lines at the end of a column or page stays,
and a heading that ends there or a paragraph that goes on there may be divided otherwise, so that
some sections differ; records of all other types are the same, white space aside.
"""

from __future__ import annotations

from collections import Counter
from typing import Any

import pytest
from made_files import make_docx, make_html, make_pdf, paragraphs_of, wrapped

import govie
from govie.files.reader import read_bytes

_OF_THE_FILE = {
    *("id", "start", "end", "section", "document", "parent", "mentions"),
    *("indicator_start", "indicator_end", "definition_start", "definition_end"),
}


def said(text: str) -> Counter[tuple[Any, ...]]:
    """What the records of a text say, without where they stand."""
    found: Counter[tuple[Any, ...]] = Counter()
    for record in govie.parse(text)._.govie.records:
        plain = {k: v for k, v in record.to_dict().items() if k not in _OF_THE_FILE}
        cells = [(key, "".join(str(value).split())) for key, value in plain.items()]
        found[(record.type, *cells)] += 1
    return found


@pytest.fixture(scope="module", params=["zhuzhou-2021", "hetang-2021"])
def seed(request: pytest.FixtureRequest, seed_texts: dict[str, str]) -> str:
    return seed_texts[request.param]


@pytest.fixture(scope="module")
def expected(seed: str) -> Counter[tuple[Any, ...]]:
    return said(seed)


def test_text_in_gb18030(seed: str, expected: Counter[tuple[Any, ...]]) -> None:
    assert said(read_bytes(seed.encode("gb18030"), "x").text) == expected


def test_word(seed: str, expected: Counter[tuple[Any, ...]]) -> None:
    assert said(read_bytes(make_docx(paragraphs_of(seed)), "x").text) == expected


def test_web_page(seed: str, expected: Counter[tuple[Any, ...]]) -> None:
    paragraphs = paragraphs_of(seed)
    page = make_html(paragraphs, paragraphs[0], "gb2312")
    assert said(read_bytes(page, "x").text) == expected


def test_pdf_in_two_columns(seed: str, expected: Counter[tuple[Any, ...]]) -> None:
    lines = wrapped([f"　　{paragraph}" for paragraph in paragraphs_of(seed)], 22)
    data = make_pdf(lines, columns=2, head="株洲市人民政府公报")
    found = said(read_bytes(data, "x").text)
    differing = (found - expected) + (expected - found)
    assert {record[0] for record in differing} <= {"section"}
    assert differing.total() <= 4
