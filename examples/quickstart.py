"""What Zhuzhou's government promised for 2021, and what it reported of 2020."""

from pathlib import Path

import govie
from govie.reading import read_text

SEEDS = Path(__file__).parent.parent / "seeds"

doc = govie.parse(read_text(SEEDS / "zhuzhou-2021.txt"))
report = doc._.govie

print(report.jurisdiction, report.year)
for fact in report.targets:
    if fact.measure == "growth":
        print(fact.indicator, fact.comparator, fact.value, fact.unit, fact.period_end)

# The headline target of the year, with its hedge and the way back to the text.
(growth,) = [
    fact
    for fact in report.targets
    if fact.indicator_id == "gdp" and fact.measure == "growth" and fact.period_end == "2021"
]
assert (str(growth.value), growth.unit, growth.comparator, growth.hedge) == (
    "8",
    "%",
    "approx",
    "左右",
)
assert doc.text[growth.start : growth.end].startswith("8%")
assert growth.place == report.jurisdiction == "株洲市"

# The same indicator as it came out the year before.
(achieved,) = [
    fact
    for fact in report.actuals
    if fact.indicator_id == "gdp" and fact.measure == "growth" and fact.period_end == "2020"
]
assert str(achieved.value) == "4.1"

# What a term of the report means, as the report's own glossary explains it.
assert report.terms["六稳"].components[0] == "稳就业"
assert len(report.terms["六稳"].components) == report.terms["六稳"].count == 6
