"""Domain objects to JSON and back: by their declared types, and strictly."""

from __future__ import annotations

import datetime as dt
import types
import typing
from collections.abc import Callable
from dataclasses import MISSING, fields, is_dataclass
from enum import StrEnum
from functools import cache
from typing import Any, TypeVar

T = TypeVar("T")


class UndecodableError(ValueError):
    """JSON that does not fit the declared type; the message names the place."""


def encode(value: object) -> Any:
    """``value`` as what JSON can hold: a frozen dataclass as a dict of all its fields.

    Raises:
        TypeError: the type has no place in the store.
    """
    if isinstance(value, StrEnum):
        return value.value
    if isinstance(value, str):
        return storable(value)
    if value is None or isinstance(value, bool | int | float):
        return value
    if isinstance(value, dt.datetime):
        return (value.replace(tzinfo=dt.UTC) if value.tzinfo is None else value.astimezone(dt.UTC)).isoformat()
    if isinstance(value, dt.date | dt.time):
        return value.isoformat()
    if isinstance(value, tuple):
        return [encode(item) for item in value]
    if is_dataclass(value) and not isinstance(value, type):
        return {field.name: encode(getattr(value, field.name)) for field in fields(value)}
    raise TypeError(f"cannot be stored: {type(value).__name__}")


def decode(cls: type[T], data: object) -> T:
    """The object of dataclass ``cls`` that ``data`` was made of. A missing key takes the field's default.

    Raises:
        UndecodableError: unknown key, missing key without default, or a value of another type.
    """
    declared: Any = cls
    return typing.cast(T, _decoder(declared)(data, cls.__name__))


def storable(text: str) -> str:
    """``text`` with halves of surrogate pairs replaced by U+FFFD: they come with some pastes, and are not UTF-8."""
    try:
        text.encode("utf-8")
    except UnicodeEncodeError:
        return text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")
    return text


_Decoder = Callable[[object, str], Any]


@cache
def _decoder(declared: Any) -> _Decoder:
    """What turns JSON into ``declared``; made once for each type."""
    origin, arguments = typing.get_origin(declared), typing.get_args(declared)
    if origin is types.UnionType or origin is typing.Union:
        inner = [argument for argument in arguments if argument is not type(None)]
        if len(inner) == 1 and len(arguments) == 2:
            return _optional(_decoder(inner[0]))
    elif origin is tuple and len(arguments) == 2 and arguments[1] is Ellipsis:
        return _tuple(_decoder(arguments[0]))
    elif isinstance(declared, type):
        if is_dataclass(declared):
            return _dataclass(declared)
        if issubclass(declared, StrEnum):
            return _parsed(declared, declared.__name__)
        if declared in _PARSED:
            return _parsed(_PARSED[declared], declared.__name__)
        if declared in (str, bool, int, float):
            return _plain(declared)
    raise TypeError(f"cannot be stored: {declared}")


_PARSED: dict[Any, Callable[[str], Any]] = {
    dt.datetime: dt.datetime.fromisoformat,
    dt.date: dt.date.fromisoformat,
    dt.time: dt.time.fromisoformat,
}


def _plain(declared: type[Any]) -> _Decoder:
    accepted: tuple[type[Any], ...] = (int, float) if declared is float else (declared,)

    def read(data: object, place: str) -> Any:
        # Exact types: True is an int to isinstance, and not to us.
        if type(data) not in accepted:
            raise UndecodableError(f"{place}: {declared.__name__} wanted, {type(data).__name__} found")
        return data

    return read


def _parsed(parse: Callable[[str], Any], what: str) -> _Decoder:
    def read(data: object, place: str) -> Any:
        try:
            if isinstance(data, str):
                return parse(data)
        except ValueError as error:
            raise UndecodableError(f"{place}: no {what}") from error
        raise UndecodableError(f"{place}: {what} wanted, {type(data).__name__} found")

    return read


def _optional(inner: _Decoder) -> _Decoder:
    return lambda data, place: None if data is None else inner(data, place)


def _tuple(inner: _Decoder) -> _Decoder:
    def read(data: object, place: str) -> Any:
        if not isinstance(data, list):
            raise UndecodableError(f"{place}: list wanted, {type(data).__name__} found")
        return tuple(inner(item, f"{place}[{number}]") for number, item in enumerate(data, start=1))

    return read


def _dataclass(declared: type[Any]) -> _Decoder:
    hints = typing.get_type_hints(declared)
    known = {field.name: _decoder(hints[field.name]) for field in fields(declared)}
    required = {f.name for f in fields(declared) if f.default is MISSING and f.default_factory is MISSING}

    def read(data: object, place: str) -> Any:
        if not isinstance(data, dict):
            raise UndecodableError(f"{place}: object wanted, {type(data).__name__} found")
        if unknown := data.keys() - known.keys():
            raise UndecodableError(f"{place}: unknown {', '.join(sorted(map(str, unknown)))}")
        if missing := required - data.keys():
            raise UndecodableError(f"{place}: {', '.join(sorted(missing))} missing")
        return declared(**{key: known[key](value, f"{place}.{key}") for key, value in data.items()})

    return read
