"""What several test files share: the seeds, and each seed read once."""

from __future__ import annotations

from pathlib import Path

import pytest
from spacy.tokens import Doc

import govie
from govie.reading import read_text

ROOT = Path(__file__).parent.parent
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
