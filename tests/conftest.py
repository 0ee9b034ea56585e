"""What several test files share: the seeds, and each seed read once."""

from __future__ import annotations

import os
import tempfile
from pathlib import Path

import pytest
import spacy
from hypothesis import settings
from spacy.language import Language
from spacy.tokens import Doc

import govie
from govie.reading import read_text
from govie.training import train

ROOT = Path(__file__).parent.parent
# Where tests run in several processes, their parent tells them the width of its own terminal.
os.environ.pop("COLUMNS", None)
# What packs were read as is kept in a folder of the tests' own, shared by all their processes; the
# first of them takes it away when it ends.
if "GOVIE_CACHE" not in os.environ:
    _cache = tempfile.TemporaryDirectory(prefix="govie-cache-", ignore_cleanup_errors=True)
    os.environ["GOVIE_CACHE"] = _cache.name
# The first example reads the packs, and a busy machine is slow: no time for one is a bar.
settings.register_profile("no_deadline", deadline=None)
settings.load_profile("no_deadline")
SEEDS = {path.stem: path for path in sorted((ROOT / "seeds").glob("*.txt"))}


@pytest.fixture(scope="session")
def root() -> Path:
    """The checkout."""
    return ROOT


@pytest.fixture(scope="session")
def seed_texts() -> dict[str, str]:
    """The texts of the five seeds by name."""
    return {name: read_text(path) for name, path in SEEDS.items()}


@pytest.fixture(scope="session")
def seed_docs(seed_texts: dict[str, str]) -> dict[str, Doc]:
    """The five seeds, read by all components over the character tokenizer."""
    return {name: govie.parse(text) for name, text in seed_texts.items()}


@pytest.fixture(scope="session")
def pkuseg_model(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of a pkuseg model trained on sentences of the seeds, segmented by hand."""
    folder = tmp_path_factory.mktemp("pkuseg") / "model"
    return train(ROOT / "tests/cases/segmented.txt", folder, iterations=3)


@pytest.fixture
def pkuseg(pkuseg_model: Path) -> Language:
    """An empty pipeline over that model, with no dictionary of govie's."""
    nlp = spacy.blank("zh", config={"nlp": {"tokenizer": {"segmenter": "pkuseg"}}})
    nlp.tokenizer.initialize(pkuseg_model=str(pkuseg_model))
    return nlp
