"""The wheel is complete: it works outside the checkout and carries the patterns."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path
from zipfile import ZipFile

import pytest

import govie


@pytest.fixture(scope="module")
def wheel(root: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel of a copy of the checkout, so that nothing is left behind in it."""
    source = tmp_path_factory.mktemp("source")
    for name in ("pyproject.toml", "README.md", "LICENSE"):
        shutil.copy(root / name, source)
    for name in ("govie", "patterns"):
        shutil.copytree(root / name, source / name, ignore=shutil.ignore_patterns("__pycache__"))
    target = tmp_path_factory.mktemp("wheel")
    words = ["pip", "wheel", "--quiet", "--no-deps", "--wheel-dir", str(target), str(source)]
    subprocess.run([sys.executable, "-m", *words], check=True)
    (found,) = target.glob("govie-*.whl")
    return found


def test_it_holds_every_pattern_file(root: Path, wheel: Path) -> None:
    packed = {name for name in ZipFile(wheel).namelist() if name.startswith("govie/patterns/")}
    files = {
        f"govie/patterns/{path.relative_to(root / 'patterns').as_posix()}"
        for path in (root / "patterns").rglob("*")
        if path.suffix in (".jsonl", ".json")
    }
    assert files - packed == set()
    assert "govie/py.typed" in ZipFile(wheel).namelist()


def test_it_holds_what_pages_are_made_of(root: Path, wheel: Path) -> None:
    folder = root / "govie/pages/static"
    files = {path.relative_to(root).as_posix() for path in folder.iterdir()}
    assert len(files) > 10
    assert files - set(ZipFile(wheel).namelist()) == set()


def test_it_reads_a_report_outside_the_checkout(root: Path, wheel: Path, tmp_path: Path) -> None:
    ZipFile(wheel).extractall(tmp_path / "site")
    code = (
        "import govie, sys; from govie.reading import read_text;"
        "print(govie.__file__); print(len(govie.parse(read_text(sys.argv[1]))._.govie.targets))"
    )
    done = subprocess.run(
        [sys.executable, "-c", code, str(root / "seeds/zhuzhou-2021.txt")],
        cwd=tmp_path,
        env={**os.environ, "PYTHONPATH": str(tmp_path / "site")},
        capture_output=True,
        text=True,
    )
    assert done.stderr == ""
    home, targets = done.stdout.split()
    assert Path(home).is_relative_to(tmp_path)
    assert int(targets) > 20


SCRIPT = """
import sys

sys.meta_path = [finder for finder in sys.meta_path if "editable" not in str(finder)]
import govie

try:
    report = govie.parse("株洲市2021年政府工作报告\\n2021年，力争地区生产总值增长8%。")._.govie
    print(govie.__file__, report.targets[0].indicator_id, report.packs["default"])
except govie.PatternError as error:
    print(govie.__file__, error)
"""
"""No finder of an editable installation helps it to the package of patterns."""


def told_in_a_clone(root: Path, clone: Path, *folders: str) -> list[str]:
    """What govie says that Python finds in the folder where it was started."""
    for name in folders:
        ignored = shutil.ignore_patterns("__pycache__")
        shutil.copytree(root / name, clone / name, ignore=ignored)
    done = subprocess.run(
        [sys.executable, "-c", SCRIPT], cwd=clone, capture_output=True, text=True, check=True
    )
    home, *said = done.stdout.split()
    assert Path(home).is_relative_to(clone)
    return said


def test_a_clone_that_is_not_installed_finds_its_patterns(root: Path, tmp_path: Path) -> None:
    digest = govie.parse("工业")._.govie.packs["default"]
    assert told_in_a_clone(root, tmp_path, "govie", "patterns") == ["gdp", digest]


def test_without_any_patterns_it_says_what_to_do(root: Path, tmp_path: Path) -> None:
    said = " ".join(told_in_a_clone(root, tmp_path, "govie"))
    assert said == "the patterns of govie are not there (install govie again)"


def test_tests_pass_with_the_wheel_and_no_checkout(root: Path, wheel: Path, tmp_path: Path) -> None:
    """Tests of each kind, copied with the seeds beside them; the first says which govie it is."""
    ZipFile(wheel).extractall(tmp_path / "site")
    shutil.copytree(
        root / "tests", tmp_path / "tests", ignore=shutil.ignore_patterns("__pycache__")
    )
    shutil.copytree(root / "seeds", tmp_path / "seeds")
    names = ("store", "config", "places", "packs_cache", "lint_check", "tables_cells", "cli_packs")
    (tmp_path / "tests/test_home.py").write_text(
        "import govie, govie.patterns\n"
        "def test_home():\n"
        "    for module in (govie, govie.patterns):\n"
        f"        assert list(module.__path__)[0].startswith({str(tmp_path / 'site')!r})\n",
        "utf-8",
    )
    files = [f"tests/test_{name}.py" for name in ("home", *names)]
    env = {k: v for k, v in os.environ.items() if not k.startswith("PYTEST")}
    done = subprocess.run(
        [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", *files],
        cwd=tmp_path,
        env={**env, "PYTHONPATH": str(tmp_path / "site")},
        capture_output=True,
        text=True,
    )
    assert done.returncode == 0, done.stdout[-3000:]
