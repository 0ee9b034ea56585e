"""All problems of pattern files at once: ``file:line: what is wrong (what to do)``.

Beyond what must hold for a file to be loaded (:mod:`govie.packs.lines`), each line is checked by
itself (:mod:`govie.lint.line_checks`), and the lines of a topic against each other
(:mod:`govie.lint.topic_checks`).
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

from attrs import field, frozen

from govie.errors import PatternError
from govie.lint.line_checks import example_problems, line_problems
from govie.lint.line_checks import place as place_of
from govie.lint.topic_checks import topic_problems
from govie.lint.topics import TOPICS, Topic, topic_of
from govie.packs import DEFAULT, open_pack, shared_packs
from govie.packs.files import HEADER, FolderFiles, PackFiles
from govie.packs.header import read_header
from govie.packs.lines import Reading, read_lines
from govie.packs.missing import said_of_missing
from govie.packs.pattern import Pattern
from govie.packs.problems import Problem, one_of, similar

__all__ = ["Checked", "Trials", "check", "run_examples"]


@frozen(kw_only=True)
class Checked:
    """What a check looked at and found."""

    files: int
    patterns: int
    problems: tuple[Problem, ...] = field(factory=tuple)
    """In the order of files and lines."""


@frozen(kw_only=True)
class Trials:
    """What running examples showed."""

    examples: int
    """Those of the lines without fault."""
    failures: tuple[Problem, ...]
    """Examples that fail."""
    faults: tuple[Problem, ...]
    """What keeps lines or files from being read: their examples are not run."""


@frozen(kw_only=True)
class _Source:
    """Pattern files to look at."""

    files: PackFiles
    names: tuple[str, ...]
    shown: str
    """What stands before their names in messages."""
    ours: bool = False
    headed: bool = True
    """Whether the header belongs to what is looked at."""


def check(path: str) -> Checked:
    """Check a pack (its folder, or its name where it is installed), or one pattern file.

    Raises PatternError where there is neither.
    """
    source = _source(path)
    topics, problems = _header(source)
    count = 0
    lines: dict[str, list[Pattern]] = {}
    for name in source.names:
        reading = _read(source, name)
        count += len(reading.patterns)
        problems += reading.problems
        topic = topic_of(name)
        if unread := _unread(source.shown + name, name, topics):
            problems.append(unread)
            # Its lines are checked by the rules of the topic that was meant, or not at all.
            topic = _meant(name)
        if topic or not unread:
            every = sorted(reading.patterns + reading.remains, key=place_of)
            lines.setdefault(topic.name if topic else name, []).extend(every)
    for name, together in lines.items():
        problems += line_problems(together, TOPICS.get(name))
        problems += topic_problems(together, TOPICS.get(name))
    if not source.names:
        todo = "a pattern file is named after its topic, programs.jsonl or programs/….jsonl"
        problems.append(Problem(path, 0, "no pattern files", todo))
    problems += _misnamed(source)
    order = {source.shown + name: at for at, name in enumerate(source.names)}
    problems.sort(key=lambda problem: (order.get(problem.file, -1), problem.line))
    return Checked(files=len(source.names), patterns=count, problems=tuple(problems))


def run_examples(path: str) -> Trials:
    """Run the examples of a pack or file; a regex that may not be run is a failure too.

    Raises PatternError as `check` does.
    """
    source = _source(path)
    topics, _ = _header(source)
    count = 0
    failures: list[Problem] = []
    faults: list[Problem] = []
    for name in source.names:
        reading = _read(source, name)
        faults += reading.problems
        if unread := _unread(source.shown + name, name, topics):
            faults.append(unread)
            continue
        count += sum(len(texts) for p in reading.patterns for texts in p.examples.values())
        failures += example_problems(reading.patterns, topic_of(name))
    return Trials(examples=count, failures=tuple(failures), faults=tuple(faults))


def _source(path: str) -> _Source:
    place = Path(path)
    if path == DEFAULT or (path in shared_packs() and not place.exists()):
        pack = open_pack(path)
        return _Source(
            files=pack.files, names=pack.files.names, shown=f"{path}/", ours=path == DEFAULT
        )
    if place.is_dir():
        files = FolderFiles(place)
        ours = (place / "__init__.py").is_file()
        return _Source(files=files, names=files.names, shown=os.path.join(path, ""), ours=ours)
    if place.is_file():
        depth = _depth(place)
        name = "/".join(place.absolute().parts[-depth:])
        root = place.absolute().parents[depth - 1]
        shown = path[: len(path) - len(name)] if path.endswith(name) else f"{root}/"
        return _Source(files=FolderFiles(root), names=(name,), shown=shown, headed=False)
    said = said_of_missing(path, [DEFAULT, *sorted(shared_packs())], files=True)
    raise PatternError([f'no pattern file or pack "{path}": {said}'])


def _depth(file: Path) -> int:
    """How many parts of a path are the name of the file within its pack."""
    folders = file.absolute().parents
    for depth in (1, 2, 3):
        if len(folders) >= depth and (folders[depth - 1] / HEADER).is_file():
            return depth
    for depth in (2, 3):
        if len(folders) >= depth and topic_of("/".join(file.absolute().parts[-depth:])):
            return depth
    return 1


def _header(source: _Source) -> tuple[tuple[str, ...], list[Problem]]:
    """Topics that the header names, and what is wrong in it."""
    try:
        text = source.files.header()
    except PatternError as error:
        return (), [Problem.of_line(line) for line in error.problems]
    if text is None:
        return (), []
    said, problems = read_header(text, source.shown + HEADER, default=source.ours)
    topics = said.get("topics", ()) if not problems else ()
    for name in () if problems else said.get("replaces", ()):
        if name not in topics and not any(t == name or t.startswith(f"{name}/") for t in TOPICS):
            what = f'"replaces" names the topic "{name}", which nothing reads'
            problems.append(Problem(source.shown + HEADER, 1, what, one_of(name, TOPICS)))
    return topics, problems if source.headed else []


def _read(source: _Source, name: str) -> Reading:
    try:
        text = source.files.read(name)
    except PatternError as error:
        return Reading((), tuple(Problem.of_line(line) for line in error.problems), ())
    return read_lines(text, source.shown + name)


def _misnamed(source: _Source) -> Iterator[Problem]:
    """Files that are named after a topic, and are passed over for how their names end."""
    for name in source.files.others if source.headed else ():
        folders, _, last = name.rpartition("/")
        meant = f"{folders}/{last.partition('.')[0]}.jsonl".lstrip("/")
        if topic_of(meant):
            todo = f"write {meant}, an object in braces a line"
            yield Problem(source.shown + name, 0, "not read: its name does not end in .jsonl", todo)


def _meant(name: str) -> Topic | None:
    """The topic that the wrong name of a file resembles, or that it lacks the folder of."""
    stem = name.removesuffix(".jsonl").split("/")[0]
    lacking = (topic for topic in TOPICS if topic.endswith(f"/{stem}"))
    meant = next(lacking, None) or similar(stem, TOPICS)
    return TOPICS[meant] if meant else None


def _unread(file: str, name: str, topics: tuple[str, ...]) -> Problem | None:
    """The problem of a file that no rule reads."""
    stem = name.removesuffix(".jsonl")
    if topic_of(name) or stem in topics or stem.split("/")[0] in topics:
        return None
    meant = _meant(name)
    advice = (
        f'did you mean "{meant.name}"?'
        if meant
        else 'put it in the folder of its topic, such as programs/, or name it in "topics" of '
        f"{HEADER}"
    )
    return Problem(file, 1, f'no rule reads the topic "{stem}"', advice)
