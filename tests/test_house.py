"""The table of ``docs/house.md`` against the imports of the code."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from attrs import frozen

WAYS_UP = {("report", "pages"), ("packs", "lint")}
"""Imports against the order of the page, which it names."""
_ROOM = re.compile(r"`([a-z_]+)(?:/|\.py)`")


@frozen
class Import:
    """What one file imports: a room of govie, or spaCy."""

    file: str
    room: str
    imported: str
    late: bool
    """Inside a function."""


def imports_of(package: Path) -> Iterator[Import]:
    """The imports that run, those for type checkers left out."""
    for file in sorted(package.rglob("*.py")):
        room = file.relative_to(package).parts[0].removesuffix(".py")
        tree = ast.parse(file.read_text(encoding="utf-8"))
        checked = {
            id(inner)
            for node in ast.walk(tree)
            if isinstance(node, ast.If) and ast.unparse(node.test) == "TYPE_CHECKING"
            for inner in ast.walk(node)
        }
        top = {id(node) for node in tree.body}
        for node in ast.walk(tree):
            if id(node) not in checked:
                for imported in _imported(node):
                    yield Import(file.name, room, imported, id(node) not in top)


def _imported(node: ast.AST) -> Iterator[str]:
    if isinstance(node, ast.ImportFrom) and node.module == "govie":
        yield from (alias.name for alias in node.names)
    elif isinstance(node, ast.ImportFrom):
        yield from _room_or_spacy(node.module or "")
    elif isinstance(node, ast.Import):
        for alias in node.names:
            yield from _room_or_spacy(alias.name)


def _room_or_spacy(module: str) -> Iterator[str]:
    first, _, rest = module.partition(".")
    if first == "spacy":
        yield first
    elif first == "govie" and rest:
        yield rest.split(".")[0]


@pytest.fixture(scope="module")
def rows(root: Path) -> list[tuple[list[str], str]]:
    """The rooms of each row of the table, and what it says of spaCy."""
    page = (root / "docs/house.md").read_text(encoding="utf-8")
    cells = [line.split("|")[1:-1] for line in page.splitlines() if line.startswith("| `")]
    return [(_ROOM.findall(rooms), spacy.strip()) for rooms, _, spacy in cells]


@pytest.fixture(scope="module")
def imports(root: Path) -> list[Import]:
    return list(imports_of(root / "govie"))


def test_every_room_has_one_place(rows: list[tuple[list[str], str]], root: Path) -> None:
    named = [room for rooms, _ in rows for room in rooms]
    entries = [path for path in (root / "govie").iterdir() if not path.name.startswith("__")]
    there = {path.stem for path in entries if path.suffix == ".py" or any(path.glob("*.py"))}
    assert sorted(named) == sorted(there)


def test_imports_run_one_way(rows: list[tuple[list[str], str]], imports: list[Import]) -> None:
    rank = {room: at for at, (rooms, _) in enumerate(rows) for room in rooms}
    known = [each for each in imports if each.room in rank and each.imported in rank]
    up = [each for each in known if rank[each.imported] < rank[each.room]]
    assert {(each.room, each.imported) for each in up} == WAYS_UP
    assert [each for each in up if not each.late] == []


def test_spacy_is_where_the_page_says(
    rows: list[tuple[list[str], str]], imports: list[Import]
) -> None:
    for rooms, said in rows:
        files = {(each.room, each.file) for each in imports if each.room in rooms}
        has = {(e.room, e.file) for e in imports if e.room in rooms and e.imported == "spacy"}
        assert said == ("yes" if has == files else "some" if has else "no"), rooms
