"""Whole messages with the case they belong to: good ones, and ones with a single planted fault."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from pathlib import Path

from outreach.briefing.brief import make_brief
from outreach.domain.draft import Channel, Finding, Kind, Level
from outreach.exchange.case_file import read_case
from outreach.review.check import Review, review
from outreach.review.message import read_message
from tests.review.drafts import TODAY

MESSAGES = Path(__file__).parent / "sixty"
UNSEEN = Path(__file__).parent / "unseen"
"""Sets that were kept back and opened one after another; each has told its first figures, and is a test since."""


@dataclass(frozen=True)
class Message:
    """One message of a set; ``fault`` is empty in a good one."""

    id: str
    case: Path
    kind: Kind
    channel: Channel
    text: str
    fault: str
    rules: frozenset[str]
    planted: str

    def reviewed(self) -> Review:
        """What the review says of it."""
        brief = make_brief(read_case(self.case), self.kind, TODAY, self.channel)
        message = read_message(self.text)
        return review(message.subject, message.body, brief)

    def failing(self) -> list[Finding]:
        """Findings that keep it from being ready."""
        return [finding for finding in self.reviewed().findings if finding.level is Level.FAIL]

    def caught(self) -> bool:
        """Whether the planted fault is found: one of its rules has a finding that touches it, or has no place."""
        body = read_message(self.text).body
        start = body.find(self.planted) if self.planted else -1
        for finding in self.reviewed().findings:
            if finding.rule not in self.rules:
                continue
            if start < 0 or finding.start is None or finding.end is None or finding.where == "subject":
                return True
            if finding.start < start + len(self.planted) and finding.end > start:
                return True
        return False


def read_messages(folder: Path) -> list[Message]:
    """The messages of a folder of pairs ``NAME.toml`` (a case) and ``NAME.messages.toml``."""
    found = []
    for file in sorted(folder.glob("*.messages.toml")):
        case = file.with_name(file.name.replace(".messages", ""))
        for entry in tomllib.loads(file.read_text(encoding="utf-8"))["message"]:
            found.append(
                Message(
                    id=entry["id"],
                    case=case,
                    kind=Kind(entry["kind"]),
                    channel=Channel(entry["channel"]),
                    text=entry["text"].strip("\n"),
                    fault=entry.get("fault", ""),
                    rules=frozenset(entry.get("rules", ())),
                    planted=entry.get("planted", ""),
                )
            )
    return found
