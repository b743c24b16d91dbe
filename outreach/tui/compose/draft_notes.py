"""What else is known of a draft, as lines behind its findings: whose words it is, and which rules are off."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from outreach.domain.draft import Kind, Origin, Revision, Section
from outreach.review.rule import OFF, rules
from outreach.tui.compose.findings import Item
from outreach.tui.compose.sections import section_name
from outreach.tui.text import content

_ORIGINS = {Origin.MODEL: "By the model", Origin.MENTEE: "Your words", Origin.TEMPLATE: "By template"}


def made(revision: Revision) -> Iterator[Item]:
    """Whose words the sections are; each line goes to the first of its sections."""
    by: dict[Origin, list[Section]] = {}
    for section in revision.sections:
        by.setdefault(section.origin, []).append(section)
    for origin in Origin:
        if sections := by.get(origin):
            text = content(f"{_ORIGINS[origin]}: ", "bold") + content(", ".join(map(_name, sections)))
            yield Item(text, place=_place(sections[0]), tell="These words have no place of their own in the text.")
    told = _model(revision, kept=Origin.MODEL in by)
    yield Item(content(told, "dim"), tell=f"{told}.")


def _model(revision: Revision, *, kept: bool) -> str:
    if revision.model is None:
        return "Drafted from templates, without a model"
    name = revision.model.id
    return f"Drafted with model {name}" if kept else f"Model {name} was there; none of its words were kept"


def _name(section: Section) -> str:
    tries = f" ({section.tries} tries)" if section.tries > 1 else ""
    return section_name(section.name).lower() + tries


def _place(section: Section) -> tuple[int, int] | None:
    return None if section.start is None or section.end is None else (section.start, section.end)


def switched_off(chosen: Mapping[str, str], kind: Kind, explain: str) -> Iterator[Item]:
    """The rules for this kind that the user has switched off; ``explain``: the key that offers to switch one on."""
    for identity, word in chosen.items():
        rule = rules().get(identity)
        if rule is not None and word == OFF and kind in rule.kinds:
            text = content("Switched off: ", "bold") + content(rule.title, "dim")
            yield Item(text, rule=identity, tell=f"{explain} switches this rule on again.")
