"""Finding packs by their names: the default one, those of distributions, those in folders."""

from __future__ import annotations

from functools import cache, lru_cache
from importlib import metadata, resources
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING

from govie.errors import PatternError
from govie.packs.files import HEADER, FolderFiles, PackFiles
from govie.packs.header import read_header
from govie.packs.missing import said_of_missing
from govie.packs.pack import Pack, PackSet

if TYPE_CHECKING:
    from importlib.resources.abc import Traversable

__all__ = ["DEFAULT", "forget_packs", "headed", "open_pack", "pack_set", "shared_packs"]

DEFAULT = "default"
_REMEMBERED = 4
"""Sets of packs that are kept with all that was made of them."""
_GROUP = "govie_patterns"


def shared_packs() -> dict[str, str]:
    """Packs of installed distributions: their packages by the names of their entry points."""
    return {entry.name: entry.value for entry in metadata.entry_points(group=_GROUP)}


@cache
def open_pack(name: str) -> Pack:
    """The pack called ``default``, one of an installed distribution, or one in a folder.

    Raises PatternError where there is none of that name, or its header is wrong.
    """
    if name == DEFAULT:
        return headed(FolderFiles(_own_folder()), DEFAULT, ours=True)
    shared = shared_packs()
    if name in shared:
        return headed(FolderFiles(_folder_of(shared[name])), name)
    folder = Path(name)
    if folder.is_dir():
        return headed(FolderFiles(folder), folder.resolve().name, path=str(folder))
    said = said_of_missing(name, [DEFAULT, *sorted(shared)])
    raise PatternError([f'patterns: no pattern pack "{name}": {said}'])


def forget_packs() -> None:
    """Forget the packs that were opened: what is opened from now on is read anew."""
    open_pack.cache_clear()
    _pack_set.cache_clear()


def _own_folder() -> Traversable:
    """The patterns that come with govie: its package or, in a source tree, the folder beside it.

    Raises PatternError where there is neither.
    """
    try:
        return resources.files("govie.patterns")
    except ModuleNotFoundError:
        # Python started in a clone imports the clone, whatever is installed.
        beside = Path(__file__).parents[2] / "patterns"
        if (beside / HEADER).is_file():
            return beside
    raise PatternError(["the patterns of govie are not there (install govie again)"])


def _folder_of(package: str) -> Path:
    """The folder of an installed package, found without running its code.

    Raises PatternError where there is none.
    """
    top, *below = package.split(":")[0].split(".")
    spec = find_spec(top)
    for place in (spec and spec.submodule_search_locations) or ():
        folder = Path(place, *below)
        if folder.is_dir():
            return folder
    raise PatternError([f'the pattern pack in "{package}" is not there (install it again)'])


def headed(files: PackFiles, name: str, *, path: str = "", ours: bool = False) -> Pack:
    """A pack with what its header says; without a header it goes by the name given.

    ``path`` is what messages call its folder, by default the name.

    Raises PatternError where the header is wrong.
    """
    text = files.header()
    said, problems = (
        read_header(text, f"{path or name}/{HEADER}", default=ours) if text else ({}, [])
    )
    if problems:
        raise PatternError([str(problem) for problem in problems])
    return Pack(**{"name": name, **said}, files=files, path=path, ours=ours)


def pack_set(names: tuple[str, ...] = (DEFAULT,)) -> PackSet:
    """The set of the packs with these names; raises PatternError as open_pack does.

    Two packs of one name are refused too: results name packs, and could not tell them apart.
    The sets asked for last are remembered, each with what was made of it.
    """
    return _pack_set(names)


@lru_cache(maxsize=_REMEMBERED)
def _pack_set(names: tuple[str, ...]) -> PackSet:
    opened: dict[str, str] = {}
    for given in names:
        name = open_pack(given).name
        if name in opened:
            said = f'the packs "{opened[name]}" and "{given}" are both called "{name}"'
            raise PatternError([f'{said} (give one of them another "name" in its {HEADER})'])
        opened[name] = given
    return PackSet([open_pack(name) for name in names])
