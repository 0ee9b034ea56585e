"""Wrong options: one clear message each, which names the option and, where there are, the choices.

``cases/configs.jsonl`` holds one mistake a line: ``call``, a factory or a function of govie;
``config``, what is given to it; ``says``, what the message has to say; ``note``, the mistake.
``FOLDER`` stands for a folder with a small pack in it.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
import spacy

import govie
from govie.errors import GovieError

CASES = [
    json.loads(line)
    for line in (Path(__file__).parent / "cases/configs.jsonl").read_text("utf-8").splitlines()
]
LONGEST = 700
"""Characters of a message of ours; spaCy's own lists all factories of the machine."""


@pytest.fixture
def folder(tmp_path: Path) -> str:
    pack = tmp_path / "mine"
    pack.mkdir()
    (pack / "programs.jsonl").write_text(
        '{"label": "plan", "pattern": "青竹计划", "id": "青竹计划"}\n', encoding="utf-8"
    )
    return str(pack)


def call(name: str, config: dict[str, Any]) -> None:
    """What a user does; a component is run, since some mistakes show at the first text."""
    if name == "tokenizer":
        spacy.blank("zh", config={"nlp": {"tokenizer": config}})
    elif name == "load":
        govie.load(**config)
    elif name == "add_to":
        govie.add_to(spacy.blank("zh"), **config)
    elif name == "parse":
        govie.parse("工业增长5%。", **config)
    else:
        nlp = spacy.blank("zh")
        nlp.add_pipe(name, config=config)
        nlp("工业增长5%。")


def filled(value: Any, folder: str) -> Any:
    if isinstance(value, list):
        return [filled(each, folder) for each in value]
    return folder if value == "FOLDER" else value


@pytest.mark.parametrize("case", CASES, ids=[case["note"] for case in CASES])
def test_a_mistake_is_told(case: dict[str, Any], folder: str) -> None:
    config = {name: filled(value, folder) for name, value in case["config"].items()}
    with pytest.raises(ValueError) as raised:  # noqa: PT011
        call(case["call"], config)
    message = str(raised.value)
    assert [part for part in case["says"] if part not in message] == []
    if isinstance(raised.value, GovieError):
        assert len(message) <= LONGEST
        assert "\n" not in message


def test_a_path_is_as_good_as_its_name(folder: str) -> None:
    packs: list[str | Path] = ["default", Path(folder)]
    text = "推进青竹计划。"
    assert [p.program_id for p in govie.parse(text, patterns=packs)._.govie.programs] == [
        "青竹计划"
    ]
    (doc,) = govie.pipe([text], patterns=packs)
    for made in (govie.load(patterns=packs), govie.add_to(spacy.blank("zh"), patterns=packs)):
        assert made(text)._.govie.programs == doc._.govie.programs
        assert made.config["components"]["govie_programs"]["patterns"] == ["default", folder]


def test_there_are_twenty_mistakes_and_more() -> None:
    assert len({json.dumps([case["call"], case["config"]]) for case in CASES}) >= 20


@pytest.mark.parametrize("nlp", ["zh", None])
def test_a_pipeline_that_is_none(nlp: Any) -> None:
    with pytest.raises(govie.ConfigError, match=r"nlp is a spaCy pipeline such as spacy.blank"):
        govie.add_to(nlp)
