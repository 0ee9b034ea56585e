"""Word segmenters for pipelines that want words: characters, jieba, or pkuseg with a model folder.

Facts are the same under all of them, since govie matches text and not tokens. Under pkuseg, the
names of the pattern packs are the user dictionary, so that 清水塘老工业区 and 规模工业增加值 stay
whole; jieba has one dictionary for the whole process, which is not govie's to change.
"""

from __future__ import annotations

import importlib.util
from pathlib import Path
from typing import Any

import spacy
from spacy.language import Language

from govie.errors import ConfigError
from govie.packs import PackSet, using
from govie.places.extraction import find_places

__all__ = ["SEGMENTERS", "blank", "dictionary"]

SEGMENTERS = ("char", "jieba", "pkuseg")
_MODEL_FILES = ("features.msgpack", "weights.npz")
_TOPICS = ("indicators", "programs", "places/regions")
"""Topics whose names are words of the field."""


def blank(segmenter: str, model: str | Path | None, packs: PackSet) -> Language:
    """An empty Chinese pipeline over a segmenter.

    ``model`` is the folder of a pkuseg model. Raises ConfigError for a segmenter that is none of
    `SEGMENTERS` or is not installed, or where a model is missing or uncalled for.
    """
    if segmenter not in SEGMENTERS:
        choices = ", ".join(SEGMENTERS)
        raise ConfigError(f"segmenter={segmenter!r} is none of {choices}")
    if model is not None and segmenter != "pkuseg":
        raise ConfigError(f"model={str(model)!r} goes with segmenter='pkuseg' only")
    if segmenter == "char":
        return spacy.blank("zh", config=_tokenizer({"@tokenizers": "govie_char"}))
    if segmenter == "jieba" and importlib.util.find_spec("jieba") is None:
        raise ConfigError("segmenter='jieba' needs the jieba library: pip install jieba")
    folder = _checked(model) if segmenter == "pkuseg" else None
    nlp = spacy.blank("zh", config=_tokenizer({"segmenter": segmenter}))
    if folder is not None:
        tokenizer: Any = nlp.tokenizer
        tokenizer.initialize(pkuseg_model=str(folder), pkuseg_user_dict="default")
        tokenizer.pkuseg_update_user_dict(dictionary(packs), reset=True)
    return nlp


def _tokenizer(settings: dict[str, Any]) -> dict[str, Any]:
    return {"nlp": {"tokenizer": settings}}


def _checked(model: str | Path | None) -> Path:
    """The model folder, looked at before pkuseg sees it."""
    how = (
        "give model=FOLDER, a folder with "
        f"{' and '.join(_MODEL_FILES)}; `govie segmenter train FILE` makes one from segmented text"
    )
    if model is None:
        raise ConfigError(f"segmenter='pkuseg' comes without a model: {how}")
    folder = Path(model)
    missing = [name for name in _MODEL_FILES if not (folder / name).is_file()]
    if missing:
        raise ConfigError(f"{folder} is no pkuseg model, it lacks {' and '.join(missing)}: {how}")
    return folder


def dictionary(packs: PackSet) -> list[str]:
    """The names that the packs know and the places within them, for a segmenter's dictionary.

    清水塘老工业区 is such a place: that of a programme, 清水塘老工业区搬迁改造. Sorted.
    """
    names = {
        pattern.pattern
        for topic in _TOPICS
        for pattern in packs.patterns(topic)
        if pattern.pattern and len(pattern.pattern) > 1
    }
    with using(packs):
        places = {place.form for place in find_places("\n".join(sorted(names)))}
    return sorted(names | {form for form in places if len(form) > 1})
