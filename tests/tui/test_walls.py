"""Who may do what in the app: a widget shows and tells; screens, and plain classes beside them, do."""

from __future__ import annotations

import importlib
import pkgutil
import sys
from collections.abc import Iterator

from textual.screen import Screen
from textual.widget import Widget

import outreach.tui

_DOING = ("outreach.workspace", "outreach.store", "outreach.engine", "outreach.drafting.pipeline", "outreach.templates")


def _below(kind: type[Widget]) -> Iterator[type[Widget]]:
    for each in kind.__subclasses__():
        yield each
        yield from _below(each)


def test_widgets_neither_draft_nor_store_nor_infer() -> None:
    """The module of a widget has nothing that does so; a screen's may."""
    for module in pkgutil.walk_packages(outreach.tui.__path__, "outreach.tui."):
        importlib.import_module(module.name)
    ours = {each for each in _below(Widget) if each.__module__.startswith("outreach.")}
    screens = {each.__module__ for each in ours if issubclass(each, Screen)}
    for widget in ours:
        if widget.__module__ in screens:
            continue
        for name, value in vars(sys.modules[widget.__module__]).items():
            home = value.__name__ if isinstance(value, type(sys)) else getattr(value, "__module__", None) or ""
            assert not home.startswith(_DOING), f"{widget.__module__}: {name}"
