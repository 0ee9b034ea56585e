"""Columns come from the records and keep their order."""

from __future__ import annotations

from decimal import Decimal

import attrs
import pytest

from govie.errors import ConfigError
from govie.files.source import Origin
from govie.records import NumericFact, Term
from govie.tables.schema import TABLES, table_of

COMMON = ["doc", "page", "id", "start", "end", "text", "section", "document", "rule"]


def test_every_record_type_has_a_table_that_begins_alike() -> None:
    assert [table.type for table in TABLES] == [
        *("document", "section", "place", "program", "numeric", "relative", "term")
    ]
    for table in TABLES:
        assert [column.name for column in table.columns][: len(COMMON)] == COMMON


def test_columns_of_numeric_facts_are_these_in_this_order() -> None:
    columns = [(c.name, c.kind, c.nullable) for c in table_of("numeric").columns[len(COMMON) :]]
    assert columns == [
        ("value", "number", True),
        ("value_text", "text", False),
        ("value_high", "number", True),
        ("value_high_text", "text", True),
        ("from_value", "number", True),
        ("from_value_text", "text", True),
        ("unit", "text", True),
        ("comparator", "text", False),
        ("hedge", "text", True),
        ("commitment", "text", True),
        ("indicator", "text", True),
        ("indicator_id", "text", True),
        ("indicator_start", "integer", True),
        ("indicator_end", "integer", True),
        ("measure", "text", False),
        ("direction", "text", True),
        ("status", "text", False),
        ("period_start", "text", True),
        ("period_end", "text", True),
        ("place", "text", True),
        ("adcode", "text", True),
        ("rank_scope", "text", True),
        ("estimated", "boolean", False),
        ("damaged", "boolean", False),
        ("pattern", "text", True),
    ]


def test_every_field_of_every_record_has_a_column() -> None:
    for table in TABLES:
        names = [column.name for column in table.columns]
        assert len(names) == len(set(names))
        fields = [field.name for field in attrs.fields(table.cls)]
        assert [name for name in names if name in fields] == fields


def fact(value: Decimal | str, **more: object) -> NumericFact:
    return NumericFact(
        **{  # type: ignore[arg-type]
            "id": "t0001",
            "start": 5,
            "end": 7,
            "text": "8%",
            "value": value,
            "comparator": "eq",
            "measure": "level",
            "status": "target",
            **more,
        }
    )


@pytest.mark.parametrize(
    ("value", "number", "text"),
    [
        (Decimal("8.50"), Decimal("8.5"), "8.5"),
        (Decimal("110000000000"), Decimal("110000000000"), "110000000000"),
        (Decimal("1E+3"), Decimal("1000"), "1000"),
        (Decimal("-2.3"), Decimal("-2.3"), "-2.3"),
        (Decimal("0.0000000001"), Decimal("0.0000000001"), "0.0000000001"),
        (Decimal("0.00000000012"), None, "0.00000000012"),
        (Decimal(10) ** 28, None, "1" + "0" * 28),
        ("8.2:46.3:45.5", None, "8.2:46.3:45.5"),
    ],
)
def test_a_number_is_exact_or_left_to_its_text(
    value: Decimal | str, number: Decimal | None, text: str
) -> None:
    table = table_of("numeric")
    (row,) = table.rows(Origin(name="x"), [fact(value)])
    cells = dict(zip([column.name for column in table.columns], row, strict=True))
    assert (cells["value"], cells["value_text"]) == (number, text)
    assert cells["value_high_text"] is None


def test_rows_know_their_page_and_hold_only_their_type() -> None:
    origin = Origin(name="a.pdf", pages=(0, 5))
    term = Term(id="w0001", start=0, end=2, text="六稳", term="六稳", components=("稳就业",))
    (row,) = table_of("numeric").rows(origin, [term, fact(Decimal(8))])
    assert row[:3] == ("a.pdf", 2, "t0001")
    (row,) = table_of("term").rows(origin, [term, fact(Decimal(8))])
    assert row[1] == 1
    assert ["稳就业"] in row


def test_an_unknown_type_brings_the_list() -> None:
    with pytest.raises(ConfigError, match="the types are document, section"):
        table_of("goal")
