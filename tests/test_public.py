"""The public names: each has a docstring with an example, and each example is run."""

from __future__ import annotations

import doctest
import subprocess
import sys
from pathlib import Path

import pytest

import govie

FLAGS = doctest.NORMALIZE_WHITESPACE | doctest.IGNORE_EXCEPTION_DETAIL
FINDER = doctest.DocTestFinder(recurse=False)


def examples(name: str) -> list[doctest.DocTest]:
    found = FINDER.find(getattr(govie, name), name, globs={})
    return [test for test in found if test.examples]


@pytest.mark.parametrize("name", govie.__all__)
def test_a_public_name_has_an_example_that_runs(name: str) -> None:
    tests = examples(name)
    assert tests, f"no example in the docstring of govie.{name}"
    told: list[str] = []
    for test in tests:
        doctest.DocTestRunner(optionflags=FLAGS).run(test, out=told.append)
    assert "".join(told) == ""


def test_the_example_of_the_package_runs() -> None:
    assert doctest.testmod(govie, optionflags=FLAGS).failed == 0


def test_every_public_name_can_be_had_and_no_other() -> None:
    assert [name for name in govie.__all__ if not hasattr(govie, name)] == []
    assert govie.__all__ == sorted(govie.__all__)
    assert set(govie.__all__) <= set(dir(govie))
    with pytest.raises(AttributeError, match="has no attribute 'prase'"):
        govie.prase  # type: ignore[attr-defined]  # noqa: B018


def test_the_types_are_those_that_a_user_sees(root: Path) -> None:
    """``tests/typing/example.py`` in the eyes of mypy, by the types that come with the package."""
    words = [sys.executable, "-m", "mypy", "--strict", "tests/typing/example.py"]
    done = subprocess.run(words, cwd=root, capture_output=True, text=True)
    assert done.returncode == 0, done.stdout
