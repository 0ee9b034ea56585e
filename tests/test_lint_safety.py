"""Packs of strangers: regexes, links, sizes, distributions."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from govie.errors import PatternError
from govie.lint.expressions import expression_faults
from govie.packs import files as pack_files
from govie.packs import forget_packs, open_pack
from govie.packs.expressions import compiled
from govie.packs.files import FolderFiles

LINE = '{"label": "campaign", "pattern": "清风护河行动", "id": "清风护河"}\n'
SLOW = [
    "第(?:[0-9]+)+条",
    "(?:河|河)*湖",
    "(?:河|河河)*湖",
    "(?:[^，]{0,20}，?){0,20}号",
    "(?:北京市|北京\\w)*号",
    "(?:[a-c][d-f][g-i]|[a-b][d-e][g-h])*!",
    ".*.*号",
    "[^，]*，$",
    "(?:河?){30}河{30}",
]
QUICK = [
    "[0-9]{1,4}(?:、[0-9]{1,4}){0,20}号",
    "第[一二三四五六七八九十]{1,3}届(?=人大|政协)",
    "(?<![0-9])(?:19|20)[0-9]{2}年(?!期)",
    "(?:[^，。]{0,20}报告)?(?:名词|术语)(?:解释|注释)",
    "(?:第[0-9]{1,2}[、，]){1,20}+号",
]


def test_slow_regexes_are_found_and_quick_ones_pass() -> None:
    faults = expression_faults([*SLOW, *QUICK])
    assert list(faults) == SLOW
    assert all("takes too long" in fault.what for fault in faults.values())


@pytest.mark.parametrize(
    ("expression", "what"),
    [
        ("(?:(?:河{1000}){1000}){1000}", "the repeats of the regex are too many"),
        ("河" * 2001, "a regex of 2001 characters"),
        ("(?i)gdp", "flags for the whole regex"),
        ("河(?R)?湖", "a regex that calls itself or a group"),
        ("(河)湖", "a group with a number"),
        ("河*", "the regex matches the empty text"),
        ("河{99999999999}", "the regex does not compile: repeat count too big at position 2"),
    ],
)
def test_regexes_that_are_refused_unrun(expression: str, what: str) -> None:
    assert expression_faults([expression])[expression].what == what


def test_regexes_run_by_re_where_it_knows_them() -> None:
    import re

    import regex

    assert isinstance(compiled("[0-9]G"), re.Pattern)
    assert isinstance(compiled(r"\p{Han}{2}即"), regex.Pattern)


def pack(folder: Path, **files: str) -> Path:
    for name, text in files.items():
        (folder / f"{name}.jsonl").write_text(text, encoding="utf-8")
    return folder


def test_a_pack_with_a_slow_regex_is_not_loaded(tmp_path: Path) -> None:
    line = '{"label": "NAME", "regex": "第(?:[0-9]+)+号", "id": "x"}\n'
    found = open_pack(str(pack(tmp_path, skips=line)))
    with pytest.raises(PatternError, match=r"skips\.jsonl:1: the regex takes too long"):
        found.patterns("skips")


def test_a_relative_folder_is_the_one_that_is_there_now(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("first", "second"):
        pack_folder = tmp_path / name / "pack"
        pack_folder.mkdir(parents=True)
        pack(pack_folder, programs=LINE)
    files = FolderFiles(Path("pack"))
    for name in ("first", "second"):
        monkeypatch.chdir(tmp_path / name)
        assert files.read("programs.jsonl") == LINE


def test_links_out_of_the_pack_are_refused(tmp_path: Path) -> None:
    outside = tmp_path / "secret.txt"
    outside.write_text(LINE, encoding="utf-8")
    folder = tmp_path / "pack"
    folder.mkdir()
    (folder / "programs.jsonl").symlink_to(outside)
    with pytest.raises(PatternError, match="leads out of the pack"):
        open_pack(str(folder)).patterns("programs")


def test_linked_folders_and_circles_are_refused_or_end(tmp_path: Path) -> None:
    folder = tmp_path / "pack"
    (folder / "programs").mkdir(parents=True)
    (folder / "programs" / "again").symlink_to(folder)
    pack(folder / "programs", mine=LINE)
    assert {p.id for p in open_pack(str(folder)).patterns("programs")} == {"清风护河"}


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="needs named pipes")
def test_what_is_no_plain_file_is_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "programs.jsonl")
    with pytest.raises(PatternError, match="no plain file"):
        open_pack(str(tmp_path)).patterns("programs")


def test_huge_files_are_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pack_files, "_LARGEST", len(LINE.encode()))
    assert open_pack(str(pack(tmp_path, programs=LINE))).patterns("programs")
    pack(tmp_path, programs=LINE + " ")
    with pytest.raises(PatternError, match="more than"):
        open_pack(str(tmp_path)).patterns("programs")


@pytest.fixture
def distribution(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A folder on the path with an installed distribution that shares a pack."""
    package = tmp_path / "qingshui_patterns"
    package.mkdir()
    (package / "__init__.py").write_text("raise SystemExit('a pack ran code')\n")
    pack(package, programs=LINE)
    (package / "pack.json").write_text('{"name": "qingshui", "version": "1.0"}')
    info = tmp_path / "qingshui_patterns-1.0.dist-info"
    info.mkdir()
    (info / "METADATA").write_text("Metadata-Version: 2.1\nName: qingshui-patterns\nVersion: 1.0\n")
    (info / "entry_points.txt").write_text("[govie_patterns]\nqingshui = qingshui_patterns\n")
    monkeypatch.syspath_prepend(str(tmp_path))
    forget_packs()
    yield package
    forget_packs()


def test_an_installed_pack_is_found_by_name_and_not_run(distribution: Path) -> None:
    found = open_pack("qingshui")
    assert (found.name, found.version) == ("qingshui", "1.0")
    assert [p.pattern for p in found.patterns("programs")] == ["清风护河行动"]
    assert "qingshui_patterns" not in sys.modules


def test_info_lists_installed_packs_with_hashes(distribution: Path) -> None:
    from typer.testing import CliRunner

    from govie.cli.app import app

    result = CliRunner().invoke(app, ["info"])
    assert result.exit_code == 0
    versions, default, mine = result.stdout.splitlines()
    assert versions.startswith("govie ")
    assert "spaCy 3." in versions
    assert default.startswith("pack default  0.1.0  sha256 ")
    assert mine == f"pack qingshui  1.0  sha256 {open_pack('qingshui').digest[:12]}"


def test_info_tells_of_a_pack_that_cannot_be_read(distribution: Path) -> None:
    from typer.testing import CliRunner

    from govie.cli.app import app

    (distribution / "pack.json").write_text("{]")
    result = CliRunner().invoke(app, ["info"])
    assert result.exit_code == 1
    assert "qingshui/pack.json:1: not valid JSON" in result.stdout
