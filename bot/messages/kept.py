"""A described file as plain data and back, so that it can be made again after a restart.

Every text in it must have been said before: what is kept is in one language.
"""

from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from datetime import datetime
from enum import Enum
from types import NoneType, UnionType
from typing import Any, cast, get_args, get_origin, get_type_hints

from bot.messages.files import Described

# These names are stored: whoever renames one of the classes reads the old name, too.
_KINDS = {kind.__name__: kind for kind in get_args(Described)}


def kept(described: Described) -> dict[str, Any]:
    """Write a description as what JSON can hold."""
    return {"kind": type(described).__name__, **_plain(described)}


def described(data: Mapping[str, Any]) -> Described:
    """Read a description back; raises KeyError or TypeError for one that is none any more."""
    own = dict(data)
    read: Described = _read(_KINDS[own.pop("kind")], own)
    return read


def _plain(what: Any) -> Any:
    match what:
        case Enum():
            return what.value
        case datetime():
            return what.isoformat()
        case tuple():
            return [_plain(part) for part in what]
        case _ if is_dataclass(what):
            return {field.name: _plain(getattr(what, field.name)) for field in fields(what)}
    return what


def _read(kind: Any, data: Any) -> Any:
    among = get_args(kind)
    if type(data) in (dict, list) and get_origin(kind) is UnionType:
        kind = next(part for part in among if _may_be(part, data))
        among = get_args(kind)
    if get_origin(kind) is tuple:
        return tuple(_read(among[0], part) for part in data)
    if data is None or str in among:  # what was sayable is said
        return data
    if NoneType in among:
        return _read(among[0], data)
    if is_dataclass(kind):
        hints, make = get_type_hints(kind), cast("Any", kind)
        return make(**{name: _read(hints[name], value) for name, value in data.items()})
    if kind is datetime:
        return datetime.fromisoformat(data)
    return kind(data)


def _may_be(kind: Any, data: Any) -> bool:
    """Say whether plain data is what a part of a union would have been kept as."""
    if isinstance(data, list):
        return get_origin(kind) is tuple
    return is_dataclass(kind) and {field.name for field in fields(kind)} == data.keys()
