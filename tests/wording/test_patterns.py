"""Patterns are compiled late: here all of them are, so that a wrong one is found."""

from __future__ import annotations

import importlib
import pkgutil
import re
from collections.abc import Iterator

import pytest

from outreach.wording import patterns
from outreach.wording.patterns import regex

_LAYERS = ("wording", "models", "exchange", "templates", "briefing", "review", "lifecycle", "drafting")


def test_every_pattern_of_every_module_can_be_compiled() -> None:
    """None waits with an error; what stands in tuples and tables counts too."""
    names = [
        module.name
        for layer in _LAYERS
        for package in [importlib.import_module(f"outreach.{layer}")]
        for module in pkgutil.walk_packages(package.__path__, f"{package.__name__}.")
    ]
    found = [each for name in names for value in vars(importlib.import_module(name)).values() for each in _in(value)]
    assert len(found) > 400
    for each in found:
        each.search("")


def test_a_pattern_that_waits_does_what_a_compiled_one_does() -> None:
    """Methods, groups and flags are those of ``re``; a wrong one says so when it is used."""
    waiting, compiled = regex(r"(?P<word>[a-z]+)", re.IGNORECASE), re.compile(r"(?P<word>[a-z]+)", re.IGNORECASE)
    assert waiting.pattern == compiled.pattern
    assert waiting.flags == compiled.flags
    assert waiting.sub("-", "One 2 three") == compiled.sub("-", "One 2 three")
    assert [match["word"] for match in waiting.finditer("One 2 three")] == ["One", "three"]
    wrong = regex("(")
    with pytest.raises(re.error):
        wrong.search("")


def _in(value: object) -> Iterator[re.Pattern[str]]:
    """Patterns in a module's value, however deep in tuples and tables."""
    if isinstance(value, patterns._Regex):
        yield value  # type: ignore[misc]
    elif isinstance(value, tuple | list):
        for each in value:
            yield from _in(each)
    elif isinstance(value, dict):
        yield from _in(tuple(value.items()))
