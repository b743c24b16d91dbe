"""Where the mentee works, as a phrase behind the role: ``at a metro contractor in Kochi``."""

from __future__ import annotations

import functools
import re

from outreach.drafting.shorthand import is_nothing, spelled, with_needed_article
from outreach.review.grounding.lexicon import places
from outreach.wording import words as w
from outreach.wording.clean import folded, one_line
from outreach.wording.lexicon import DETERMINERS
from outreach.wording.patterns import regex

_ON = frozenset(
    "barge boat estate farm ferry holding island ranch rig ship site smallholding trawler tug vessel yacht".split()
)
_FREE = {"freelance", "freelancer", "freelancing", "self-employed"}
_REGION = regex(r"(?:County|Province|Region|District|City|Island|Valley)$")
_OWNER = regex(r"(?:co-?)?(?:owner|founder)(?:\s+and\s+[\w-]+)?$", re.IGNORECASE)
_OWNER_OF = regex(r"(?:(?:co-?)?(?:owner|founder)) of\b", re.IGNORECASE)


def at_work(organisation: str, role: str) -> tuple[bool, str, str]:
    """Whether the role is an owner's, the word that says they work for themselves, and the phrase; else empty.

    ``own workshop, Pécs`` → `` at my own workshop in Pécs``; ``Helsinki`` → `` in Helsinki``.
    """
    text = re.sub(r"\s*\([^()]*\)", "", spelled(one_line(organisation))).strip(" .,;")
    text = re.sub(r"\bself employed\b", "self-employed", text, flags=re.IGNORECASE)
    owner = bool(_OWNER.match(role) or _OWNER_OF.match(role))
    if is_nothing(text) or text.casefold() in role.casefold():
        return owner, "", ""
    parts = [part for part in re.split(r",\s+", text) if w.words(part)]
    free = [part.casefold() for part in parts if part.casefold() in _FREE]
    freelance = "self-employed" if "self-employed" in free else "freelance" if free else ""
    parts = [part for part in parts if part.casefold() not in _FREE]
    if not parts:
        return owner, freelance, ""
    place = _in_place(parts)
    return owner, freelance, _phrase(parts, place, role, owner=owner)


def _in_place(parts: list[str]) -> str:
    """The last part where it is a place behind a workplace; it is taken off ``parts``."""
    parts[1:] = [part for part in parts[1:] if not part[:1].isdigit()]
    if len(parts) < 2 or re.search(r"\s(?:in|near|outside)\s", parts[0]):
        return ""
    last = parts[-1]
    common = parts[0][:1].islower() or parts[0].split()[0].casefold() in DETERMINERS
    town = re.fullmatch(r"[A-ZÀ-Þ][\w'’-]+(?: [A-ZÀ-Þ][\w'’-]+)?", last)
    if town and not re.search(r"[A-Z]{2}", last) and (common or is_place(last)) and len(parts[0].split()) <= 6:
        parts.pop()
        return last
    return ""


def _phrase(parts: list[str], place: str, role: str, *, owner: bool) -> str:
    name, behind = parts[0], "".join(f", {part}" for part in parts[1:])
    end = f" in {place}" if place else ""
    if not behind and not place and (is_place(name) or _REGION.search(name)):
        return f" in {name}"
    if name.startswith("own "):
        where = "on" if w.head_noun(name) in _ON else "at"
        return f" {where} my {name}{behind}{end}"
    name = with_needed_article(name)
    if owner:
        joined = ", " if _OWNER_OF.match(role) else " of "
        return f"{joined}{name}{behind}{end}"
    if re.search(r"\bat\b", role):
        return f", {name}{behind}{end}"
    if re.match(r"(?:in|on|at|for|with)\b", name):
        return f" {name}{behind}{end}"
    if re.search(r"\bowner$", role, re.IGNORECASE):
        return f" ({name}{behind}{end})"
    return f" {'on' if w.head_noun(name) in _ON and not name[:1].isupper() else 'at'} {name}{behind}{end}"


def is_place(name: str) -> bool:
    """Whether a name is a known country or town."""
    return all(folded(word) in _known_places() for word in w.words(name))


@functools.cache
def _known_places() -> frozenset[str]:
    found = set(places())
    for names in places().values():
        found |= names
    return frozenset(found)
