"""``docs/facts.md``: overruling a word works as the page says."""

from __future__ import annotations

import re
from pathlib import Path

import govie
from govie.kinds import SECTION_KINDS
from govie.lint.check import check

TEXT = "2021年，力争产值增长5%。2021年，努力使就业增长3%。"


def commitments(*patterns: str | Path) -> list[str | None]:
    doc = govie.parse(TEXT, jurisdiction="株洲市", year=2021, patterns=patterns)
    return [fact.commitment for fact in doc._.govie.numeric_facts]


def test_a_word_of_striving_binds(root: Path, tmp_path: Path) -> None:
    page = (root / "docs/facts.md").read_text(encoding="utf-8")
    (lines,) = re.findall(r"^```jsonl\n(.*?)^```", page, re.MULTILINE | re.DOTALL)
    (tmp_path / "standing.jsonl").write_text(lines, encoding="utf-8")
    assert check(str(tmp_path)).problems == ()
    assert commitments("default") == ["striving", "striving"]
    assert commitments("default", tmp_path) == ["binding", "striving"]


def test_all_words_of_a_label_may_go(tmp_path: Path) -> None:
    words = ("力争", "争取", "努力", "力求", "奋力")
    lines = (f'{{"label": "STRIVING", "pattern": "{word}", "skip": true}}\n' for word in words)
    (tmp_path / "standing.jsonl").write_text("".join(lines), encoding="utf-8")
    assert commitments("default", tmp_path) == ["expected", "expected"]


def test_all_kinds_of_sections_are_described(root: Path) -> None:
    page = (root / "docs/patterns.md").read_text(encoding="utf-8")
    table = page.split("| kind of section |")[1].split("\n\n")[0]
    assert set(re.findall(r"^\| `(\w+)`", table, re.MULTILINE)) == set(SECTION_KINDS)
