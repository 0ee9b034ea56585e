"""``docs/patterns.md``: its worked example is run, and it tells of every key, topic and label."""

from __future__ import annotations

import re
import shlex
from pathlib import Path

import pytest
from typer.testing import CliRunner

from govie.cli.app import app
from govie.lint.check import check
from govie.lint.topics import TOPICS, Topic
from govie.packs.header import HEADER_KEYS
from govie.packs.lines import KEYS

ROW = re.compile(r"^\| `([^`]+)` \| (.+) \|$", re.MULTILINE)
BLOCK = re.compile(r"^```(\w+)\n(.*?)^```", re.MULTILINE | re.DOTALL)


@pytest.fixture
def page(root: Path) -> str:
    return (root / "docs/patterns.md").read_text(encoding="utf-8")


@pytest.fixture
def example(page: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The pack of the page in the working folder; the Python blocks."""
    blocks = BLOCK.findall(page)
    folder = tmp_path / "qingshui"
    folder.mkdir()
    (lines,) = (text for kind, text in blocks if kind == "jsonl")
    header = next(text for kind, text in blocks if kind == "json")
    (folder / "programs.jsonl").write_text(lines, encoding="utf-8")
    (folder / "pack.json").write_text(header, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    return [text for kind, text in blocks if kind == "python"]


def test_the_pack_passes_and_is_twenty_lines(example: list[str]) -> None:
    assert check("qingshui").problems == ()
    own = Path("qingshui/programs.jsonl").read_text(encoding="utf-8").splitlines()
    assert len(own) + 1 + len(example[0].splitlines()) <= 20


def test_the_pack_finds_its_programmes(
    example: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    exec(example[0], {})
    assert capsys.readouterr().out.splitlines() == [
        "“清风护河”行动 campaign 清风护河",
        "银杏计划 plan 银杏人才",
        "“一码到家”改革 reform 一码到家",
    ]


def test_its_commands_run(page: str, example: list[str]) -> None:
    block = next(text for kind, text in BLOCK.findall(page) if kind == "bash")
    *checks, parse = block.splitlines()
    for command in checks:
        assert CliRunner().invoke(app, shlex.split(command)[1:]).exit_code == 0
    echo, _, verb = parse.partition(" | ")
    done = CliRunner().invoke(app, shlex.split(verb)[1:], input=shlex.split(echo)[1])
    assert done.exit_code == 0, done.stderr
    assert "“清风护河”行动" in done.stdout
    assert "银杏计划" in done.stdout


def test_the_other_snippets_run(example: list[str]) -> None:
    assert len(example) == 3
    for snippet in example[1:]:
        exec(snippet, {})


def test_every_key_is_described(page: str) -> None:
    for name, key in KEYS.items():
        assert f"| `{name}` | {key.metadata['shape'].said} | {key.metadata['about']} |" in page
    for name, (shape, about) in HEADER_KEYS.items():
        assert f"| `{name}` | {shape.said} | {about} |" in page


@pytest.mark.parametrize("topic", TOPICS.values(), ids=TOPICS)
def test_every_topic_and_label_is_described(page: str, topic: Topic) -> None:
    section = page.split(f"\n### `{topic.name}`\n")[1].split("\n### ")[0]
    assert topic.about[1:] in section
    labels, _, meta = section.partition("| key of `meta` |")
    assert dict(ROW.findall(labels)) == dict(topic.labels)
    told = {name: f"{key.shape.said} | {key.told}" for name, key in topic.meta.items()}
    assert dict(ROW.findall(meta)) == told
    for condition in topic.honours:
        assert f"`{condition}`" in section
