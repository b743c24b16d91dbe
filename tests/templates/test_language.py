"""What a template may do: no way out, and no template that goes on for ever."""

from __future__ import annotations

import time
from pathlib import Path

import pytest

from outreach.templates.language import LONGEST_FILE, LONGEST_TEXT, Fault, Language

VALUES = {"fact": "you train the apprentices", "lines": ["one", "two", "three"], "parts": [{"name": "a", "n": 3}]}


def grown(step: str, end: str = "{{ a }}") -> str:
    """A text that would double sixty times."""
    return "{% set a = 'xxxxxxxxxx' %}" + step * 60 + end


def rendered(text: str) -> str:
    language = Language()
    return language.whole(language.compiled(text, Path("own.j2")), VALUES)


@pytest.mark.parametrize(
    ("text", "result"),
    [
        ("{{ fact }}, {{ lines | join(', ') }}", "you train the apprentices, one, two, three"),
        ("{% for line in lines %}{{ loop.index ~ '.' }}{{ line }}{% if not loop.last %} {% endif %}{% endfor %}",
         "1.one 2.two 3.three"),
        ("{% for part in parts %}{{ part.name | upper }} {{ part.n + 1 }}{% endfor %}", "A 4"),
        ("{% macro bold(text) %}*{{ text }}*{% endmacro %}{{ bold('now') }}", "*now*"),
        ("{{ fact.replace('x', 'y') if false else fact.startswith('you') and 'told' }}", "told"),
        ("{{ ['', 'b', 'c'] | select | join('+') }}{{ fact[:3] }}{{ 'a' in ('a', 'b') and '!' }}", "b+cyou!"),
        ("{{ '{{ fact }} {% if %}' }}", "{{ fact }} {% if %}"),
    ],
)  # fmt: skip
def test_what_prompts_need_is_there(text: str, result: str) -> None:
    """Values, loops, conditions, joining, macros; text that looks like a template stays text."""
    assert rendered(text) == result


@pytest.mark.parametrize(
    "text",
    [
        "{% for i in range(10**9) %}x{% endfor %}",
        "{% for i in range(99999) %}x{% endfor %}",
        "{{ 'a' * 999999999 }}",
        "{{ [1] * 999999999 }}",
        "{{ 'a' | center(999999999) }}",
        "{{ 'a'.ljust(999999999) }}",
        "{{ '%999999999d' % 3 }}",
        "{{ '{:>999999999}'.format(1) }}",
        "{{ lipsum(n=99999) }}",
        grown("{% set a = a ~ a %}"),
        grown("{% set a = a + a %}"),
        grown("{% set a %}{{ a }}{{ a }}{% endset %}"),
        grown("{% set a = a | replace('x', a) %}"),
        grown("{% set a = [a, a, a] | join(a) %}"),
        grown("{% set a = [a, a] %}", "{{ a == [a] }}"),
        grown("{% set a = {'x': a, 'y': a} %}"),
        "{% macro f(n) %}{{ f(n) }}{% endmacro %}{{ f(1) }}",
        "{% macro f(n) %}{% if n %}{{ f(n - 1) }}{{ f(n - 1) }}{% endif %}{% endmacro %}{{ f(60) }}",
        "{% for a in lines recursive %}{{ loop(lines) }}{% endfor %}",
        "{% for a in lines %}" * 16 + "{% endfor %}" * 16,
        "{% for a in lines %}" * 60 + "{% endfor %}" * 60,
        "{{ " + "(" * 5000 + "1" + ")" * 5000 + " }}",
        "{{ " + "not " * 10_000 + "1 }}",
        "{{ fact" + ".a" * 20_000 + " }}",
        "{{ fact" + " | reverse" * 5000 + " }}",
        "{{ 1" + "0" * 5000 + " }}",
        "x" * (LONGEST_TEXT + 1),
        "x" * (LONGEST_FILE + 1),
    ],
)
def test_a_template_that_would_not_end_is_stopped(text: str) -> None:
    """In time that nobody notices, and with an error of ours."""
    begun = time.monotonic()
    with pytest.raises(Fault):
        rendered(text)
    assert time.monotonic() - begun < 3


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("{{ ''.__class__.__mro__ }}", "'__class__'"),
        ("{{ fact['__class__'] }}", "'__class__'"),
        ("{{ lines | map(attribute='__class__') | join }}", "'__class__'"),
        ("{{ lines.append('four') }}", "'append'"),
        ("{{ cycler('a') }}", "'cycler' is undefined"),
        ("{% include 'agenda.j2' %}", "“include” is not possible"),
        ("{% import '/etc/passwd' as x %}", "“import” is not possible"),
        ("{% extends 'agenda.j2' %}", "blocks that are missing here come from the built-in file"),
        ("{{ self.hook() }}", "“self” cannot be used"),
        ("{{ fakt }}", "did you mean “fact”?"),
        ("{{ fact.name }}", "has no attribute 'name'"),
        ("{{ lines }}", "a list cannot be written"),
        ("{{ none }}", "nothing cannot be written"),
        ("{{ fact | uper }}", "No filter named 'uper'"),
        ("{% for letter in fact %}{{ letter }}{% endfor %}", "a list is wanted here, not a text"),
        ("{{ 1 / 0 }}", "division by zero"),
        ("{% fro a in lines %}{% endfor %}", "unknown tag 'fro'"),
        ("{{ fact", "got 'last'"),
    ],
)  # fmt: skip
def test_what_is_wrong_is_told_with_its_line(text: str, says: str) -> None:
    """The line is that of the mistake, at compiling and at rendering."""
    with pytest.raises(Fault) as caught:
        rendered(f"first\nsecond\n{text}\nlast")
    assert says in caught.value.message
    assert caught.value.line == (4 if says == "got 'last'" else 3)


def test_one_rendering_does_not_pay_for_another() -> None:
    """Many of them one after the other, each with a budget of its own."""
    language = Language()
    template = language.compiled("{{ fact ~ fact }}" * 100, Path("own.j2"))
    for _ in range(300):
        assert len(language.whole(template, VALUES)) == 200 * len(str(VALUES["fact"]))
