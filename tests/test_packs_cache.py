"""What pattern files were read as is kept, and nothing goes wrong with what is kept."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from govie.errors import PatternError
from govie.packs import Pattern, parse_patterns
from govie.packs import cache as kept_readings

LINES = [
    {"label": "project", "pattern": f"第{number}号工程", "id": f"p{number}", "not_before": ["处"]}
    for number in range(300)
]
TEXT = "\n".join(json.dumps(line, ensure_ascii=False) for line in LINES)


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("GOVIE_CACHE", str(tmp_path / "cache"))
    return tmp_path / "cache"


def the_file(folder: Path) -> Path:
    (file,) = folder.iterdir()
    return file


def test_a_second_reading_gives_the_same_patterns(folder: Path) -> None:
    first = parse_patterns(TEXT, "a.jsonl")
    assert len(list(folder.iterdir())) == 1
    again = parse_patterns(TEXT, "b.jsonl")
    assert [pattern.source for pattern in again[:2]] == ["b.jsonl:1", "b.jsonl:2"]
    assert first[7] == Pattern(
        label="project",
        pattern="第7号工程",
        id="p7",
        not_before=("处",),
        source="a.jsonl:8",
    )
    assert [(p.label, p.pattern, p.id, p.not_before) for p in again] == [
        (p.label, p.pattern, p.id, p.not_before) for p in first
    ]


def test_what_is_kept_is_what_is_read(folder: Path) -> None:
    parse_patterns(TEXT, "a.jsonl")
    file = the_file(folder)
    lines = json.loads(file.read_text(encoding="utf-8"))
    file.write_text(json.dumps(lines[:2]), encoding="utf-8")
    assert len(parse_patterns(TEXT, "a.jsonl")) == 2


def test_a_changed_file_is_read_anew(folder: Path) -> None:
    parse_patterns(TEXT, "a.jsonl")
    changed = parse_patterns(TEXT.replace("第7号", "第八号"), "a.jsonl")
    assert changed[7].pattern == "第八号工程"


@pytest.mark.parametrize(
    "damage", [b"", b"\x00\xff", b"[[1]]", b'{"a": 1}', b"null", b'[[1, "text"]]', b"[" * 100_000]
)
def test_a_damaged_reading_is_made_anew(folder: Path, damage: bytes) -> None:
    whole = parse_patterns(TEXT, "a.jsonl")
    file = the_file(folder)
    content = file.read_bytes()
    file.write_bytes(damage)
    assert parse_patterns(TEXT, "a.jsonl") == whole
    assert file.read_bytes() == content


def test_a_folder_that_cannot_be_written_is_no_error(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "file").write_text("no folder", encoding="utf-8")
    monkeypatch.setenv("GOVIE_CACHE", str(tmp_path / "file" / "below"))
    assert len(parse_patterns(TEXT, "a.jsonl")) == 300


def test_nothing_is_kept_where_the_variable_is_empty(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("GOVIE_CACHE", "")
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    assert kept_readings.cache_folder() is None
    parse_patterns(TEXT, "a.jsonl")
    assert list(tmp_path.iterdir()) == []


def test_files_with_faults_and_short_files_are_not_kept(folder: Path) -> None:
    with pytest.raises(PatternError):
        parse_patterns(TEXT + "\n{}", "a.jsonl")
    parse_patterns(json.dumps(LINES[0], ensure_ascii=False), "a.jsonl")
    assert not folder.exists()


def test_the_folder_does_not_grow_without_end(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(kept_readings, "_MOST", 3)
    for number in range(6):
        parse_patterns(TEXT + f'\n{{"label": "project", "pattern": "{number}"}}', "a.jsonl")
    assert len(list(folder.iterdir())) == 3
