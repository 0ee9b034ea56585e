from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from govie.corpus.job import Said
from govie.corpus.recipe import Recipe, recipe_for, recipe_of

LINE = {"label": "program", "pattern": "清风行动", "id": "qf", "meta": {"kind": "campaign"}}


@pytest.fixture
def pack(tmp_path: Path) -> Path:
    folder = tmp_path / "mine"
    folder.mkdir()
    return folder


def recipe(pack: Path, name: str, *lines: dict[str, Any] | str) -> str:
    """The recipe when the file ``name`` of the pack holds these lines."""
    written = [
        line if isinstance(line, str) else json.dumps(line, ensure_ascii=False) for line in lines
    ]
    (pack / name).write_text("\n".join(written), "utf-8")
    return recipe_of(["default", str(pack)]).digest


def test_a_changed_line_changes_it(pack: Path) -> None:
    before = recipe(pack, "programs.jsonl", LINE)
    assert recipe(pack, "programs.jsonl", LINE | {"id": "other"}) != before
    assert recipe(pack, "programs.jsonl", LINE) == before


def test_examples_do_not(pack: Path) -> None:
    before = recipe(pack, "programs.jsonl", LINE)
    assert recipe(pack, "programs.jsonl", LINE | {"examples": {"yes": ["清风行动开展"]}}) == before


def test_a_line_that_moves_does_because_records_name_it(pack: Path) -> None:
    before = recipe(pack, "programs.jsonl", LINE)
    assert recipe(pack, "programs.jsonl", "", LINE) != before


def test_the_header_does_not_and_topics_of_other_programs_do_not(pack: Path) -> None:
    before = recipe(pack, "programs.jsonl", LINE)
    (pack / "pack.json").write_text('{"name": "mine", "topics": ["taxes"]}', "utf-8")
    assert recipe(pack, "taxes.jsonl", LINE) == before


def test_another_set_of_packs_does(pack: Path) -> None:
    assert recipe(pack, "programs.jsonl", LINE) != recipe_of(["default"]).digest


def test_what_the_caller_says_of_a_file_does() -> None:
    said = [
        Said(),
        Said(encoding="gbk"),
        Said(jurisdiction="株洲市"),
        Said(year=2020),
        Said(year=2021),
    ]
    assert len({recipe_for(Recipe("common", {}), one) for one in said}) == 5
