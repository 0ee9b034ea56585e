"""Libraries that do part of govie's work; ``peers.txt`` installs them. Each reads line by line.

They raise ImportError where they are not installed.
"""

from __future__ import annotations

import logging
import warnings
from collections.abc import Callable
from typing import Any

__all__ = ["JIONLP", "PEERS", "RECOGNIZERS"]

RECOGNIZERS = "recognizers-text-suite"
JIONLP = "JioNLP, money and time"


def _by_line(find: Callable[[str], Any]) -> Callable[[str], int]:
    def read(text: str) -> int:
        return sum(found(line) for line in text.split("\n") if line.strip())

    def found(line: str) -> int:
        try:
            return len(find(line) or ())
        except Exception:  # JioNLP raises ValueError at some numbers; a line is lost, not the race.
            return 0

    return read


def _recognizers() -> Callable[[str], int]:
    """Numbers, numbers with units, dates and times, in Chinese."""
    from recognizers_date_time import DateTimeRecognizer
    from recognizers_number import NumberRecognizer
    from recognizers_number_with_unit import NumberWithUnitRecognizer
    from recognizers_text import Culture

    numbers = NumberRecognizer(Culture.Chinese)
    units = NumberWithUnitRecognizer(Culture.Chinese)
    models = [
        numbers.get_number_model(),
        numbers.get_ordinal_model(),
        numbers.get_percentage_model(),
        units.get_age_model(),
        units.get_currency_model(),
        units.get_dimension_model(),
        units.get_temperature_model(),
        DateTimeRecognizer(Culture.Chinese).get_datetime_model(),
    ]
    return _by_line(lambda line: [found for model in models for found in model.parse(line)])


def _jionlp() -> Callable[[str], int]:
    import jionlp

    logging.disable()  # It logs a traceback for each of its errors, which takes time.

    def find(line: str) -> list[Any]:
        return [*jionlp.ner.extract_money(line), *jionlp.ner.extract_time(line)]

    return _by_line(find)


def _quantulum() -> Callable[[str], int]:
    """English only: it knows digits and units in Latin letters."""
    warnings.simplefilter("ignore")  # It can do without its classifier.
    from quantulum3 import parser

    return _by_line(parser.parse)


PEERS: dict[str, Callable[[], Callable[[str], int]]] = {
    RECOGNIZERS: _recognizers,
    JIONLP: _jionlp,
    "quantulum3": _quantulum,
}
