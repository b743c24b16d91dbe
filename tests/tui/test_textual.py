"""What the app takes from Textual beyond what Textual promises: told here, before a user meets a version without it."""

from __future__ import annotations

import importlib
import inspect
import pkgutil
import re
from collections.abc import Iterator

from textual.app import App
from textual.dom import DOMNode
from textual.drivers import linux_driver
from textual.widgets import Footer, Input, OptionList, TextArea

import outreach.tui

_TAKEN = {
    # A traceback of Textual's would print what people typed.
    "KeepingApp": {"_handle_exception", "_exception", "_return_code"},
    # The keys are made anew only where they change.
    "LastingFooter": {"_bindings_ready"},
    # A click chooses, the second one opens.
    "Rows": {"_on_click", "_on_blur"},
    # What a line does with Enter, and with a paste of several lines.
    "_Line": {"_on_key", "_on_paste"},
}
_GIVEN = re.compile(r"self\.(_\w+)\b(?:: [^=\n]+)? = ")


def _below(kind: type[DOMNode]) -> Iterator[type[DOMNode]]:
    for each in kind.__subclasses__():
        yield each
        yield from _below(each)


def _private(kind: type[DOMNode]) -> set[str]:
    """Private names that a class gives itself, or its instances."""
    return {name for name in vars(kind) if name.startswith("_")} | set(_GIVEN.findall(inspect.getsource(kind)))


def test_no_private_name_hides_one_of_textuals_unless_it_is_meant_to() -> None:
    """Else the app would change how Textual works where nobody looks for it."""
    for module in pkgutil.walk_packages(outreach.tui.__path__, "outreach.tui."):
        importlib.import_module(module.name)
    made_for_each_class = {name for name in vars(App) if name.startswith("_") and name in vars(Footer)}
    for kind in set(_below(DOMNode)):
        if not kind.__module__.startswith("outreach."):
            continue
        theirs = {name for base in kind.__mro__ if base.__module__.startswith("textual.") for name in _private(base)}
        hidden = {name for name in _private(kind) & theirs - made_for_each_class if not name.startswith("__")}
        assert hidden <= _TAKEN.get(kind.__name__, set()), f"{kind.__module__}.{kind.__name__}: {hidden}"


def test_what_is_taken_is_there() -> None:
    """Names without a promise: where one is gone, the version of Textual in pyproject.toml must not move on."""
    app: App[None] = App()
    for name in ("_handle_exception", "_exception", "_return_code", "_exit_renderables", "_close_messages_no_wait"):
        assert hasattr(app, name), name
    assert hasattr(App, "_exception_event")
    assert "getincrementaldecoder(" in inspect.getsource(linux_driver)
    assert hasattr(Footer, "_bindings_ready")
    assert hasattr(OptionList, "_on_click")
    assert hasattr(TextArea, "_on_key")
    assert hasattr(Input, "_on_paste")
