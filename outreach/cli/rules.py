"""``outreach rules``: what the review looks for, why, and at which level."""

from __future__ import annotations

import argparse
import re
import textwrap
from collections.abc import Mapping
from typing import Any

from outreach.cli import output
from outreach.domain.draft import Channel, Kind, Level
from outreach.domain.errors import BadInput
from outreach.domain.people import Relationship
from outreach.review.rule import OFF, Policy, Rule, checked, nearest_rule, rules
from outreach.settings import Paths, load_settings, save_settings

_WIDTH = 88


def run(args: argparse.Namespace, paths: Paths) -> int:
    """List the rules, explain one, or set its level; the exit status.

    Raises:
        OutreachError: there is no such rule, or the settings cannot be read or written.
    """
    settings = load_settings(paths)
    policy = Policy.of(settings.rules, str(paths.settings_file))
    if args.id is None:
        if args.set:
            raise BadInput("--set needs the ID of a rule.", "Such as: outreach rules R27 --set off")
        output.write(_all_json(policy) if args.json else _listing(policy))
        return 0
    rule = _rule(args.id)
    if args.set:
        chosen = "" if args.set in {"default", rule.level.value} else args.set
        settings = settings.with_rule(rule.id, chosen)
        save_settings(paths, settings)
        policy = Policy.of(settings.rules, str(paths.settings_file))
        output.say(f"{rule.id} is now: {_level(rule, policy)}.")
        if not args.json:
            return 0
    output.write(output.as_json(_json(rule, policy)) if args.json else _explained(rule, policy))
    return 0


def _rule(name: str) -> Rule:
    if found := rules().get(name.upper()):
        return found
    raise BadInput(f"There is no rule “{name}”.", nearest_rule(name))


def _level(rule: Rule, policy: Policy) -> str:
    return OFF if rule.id in policy.off else policy.levels.get(rule.id, rule.level).value


def _listing(policy: Policy) -> str:
    lines = []
    for rule in rules().values():
        changed = "*" if rule.id in policy.off or rule.id in policy.levels else " "
        sources = "; ".join(re.sub(r"\s*https?://\S+", "", source) for source in rule.sources)
        lines.append(f"{rule.id:<4}{_level(rule, policy):<4}{changed} {rule.title}")
        lines += textwrap.wrap(sources, _WIDTH, initial_indent=" " * 10, subsequent_indent=" " * 10)
    lines += ["", f"Numbers and phrase lists checked on {checked()}. `outreach rules ID` explains a rule."]
    if policy.off or policy.levels:
        lines.append("* changed by you; `outreach rules ID --set default` takes it back.")
    return "\n".join(lines) + "\n"


def _explained(rule: Rule, policy: Policy) -> str:
    level = _level(rule, policy)
    points = 0 if level == OFF else rule.points(Level(level))
    weight = f", {points} points of the score" if points else ""
    parts = [f"{rule.id}  {rule.title}", f"Level: {level}{weight}. {_where(rule)}"]
    parts.append("\n".join(textwrap.wrap(rule.why, _WIDTH)))
    parts.append("Sources:\n" + "\n".join(f"  {source}" for source in rule.sources))
    parts.append("Good:\n" + textwrap.indent(rule.good.strip(), "  "))
    parts.append("Bad:\n" + textwrap.indent(rule.bad.strip(), "  "))
    return "\n\n".join(parts) + "\n"


def _where(rule: Rule) -> str:
    said = []
    for what, chosen, every in (
        ("kinds", rule.kinds, Kind),
        ("channels", rule.channels, Channel),
        ("relationships", rule.relationships, Relationship),
    ):
        if len(chosen) < len(every):
            said.append(f"{what} {', '.join(one for one in every if one in chosen)}")
    case = " It needs a case." if rule.needs_case else ""
    return (f"Applies to {'; '.join(said)}." if said else "Applies to every text.") + case


def _json(rule: Rule, policy: Policy) -> Mapping[str, Any]:
    return {
        "id": rule.id,
        "title": rule.title,
        "level": _level(rule, policy),
        "default_level": rule.level.value,
        "weight": rule.weight,
        "kinds": [kind.value for kind in Kind if kind in rule.kinds],
        "channels": [channel.value for channel in Channel if channel in rule.channels],
        "relationships": [one.value for one in Relationship if one in rule.relationships],
        "needs_case": rule.needs_case,
        "why": rule.why,
        "sources": list(rule.sources),
        "good": rule.good.strip(),
        "bad": rule.bad.strip(),
    }


def _all_json(policy: Policy) -> str:
    return output.as_json([_json(rule, policy) for rule in rules().values()])
