"""A rule explained: why it is there, what it rests on, an example; and how much it weighs for this user."""

from __future__ import annotations

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import VerticalScroll
from textual.content import Content

from outreach.domain.draft import Level
from outreach.review.rule import OFF, Rule
from outreach.tui.commands import RULE
from outreach.tui.compose.findings import LEVELS
from outreach.tui.foot import LastingFooter
from outreach.tui.modal import Modal
from outreach.tui.text import Plain, content


class RuleScreen(Modal[str]):
    """Dismissed with a new level for the rule, “off”, or nothing for its own; with ``None`` when all stays."""

    BINDINGS: ClassVar[list[BindingType]] = [*RULE]
    CSS_PATH = "rule_screen.tcss"

    def __init__(self, rule: Rule, chosen: str, message: str) -> None:
        """``chosen``: what the user has set the rule to, or nothing; ``message``: what it says of the draft."""
        super().__init__()
        self._rule = rule
        self._chosen = chosen
        self._message = message

    def compose(self) -> ComposeResult:
        with VerticalScroll(id="explained"):
            yield Plain(content("\n\n").join(part for part in self._parts() if part.plain))
        yield LastingFooter()

    def _parts(self) -> list[Content]:
        rule = self._rule
        sources = "\n".join(f"– {source}" for source in rule.sources)
        return [
            content(f"{rule.title}  ", "bold") + content(f"({self._weight()})", "dim"),
            content(self._message),
            _part("Why", rule.why),
            _part("Good", rule.good),
            _part("Not so good", rule.bad),
            _part("What it rests on", sources),
        ]

    def _weight(self) -> str:
        if self._chosen == OFF:
            return f"{self._rule.id}, switched off by you"
        return (
            f"{self._rule.id}, “{LEVELS[Level(self._chosen)].lower()}” by your choice"
            if self._chosen
            else self._rule.id
        )

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offer only what changes something."""
        return parameters[0] != self._chosen if action == "weigh" else True

    def action_weigh(self, word: str) -> None:
        """Set the rule to this."""
        self.dismiss(word)


def _part(heading: str, text: str) -> Content:
    return content(f"{heading}\n", "bold") + content(text) if text.strip() else content("")
