"""The commands and snippets of the READMEs are run as they stand there."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from govie.cli.app import app

READMES = ("README.md", "README.zh.md")
BLOCK = re.compile(r"^```(\w+)\n(.*?)^```", re.MULTILINE | re.DOTALL)


def blocks(root: Path, name: str, language: str) -> list[str]:
    found = BLOCK.findall((root / name).read_text(encoding="utf-8"))
    return [text for kind, text in found if kind == language]


def commands(root: Path) -> list[str]:
    lines = "".join(blocks(root, READMES[0], "bash")).splitlines()
    return [line.split("   ")[0].strip() for line in lines if line.strip()]


def run(command: str, folder: Path) -> subprocess.CompletedProcess[str]:
    """A shell command with this environment's programs, where seeds/ lies beside."""
    programs = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
    return subprocess.run(
        command,
        shell=True,
        cwd=folder,
        env={**os.environ, "PATH": programs},
        capture_output=True,
        encoding="utf-8",
    )


@pytest.fixture(scope="module")
def folder(root: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An empty folder but for the seeds and the examples."""
    folder = tmp_path_factory.mktemp("readme")
    for name in ("seeds", "examples"):
        (folder / name).symlink_to(root / name, target_is_directory=True)
    return folder


def test_the_first_command_prints_the_targets(root: Path, folder: Path) -> None:
    first = commands(root)[0]
    assert first.startswith("python3 -m venv .venv && .venv/bin/pip install . && .venv/bin/govie ")
    done = run(first.rpartition("&& .venv/bin/")[2], folder)
    assert (done.returncode, done.stderr) == (0, "")
    printed = [line.split() for line in done.stdout.splitlines()]
    for name in READMES:
        (sample,) = blocks(root, name, "text")
        shown = [line.split() for line in sample.splitlines() if line != "…"]
        assert len(shown) > 10
        assert [words for words in shown if words not in printed] == []


def test_the_second_command_is_what_ci_runs(root: Path) -> None:
    second = commands(root)[1]
    install, tests = second.split(" && ")[1:]
    assert install == '.venv/bin/pip install -e ".[test]"'
    assert tests == ".venv/bin/pytest -n auto"
    assert '".[test]"\' README.md' in (root / ".ci/run").read_text(encoding="utf-8")


def test_the_other_commands_run(root: Path, folder: Path) -> None:
    others = [command for command in commands(root) if ".venv" not in command]
    assert len(others) >= 5
    for command in others:
        done = run(command, folder)
        assert (done.returncode, done.stderr) == (0, ""), command


def test_the_snippets_run(root: Path, folder: Path) -> None:
    snippets = blocks(root, READMES[0], "python")
    assert len(snippets) >= 2
    for snippet in snippets:
        done = subprocess.run(
            [sys.executable, "-c", snippet], cwd=folder, capture_output=True, encoding="utf-8"
        )
        assert (done.returncode, done.stderr) == (0, "")
        assert done.stdout.strip()


def test_every_verb_stands_in_the_readme(root: Path) -> None:
    told = "".join(commands(root))
    verbs = [command.callback.__name__ for command in app.registered_commands if command.callback]
    assert verbs
    assert [verb for verb in verbs if f"govie {verb}" not in told] == []


def test_both_languages_show_the_same_commands_and_code(root: Path) -> None:
    for language in ("bash", "python"):
        english, chinese = (blocks(root, name, language) for name in READMES)
        assert list(map(without_comments, english)) == list(map(without_comments, chinese))


def without_comments(text: str) -> list[str]:
    return [line.split("#")[0].rstrip() for line in text.splitlines()]
