"""Regular expressions of strangers: whether they compile, join with others, and end in time.

govie's rules join the expressions of a label to one and run it with Python's ``re``, or with the
``regex`` library where ``re`` does not know the syntax. What can be told from an expression itself
is told here; how long it takes is tried in a process of its own (:mod:`govie.lint.trial`).
"""

from __future__ import annotations

import re
import warnings
from collections.abc import Callable, Iterable

import regex

from govie.errors import PatternError
from govie.lint.hostile import size
from govie.lint.topics import TOPICS
from govie.lint.trial import slow_texts
from govie.packs.expressions import compiled
from govie.packs.pattern import Pattern
from govie.packs.problems import Fault, quoted

__all__ = ["expression_faults", "refuse_dangerous"]

_LONGEST = 2_000
"""Characters in one expression; the longest of the default pack has 440."""
_LARGEST = 10_000
"""Signs of one expression with its repeats written out."""
_FLAGS = re.compile(r"\(\?[a-zV01]+\)")
_CALL = re.compile(r"\(\?(?:R|[0-9]+|&\w+|P>\w+)\)")
_FOUND_EVERYWHERE = Fault("the regex matches the empty text", "ask for at least one sign")
_SIMPLER = "bound its repeats ({0,20} for *) and keep what is repeated unambiguous"

_tried: dict[str, str | None] = {}
"""The text on which an expression was found slow, by expression."""


def expression_faults(expressions: Iterable[str], *, python_only: bool = False) -> dict[str, Fault]:
    """What forbids the use of expressions, for those that have a fault.

    ``python_only`` is for topics whose rules run ``re`` alone.
    """
    wanted = dict.fromkeys(expressions)
    faults = {e: fault for e in wanted if (fault := _written_fault(e, python_only))}
    fine = [e for e in wanted if e not in faults]
    _tried.update(slow_texts([e for e in fine if e not in _tried]))
    for expression in fine:
        text = _tried[expression]
        if text is not None:
            on = f"on texts such as {quoted(text)}" if text else "on some texts"
            faults[expression] = Fault(f"the regex takes too long {on}", _SIMPLER)
    return faults


def refuse_dangerous(
    patterns: Iterable[Pattern], topic: str, shown: Callable[[str], str] = str
) -> None:
    """Raise PatternError where a regex of a topic may not be used.

    ``shown`` gives what the message calls the file and line of a pattern.
    """
    known = TOPICS.get(topic) or TOPICS.get(topic.split("/")[0])
    places = [(pattern.regex, pattern.source) for pattern in patterns if pattern.regex]
    faults = expression_faults(
        (expression for expression, _ in places), python_only=bool(known and known.python_only)
    )
    problems = [f"{shown(where)}: {faults[found]}" for found, where in places if found in faults]
    if problems:
        raise PatternError(problems)


def _written_fault(expression: str, python_only: bool) -> Fault | None:
    """What is wrong with an expression as it is written."""
    if len(expression) > _LONGEST:
        return Fault(f"a regex of {len(expression)} characters", f"{_LONGEST} at the most; part it")
    if size(expression) > _LARGEST:
        return Fault(
            "the repeats of the regex are too many", f"{_LARGEST} signs written out at most"
        )
    if _FLAGS.search(expression):
        return Fault(
            "flags for the whole regex", "regexes are joined: write (?i:…) around the part"
        )
    if _CALL.search(expression):
        return Fault("a regex that calls itself or a group", "write out what is to be found")
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            regex.compile(expression)
            found = compiled(expression)
    except (regex.error, re.error) as error:
        return Fault(f"the regex does not compile: {error}", "mend it there; \\ escapes a sign")
    except (RecursionError, OverflowError, MemoryError, ValueError, IndexError) as error:
        return Fault(f"the regex does not compile: {error}", "write it in a simpler way")
    if python_only and not isinstance(found, re.Pattern):
        return Fault(
            "the rules of this topic know the syntax of Python's re only",
            "write [\\u4e00-\\u9fff] for \\p{Han}, bounded repeats for possessive ones",
        )
    if found.groups > len(found.groupindex):
        return Fault("a group with a number", "regexes are joined: write (?:…) or (?P<name>…)")
    if found.fullmatch("") and not expression.startswith("^") and not expression.endswith("$"):
        return _FOUND_EVERYWHERE
    return None
