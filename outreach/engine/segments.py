"""A prompt in segments: the scaffold of a chat template, and the contents, which are data.

Only scaffold may become control tokens. Contents never meet the template: it is rendered with random marks in their
places, so that nothing pasted can look like scaffold.
"""

from __future__ import annotations

import re
import secrets
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from outreach.engine.protocol import Turn

Render = Callable[[list[dict[str, str]]], str]
"""Renders a chat template for turns with ``role`` and ``content``, the answer's beginning included."""


@dataclass(frozen=True, slots=True)
class Segment:
    """A part of a prompt."""

    text: str
    scaffold: bool


def by_template(turns: Sequence[Turn], render: Render) -> list[Segment] | None:
    """``turns`` as the template sets them; ``None`` when it cannot take them, even with the system text merged."""
    for variant in (list(turns), _system_merged(turns)):
        marks = [f"Z{secrets.token_hex(12)}Z" for _ in variant]
        try:
            text = render([{"role": t.role, "content": m} for t, m in zip(variant, marks, strict=True)])
        except Exception:  # noqa: BLE001 - a template is foreign code, run in the child; it may raise anything
            continue
        if all(mark in text for mark in marks):
            contents = {mark: turn.content for mark, turn in zip(marks, variant, strict=True)}
            return _split(text, contents)
    return None


def by_chatml(turns: Sequence[Turn]) -> list[Segment]:
    """``turns`` in ChatML, which many models without a template know."""
    found = []
    for turn in turns:
        found += [Segment(f"<|im_start|>{turn.role}\n", True), Segment(turn.content, False)]
        found.append(Segment("<|im_end|>\n", True))
    return [*found, Segment("<|im_start|>assistant\n", True)]


def by_names(turns: Sequence[Turn]) -> list[Segment]:
    """``turns`` as plain text with the names of the roles, for models that know no chat at all."""
    found = []
    for turn in turns:
        name = "" if turn.role == "system" else f"{turn.role.capitalize()}: "
        found += [Segment(name, True), Segment(turn.content, False), Segment("\n\n", True)]
    return [*found, Segment("Assistant:", True)]


def _system_merged(turns: Sequence[Turn]) -> list[Turn]:
    system = "\n\n".join(turn.content for turn in turns if turn.role == "system")
    others = [turn for turn in turns if turn.role != "system"]
    if not system or not others or others[0].role != "user":
        return others
    return [Turn("user", f"{system}\n\n{others[0].content}"), *others[1:]]


def _split(text: str, contents: dict[str, str]) -> list[Segment]:
    if not contents:
        return [Segment(text, True)]
    parts = re.split(f"({'|'.join(contents)})", text)
    return [Segment(contents.get(part, part), part not in contents) for part in parts if part]
