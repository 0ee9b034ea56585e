"""What govie costs those who have it installed: as ratios, since machines differ.

The figures themselves come from ``benchmarks/imports.py``.
"""

from __future__ import annotations

import subprocess
import sys

from imports import blank_seconds, import_seconds


def modules(code: str) -> set[str]:
    """The modules that are there after some code."""
    script = f"{code}\nimport sys; print(*sys.modules)"
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True)
    assert done.stderr == ""
    return set(done.stdout.split())


def test_a_blank_pipeline_loads_nothing_of_govie_but_its_factories() -> None:
    loaded = modules("import spacy; spacy.blank('zh')")
    ours = {name for name in loaded if name.startswith("govie")}
    assert ours == {"govie", "govie.factories", "govie.extensions"}
    assert not loaded & {"ahocorasick_rs", "regex", "jieba", "spacy_pkuseg"}


def test_an_import_loads_nothing_but_the_names() -> None:
    loaded = {name for name in modules("import govie") if name.startswith(("govie", "spacy"))}
    assert loaded == {"govie"}


def test_a_blank_pipeline_takes_hardly_longer_with_govie_installed() -> None:
    pairs = (blank_seconds(rounds=2) for _ in range(8))
    assert any(with_govie <= 1.5 * without for with_govie, without in pairs)


def test_the_import_takes_a_fraction_of_that_of_spacy() -> None:
    code = "import time; t = time.process_time(); import spacy; print(time.process_time() - t)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert import_seconds(rounds=2) <= 0.2 * float(done.stdout)


GARBAGE = """
import gc, sys
from contextlib import suppress
from govie.cli.lasting import lasting
with suppress(ZeroDivisionError), lasting():
    while_it_comes = gc.isenabled()
    1 / 0
print(while_it_comes, gc.isenabled(), gc.get_freeze_count() > 1000)
sys.modules["govie.pipeline"] = sys
with lasting():
    print(gc.isenabled())
"""


def test_garbage_is_not_looked_for_until_the_first_text_is_read() -> None:
    done = subprocess.run([sys.executable, "-c", GARBAGE], capture_output=True, text=True)
    assert done.stdout.splitlines() == ["False True True", "True"]
