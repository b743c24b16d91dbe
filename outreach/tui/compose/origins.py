"""Whose words stand where in a draft: the mentee's, the model's, or a template's."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from outreach.domain.draft import Origin, Revision, Section

Place = tuple[int, int]
"""Start and end in characters of the body."""

LEGENDS = ("plain: template  italic: model  bold: you", "italic: model  bold: you")
"""How the three are drawn, at length and in short."""


@dataclass(frozen=True, slots=True)
class Stretch:
    """Words of one origin."""

    place: Place
    origin: Origin
    section: Section | None = None
    """``None``: between the sections, as greeting and name are."""


def stretches(revision: Revision, drafted: Revision | None = None) -> tuple[Stretch, ...]:
    """The body of ``revision`` from its start, without the blanks between.

    ``drafted``: the draft as it was made. Lines between the sections that it has are a template's, others the mentee's.
    """
    own = {line for line, _ in _between(drafted or revision)}
    found = [Stretch((start, end), section.origin, section) for start, end, section in _placed(revision)]
    lines = [Stretch(place, Origin.TEMPLATE if line in own else Origin.MENTEE) for line, place in _between(revision)]
    return tuple(_joined(sorted([*found, *lines], key=lambda each: each.place)))


def _joined(found: Iterable[Stretch]) -> Iterator[Stretch]:
    """Lines of one origin that follow each other are one stretch: of a long paste there are thousands."""
    before: Stretch | None = None
    for each in found:
        if before and before.section is None and each.section is None and before.origin is each.origin:
            before = Stretch((before.place[0], each.place[1]), each.origin)
            continue
        if before:
            yield before
        before = each
    if before:
        yield before


def at(found: tuple[Stretch, ...], place: int) -> Stretch | None:
    """The stretch in which ``place`` is, or at whose end; ``None``: among blanks."""
    inside = [each for each in found if each.place[0] <= place <= each.place[1]]
    return inside[-1] if inside else None


def _placed(revision: Revision) -> Iterator[tuple[int, int, Section]]:
    for section in revision.sections:
        if section.start is not None and section.end is not None and section.start < section.end:
            yield section.start, section.end, section


def _between(revision: Revision) -> Iterator[tuple[str, Place]]:
    """The lines between the sections, without blanks at their ends, with their places."""
    body = revision.body
    start = 0
    for first, last, _ in [*sorted(_placed(revision), key=lambda each: each[:2]), (len(body), len(body), None)]:
        at = start
        for line in body[start : max(start, first)].splitlines(keepends=True):
            words = line.strip()
            if words:
                begin = at + line.index(words)
                yield words, (begin, begin + len(words))
            at += len(line)
        start = max(start, last)
