"""What is wrong in the ``meta`` of a line: values, keys misspelled, keys that its label needs."""

from __future__ import annotations

import json
from collections.abc import Iterator

from govie.lint.topics import Topic
from govie.packs.pattern import Pattern
from govie.packs.problems import Fault, quoted, similar

__all__ = ["OWN", "meta_faults"]

OWN = "x_"
"""What a key of a pack's own may begin with, so that it is not taken for a misspelled one."""
_CLOSE = 0.75
"""How much like a known key another has to be to count as misspelled."""


def meta_faults(pattern: Pattern, topic: Topic) -> Iterator[Fault]:
    """Keys that resemble none of the topic's are the author's own and pass."""
    meant = set()
    for key, value in pattern.meta.items():
        if known := topic.meta.get(key):
            if not known.shape.holds(value):
                said = quoted(json.dumps(value, ensure_ascii=False))[1:-1]
                yield Fault(f'"{key}" in meta is {said}', known.shape.advice(value))
        elif not key.startswith(OWN) and (near := similar(key, topic.meta, _CLOSE)):
            meant.add(near)
            yield Fault(
                f'unknown key "{key}" in meta',
                f'did you mean "{near}"? A key of your own may be called {OWN}{key}',
            )
    for key, known in topic.meta.items():
        if key in pattern.meta or key in meant:
            continue
        if pattern.label in known.needed_by:
            yield Fault(f'a {pattern.label} of {topic.name} has no "{key}" in meta', known.about)
        elif known.needed_with and pattern.meta.get(known.needed_with) is True:
            yield Fault(f'"{known.needed_with}" in meta but no "{key}"', known.about)
