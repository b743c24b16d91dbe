"""Tells on standard error how a draft comes about, and what is to be known about it."""

from __future__ import annotations

import os
import sys
from collections.abc import Mapping

from outreach.cli import layout, output
from outreach.domain.draft import Finding, Origin, Revision
from outreach.domain.facts import Fact
from outreach.drafting.events import DraftEvent, Trying
from outreach.engine.trouble import why_unavailable

_WITHHELD = 40
"""So many characters of a withheld line tell which one it is."""
NO_MODEL = "Drafted from templates: no model is here. `outreach models pull` gets one."


class Progress:
    """Section and try: one line that is written over in a terminal, one line a section elsewhere."""

    def __init__(self) -> None:
        self._terminal = sys.stderr is not None and sys.stderr.isatty() and os.environ.get("TERM") != "dumb"
        self._shown = ("", 0)

    def tell(self, event: DraftEvent) -> None:
        """Show what ``event`` changes."""
        if not isinstance(event, Trying) or self._shown == (event.section, event.attempt):
            return
        if self._terminal:
            self.clear()
            output.say(f"Writing: {event.section}, try {event.attempt} …", end="")
        elif self._shown[0] != event.section:
            output.say(f"Writing: {event.section} …")
        self._shown = (event.section, event.attempt)

    def clear(self) -> None:
        """Take the line away."""
        if self._terminal and self._shown[0]:
            sys.stderr.write("\r\x1b[K")
            sys.stderr.flush()


def summary(revision: Revision, facts: Mapping[str, Fact], *, model_wanted: bool) -> None:
    """Tell findings, withheld lines and where templates stand in for a model; ``facts`` by id."""
    if model_wanted and revision.model is None:
        why = why_unavailable()
        output.say(f"Drafted from templates. {why}" if why else NO_MODEL)
    if model_wanted and revision.model is not None:
        for section in revision.sections:
            if section.origin is Origin.TEMPLATE and section.tries:
                output.say(f"{section.name}: template sentence, no try of the model was clean")
    for fact_id in revision.withheld:
        output.say(_withheld(fact_id, facts.get(fact_id)))
    for finding in revision.findings:
        output.say(_line(finding))
    output.say("ready" if revision.ready else "not ready")


def _withheld(fact_id: str, fact: Fact | None) -> str:
    """``withheld: “heard he is moving to …” (unconfirmed)``; by its id where it is not known any more."""
    if fact is None:
        return f"withheld: {fact_id} ({'private' if fact_id.startswith('meeting.') else 'unconfirmed'})"
    return f"withheld: “{layout.clipped(fact.text, _WITHHELD)}” ({fact.standing})"


def _line(finding: Finding) -> str:
    fix = f" ({finding.fix})" if finding.fix else ""
    return f"{finding.level} {finding.rule}: {finding.message}{fix}"
