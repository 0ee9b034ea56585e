"""A pattern pack to begin with."""

from __future__ import annotations

import json
from pathlib import Path

from govie.errors import PatternError
from govie.packs.files import HEADER

__all__ = ["write_starter"]

_PROGRAMS = (
    {
        "label": "campaign",
        "pattern": "清风护河行动",
        "id": "清风护河行动",
        "meta": {"name": "清风护河行动", "level": "prefecture", "years": "2023-2025"},
        "examples": {"yes": ["深入开展“清风护河”行动"], "no": ["保护河流"]},
    },
    {"label": "campaign", "pattern": "清风护河", "id": "清风护河行动"},
    {
        "label": "plan",
        "pattern": "银杏计划",
        "id": "银杏计划",
        "not_before": ["书"],
        "examples": {"yes": ["实施银杏计划"], "no": ["银杏计划书"]},
    },
)


def write_starter(folder: Path) -> list[Path]:
    """Write a small pack of programmes into a folder and return its files.

    Raises PatternError where the folder holds something already.
    """
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        raise PatternError([f"{folder} is not empty (name a folder that does not exist yet)"])
    header = {"name": folder.resolve().name, "version": "0.1", "licence": "", "source": ""}
    header = {key: value or "say it here" for key, value in header.items()}
    if header["name"] == "default":
        raise PatternError([f'{folder}: the name "default" is taken (choose another one)'])
    texts = {
        HEADER: json.dumps(header, ensure_ascii=False, indent=2) + "\n",
        "programs/programs.jsonl": "".join(
            json.dumps(line, ensure_ascii=False) + "\n" for line in _PROGRAMS
        ),
    }
    files = []
    for name, text in texts.items():
        file = folder / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8", newline="\n")
        files.append(file)
    return files
