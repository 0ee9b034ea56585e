"""The snippets of the pages on files and tables run as they stand there."""

from __future__ import annotations

import re
import shlex
from pathlib import Path

import pytest
from made_files import make_docx, make_pdf
from typer.testing import CliRunner

from govie.cli.app import app

LINES = ["株洲市2021年政府工作报告", "今年的预期目标是：地区生产总值增长8%左右。"]


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    (tmp_path / "reports").mkdir()
    (tmp_path / "reports/a.docx").write_bytes(make_docx(LINES))
    (tmp_path / "reports/b.pdf").write_bytes(make_pdf(LINES))
    monkeypatch.chdir(tmp_path)
    return tmp_path


def blocks(page: Path, language: str) -> list[str]:
    text = page.read_text(encoding="utf-8")
    return re.findall(rf"^```{language}\n(.*?)^```", text, re.MULTILINE | re.DOTALL)


@pytest.mark.parametrize("page", ["files.md", "tables.md"])
def test_python(root: Path, here: Path, page: str, capsys: pytest.CaptureFixture[str]) -> None:
    (code,) = blocks(root / "docs" / page, "python")
    names: dict[str, object] = {}
    exec(code, names)
    if page == "files.md":
        assert capsys.readouterr().out.split("\n")[:2] == [
            *("reports/a.docx None None 8%", "reports/b.pdf None 1 8%")
        ]
    else:
        assert len(names["frame"]) == 2  # type: ignore[arg-type]


def test_commands(root: Path, here: Path) -> None:
    (lines,) = blocks(root / "docs/tables.md", "bash")
    outputs = []
    for line in lines.splitlines():
        words = shlex.split(line, comments=True)
        result = CliRunner().invoke(app, words[1:])
        assert result.exit_code == 0, result.output
        outputs.append(words[-1])
    assert len(outputs) == 6
    assert all(Path(name).exists() for name in outputs)
