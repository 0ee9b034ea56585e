"""``docs/embedding.md``: its commands and snippets are run in one folder, in order."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from typer.testing import CliRunner

from govie.cli.app import app
from govie.store import KEYS

BLOCK = re.compile(r"^```(\w+)\n(.*?)^```", re.MULTILINE | re.DOTALL)


def test_the_page_runs(root: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    shutil.copy(root / "tests/cases/segmented.txt", tmp_path)
    monkeypatch.chdir(tmp_path)
    blocks = BLOCK.findall((root / "docs/embedding.md").read_text(encoding="utf-8"))
    assert [kind for kind, _ in blocks].count("python") >= 4
    for kind, text in blocks:
        if kind == "bash":
            words = [*text.split()[1:], "--iterations", "3"]
            assert CliRunner().invoke(app, words).exit_code == 0
        else:
            exec(text, {})


def test_the_first_snippet_imports_no_govie(root: Path) -> None:
    first = BLOCK.search((root / "docs/embedding.md").read_text(encoding="utf-8"))
    assert first is not None
    assert "import govie" not in first[2]
    subprocess.run([sys.executable, "-c", first[2]], check=True)


def test_every_component_is_told_of(root: Path) -> None:
    page = (root / "docs/embedding.md").read_text(encoding="utf-8")
    assert [key for key in KEYS if f"| `{key}` |" not in page] == []
