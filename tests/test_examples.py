from __future__ import annotations

import runpy
from pathlib import Path

import pytest

EXAMPLES = sorted((Path(__file__).parent.parent / "examples").glob("*.py"))


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.stem)
def test_the_example_runs_and_its_asserts_hold(
    path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    runpy.run_path(str(path), run_name="__main__")
    assert capsys.readouterr().out


def test_every_example_ends_in_asserts() -> None:
    assert EXAMPLES
    for path in EXAMPLES:
        last = path.read_text(encoding="utf-8").rstrip().splitlines()[-1]
        assert last.startswith("assert "), path.name
