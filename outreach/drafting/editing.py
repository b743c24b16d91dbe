"""A free edit by the mentee: which sections stayed as they were, and which are the mentee's own now."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from difflib import SequenceMatcher

from outreach.briefing.brief import Brief
from outreach.domain.draft import Origin, Revision, Section
from outreach.review.check import Review, review
from outreach.review.rule import Policy


def edited(
    revision: Revision, subject: str, body: str, brief: Brief, policy: Policy | None = None
) -> tuple[Revision, Review]:
    """``revision`` with the mentee's subject and body, reviewed anew, touched sections of origin ``mentee``.

    A section keeps its origin where its text stands unchanged; one that is gone is dropped. What a touched section said
    before is seen, and does not come again when it is made anew. The review says why the score is what it is.
    """
    sections = _moved(revision, body)
    found = review(subject, body, brief, sections, policy)
    after = replace(
        revision,
        subject=subject,
        body=body,
        sections=sections,
        findings=found.findings,
        score=found.score,
        withheld=tuple(fact.id for fact in brief.withheld),
        saved=None,
    )
    return after, found


def _moved(revision: Revision, body: str) -> tuple[Section, ...]:
    blocks = SequenceMatcher(None, revision.body, body, autojunk=False).get_opcodes()
    moved = []
    for section in revision.sections:
        if section.start is None or section.end is None:
            moved.append(section)
            continue
        start, end = _place(blocks, section.start, last=False), _place(blocks, section.end, last=True)
        text = body[start:end]
        if text == section.text:
            moved.append(replace(section, start=start, end=end))
        elif text.strip():
            # Not the mentee's own words, of which each key that is typed makes others.
            seen = section.seen if section.origin is Origin.MENTEE else (*section.seen, section.text)
            moved.append(replace(section, text=text, start=start, end=end, origin=Origin.MENTEE, seen=seen))
    return tuple(moved)


def _place(blocks: Sequence[tuple[str, int, int, int, int]], at: int, *, last: bool) -> int:
    """Where place ``at`` of the old text is in the new one; inside a changed stretch, its edge."""
    place = 0
    for tag, old_start, old_end, new_start, new_end in blocks:
        inside = old_start < at <= old_end if last else old_start <= at < old_end
        if inside:
            if tag == "equal":
                return new_start + at - old_start
            return new_end if last else new_start
        if old_end <= at:
            place = new_end
    return place
