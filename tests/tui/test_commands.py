"""The registry of commands: what a key names is there, and what is there has a key."""

from __future__ import annotations

import importlib
import pkgutil
import re
from collections.abc import Iterator

from textual.actions import parse
from textual.binding import Binding
from textual.dom import DOMNode

import outreach.tui
from outreach.tui import commands
from outreach.tui.app import OutreachApp
from outreach.tui.commands import CHAPTERS, FIELDS
from outreach.tui.home.main_screen import MainScreen

_NAMESPACES = {"app": OutreachApp, "screen": MainScreen}
"""Who answers an action with such a name; lists whose keys belong to the screen stand at home alone."""
_KEY = re.compile(r"Ctrl\+|\bF\d|\bpress \w\b|\bof [b-z0-9]\b")
"""A key named in words; every key that is not fixed can be another."""


def _ours() -> Iterator[type[DOMNode]]:
    """All screens and widgets of the app that nothing else is derived from."""
    for module in pkgutil.walk_packages(outreach.tui.__path__, "outreach.tui."):
        importlib.import_module(module.name)

    def below(kind: type[DOMNode]) -> Iterator[type[DOMNode]]:
        for each in kind.__subclasses__():
            yield each
            yield from below(each)

    yield from {each for each in below(DOMNode) if each.__module__.startswith("outreach.")}


def _bindings(kind: type[DOMNode]) -> list[Binding]:
    found = (binding for base in kind.__mro__ for binding in vars(base).get("BINDINGS", ()))
    return [each if isinstance(each, Binding) else Binding(*each) for each in found]


def _chapters() -> list[tuple[str, tuple[Binding, ...]]]:
    return [
        (name, found)
        for name, found in vars(commands).items()
        if isinstance(found, tuple) and found and all(isinstance(each, Binding) for each in found)
    ]


def test_every_command_does_something_where_it_stands() -> None:
    """Each chapter is the keys of a screen or list, and each key names an action that is there."""
    kinds = set(_ours())
    used: set[int] = set()
    for kind in kinds:
        if any(issubclass(other, kind) for other in kinds - {kind}):
            continue
        for binding in _bindings(kind):
            used.add(id(binding))
            namespace, action, _ = parse(binding.action)
            answers = _NAMESPACES.get(namespace, kind)
            assert hasattr(answers, f"action_{action}"), f"{kind.__name__}: {binding.id or binding.key}"
    unused = {name for name, chapter in _chapters() if not {id(each) for each in chapter} <= used}
    assert not unused


def test_every_action_has_a_command() -> None:
    """But for what only a button of a form does."""
    kinds = set(_ours())
    named = {parse(binding.action)[1] for kind in kinds for binding in _bindings(kind)} | {"other"}
    for kind in kinds:
        defined = {name.removeprefix("action_") for name in vars(kind) if name.startswith("action_")}
        assert defined <= named, f"{kind.__name__}: {defined - named}"


def test_every_command_stands_in_the_help_once_and_names_no_key_of_another() -> None:
    """Its name is its own; words with a key in them would be wrong for who has given it another."""
    listed = [each for _, chapter in CHAPTERS for each in chapter]
    for name, chapter in _chapters():
        assert all(any(each is one for one in listed) for each in chapter if each.tooltip), name
    names = [each.id for each in listed if each.id and each not in FIELDS]
    assert len(names) == len(set(names))
    for text in [heading for heading, _ in CHAPTERS] + [each.tooltip for each in listed]:
        assert not _KEY.search(text), text
