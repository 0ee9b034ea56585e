"""Every error that govie raises on purpose, and the warning about what it is given.

All derive from :class:`GovieError` and from the built-in they resemble, so that both ``except
GovieError`` and ``except ValueError`` do what their reader expects. A message says what was wrong,
where, and what to do.
"""

from __future__ import annotations

__all__ = [
    "ConfigError",
    "GovieError",
    "InputError",
    "InputWarning",
    "MissingExtraError",
    "OutputError",
    "PatternError",
    "RecordError",
]


class GovieError(Exception):
    """Base class of all errors raised by govie.

    >>> import govie
    >>> try:
    ...     govie.load(segmenter="words")
    ... except govie.GovieError as error:
    ...     print(error)
    segmenter='words' is none of char, jieba, pkuseg
    """


class PatternError(GovieError, ValueError):
    """One or more pattern files are wrong. ``problems`` holds one line for each fault found.

    >>> import govie
    >>> try:
    ...     govie.load(patterns=["default", "nowhere"])
    ... except govie.PatternError as error:
    ...     print(error.problems[0])  # doctest: +ELLIPSIS
    patterns: no pattern pack "nowhere": there is no folder "nowhere" in ...
    """

    def __init__(self, problems: list[str]) -> None:
        self.problems = problems
        super().__init__("\n".join(problems))


class ConfigError(GovieError, ValueError):
    """An option of a component or function has a value it cannot have.

    >>> import govie
    >>> govie.parse("工业增长5%。", year=21)
    Traceback (most recent call last):
    govie.errors.ConfigError: year=21 is no year from 1949 to 2100
    """


class InputError(GovieError, OSError):
    """A file given as input cannot be read, or holds no text.

    >>> import govie
    >>> govie.read("nowhere.txt")
    Traceback (most recent call last):
    govie.errors.InputError: nowhere.txt: no such file
    """


class InputWarning(UserWarning):
    """What is given can be read, but hardly as it was meant.

    >>> import govie, warnings
    >>> with warnings.catch_warnings(record=True) as told:
    ...     doc = govie.parse("工业增长5%。", jurisdiction="株州市")
    >>> issubclass(told[0].category, govie.InputWarning)
    True
    >>> print(told[0].message)  # doctest: +ELLIPSIS
    jurisdiction: no division ... is known as '株州市' (did you mean 株洲市?); records get no code
    """


class OutputError(GovieError, OSError):
    """A file of results cannot be written.

    >>> import govie
    >>> issubclass(govie.OutputError, OSError)
    True
    """


class MissingExtraError(GovieError, ImportError):
    """A library that only some installations have is needed and not there.

    >>> import govie
    >>> issubclass(govie.MissingExtraError, ImportError)
    True
    """


class RecordError(GovieError, ValueError):
    """A dictionary is no record of this version of govie.

    >>> import govie
    >>> govie.from_dict({"type": "wish"})  # doctest: +ELLIPSIS
    Traceback (most recent call last):
    govie.errors.RecordError: no record type 'wish'; known are document, section, ...
    """
