"""Judging a candidate: clean, true to its one fact, and specific, or turned down with the reason."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import pairwise

from outreach.briefing.sources import Sources
from outreach.review.context import Span
from outreach.review.grounding.names import names
from outreach.review.grounding.quantities import quantities
from outreach.wording.clean import folded
from outreach.wording.lexicon import FUNCTION_WORDS
from outreach.wording.patterns import regex
from outreach.wording.quantities import NUMBER_WORDS
from outreach.wording.sentences import sentences
from outreach.wording.words import content, expanded, is_base, is_third, stem, words

# Words that a sentence of a kind may add to its fact; everything else must stand in the fact. "Nothing invented" is
# cheap to keep when a sentence has one fact and a closed list of words to tell it with.
HOOK_WORDS = frozenset(
    """
    writing write wrote made makes reason turn turned read why tell telling message you your i'm i am is what
    that above all did your had have about small number
    """.split()
)
TAKEAWAY_WORDS = frozenset(
    """
    take took taking away advice advised suggest suggested suggesting note noted wrote write down stay stayed
    me thank thanks tip point idea told said first start starting by need try keep keeping remember
    recommended recommendation line going plan make making do doing should use using comes come best before
    rather instead only always never
    """.split()
)
QUESTION_WORDS = frozenset(
    """
    first last most hardest choose chose decide decided did do does know learn learned learnt start started
    begin began tell told ask asked speak try tried go went get got make made need needed take took help
    helped happen happened change changed differently today again think thought would advise find found look
    looking want wanted like keep kept come came time work worked way person people part step turn turned out
    handle handled manage managed convince convinced build built before when while between which why how what
    who
    """.split()
)

_BLAND = regex(
    r"\b(?:impress|inspir|fascinat|passion|amazing|incredibl|truly|invaluable|valuable insight|wealth of"
    r"|resonat|journey|honou?r|privilege|excit|admir|remarkabl|great success|looking forward|hope (?:this|you)"
    r"|grateful)\w*",
    re.IGNORECASE,
)
_REASONS = regex(
    r"\b(?:that is (?:why|what)|(?:is )?the reason(?: that| why)?|what made me write(?: is)?|made me write"
    r"|I['’]m writing|I am writing"
    r"|turn to you|why I)\b(?:,? (?:that )?I(?:['’]m| am)? (?:writing|write|turn)(?: to you)?| made me write)?",
    re.IGNORECASE,
)
_AS_ADVICE = regex(
    r"\byour (?:advice|suggestion|idea|point|tip)\b|\byou (?:advised|suggested|told me|said)\b|\bWhat I take with me\b",
    re.IGNORECASE,
)
_NEGATION = regex(
    r"\b(?:not|no|never|without|nobody|nothing|none|dont|cant|wont|isnt|doesnt|avoid|instead of|rather than"
    r"|stop)\b|n['’]t\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Task:
    """What one candidate is for, and what it may say."""

    section: str
    prompt: str
    """Template of the prompt."""
    given: dict[str, str]
    """Values of the prompt."""
    fact_id: str
    source: str
    """The text that the sentence must tell."""
    allowed: tuple[str, ...] = ()
    """Further texts it may use words of."""
    frame: frozenset[str] = frozenset()
    openings: tuple[str, ...] = ("",)
    """How the tries begin, in turn."""
    most_words: int = 32
    least_share: float = 0.6
    """How much of the fact must be told."""
    question: bool = False
    exact: bool = True
    """Whether the words of the fact must keep their form (tense, number); else a base form may become one in -ing."""
    names: str = ""
    """A pattern for the mentor's names; none may stand in the sentence."""
    kept_pairs: float = 0.0
    """How many pairs of neighbouring words must stay neighbours: a fact that code has told is only framed."""


def fault(candidate: str, task: Task) -> str:
    """Why a candidate is not kept, in plain words; empty for a clean one."""
    text = candidate.strip()
    checks = (
        _shape,
        _bland,
        _persons,
        _additions,
        _told,
        _order,
        _reason,
        _verbs,
        _possessions,
        _advice,
        _turned_round,
    )
    return next((reason for check in checks if (reason := check(text, task))), "")


def trimmed(candidate: str) -> str:
    """A candidate without a reason said twice: ``I'm writing because …, and that is why I turn to you.``"""
    text = " ".join(candidate.split())
    if re.match(r"(?:I['’]m writing|I am writing|What made me write)\b", text):
        text = re.sub(r",? and that is (?:why|what|the reason)\b[^,]*\.$", ".", text)
    return text


def early_fault(beginning: str, task: Task) -> str:
    """Why a candidate need not be finished, judged by its beginning; empty while it may still become clean."""
    told = beginning.split()
    # What a number counts stands behind it: "eleven" is not yet "eleven years".
    while told and (told[-1][:1].isdigit() or told[-1].casefold() in NUMBER_WORDS):
        told.pop()
    text = " ".join(told)
    return _bland(text, task) or _additions(text, task) or _order(text, task)


def _shape(text: str, task: Task) -> str:
    count = len(words(text))
    if count < 5:
        return "too short"
    if count > task.most_words:
        return "too long"
    if len(sentences(text)) > 1 or "\n" in text:
        return "more than one sentence"
    if task.question != text.endswith("?"):
        return "no question" if task.question else ("a question" if text.endswith("?") else "")
    if not re.search(r"[.!?][”\"']?$", text):
        return "cut off"
    if re.search(r"[\[\]{}<>|*#]|https?:|->|→|=", text):
        return "marks that do not belong into a sentence"
    if text.count('"') % 2 or text.count("“") != text.count("”") or text.count("(") != text.count(")"):
        return "an open quotation or bracket"
    return "an exclamation" if "!" in text else ""


def _bland(text: str, task: Task) -> str:
    match = _BLAND.search(text)
    return f"“{match[0]}” says nothing" if match and match[0].casefold() not in task.source.casefold() else ""


def _persons(text: str, task: Task) -> str:
    bare = re.sub(r"“[^”]*”|\"[^\"]*\"|(?<!\w)'[^']+'(?!\w)", " ", text)
    if re.search(r"\b(?:she|he|her|his|him|they|their|them)\b", bare, re.IGNORECASE) and not re.search(
        r"\b(?:she|he|her|his|him|they|their|them)\b", task.source, re.IGNORECASE
    ):
        return "tells of a third person"
    if task.names and re.search(task.names, bare):
        return "names the mentor instead of saying “you”"
    spoken_to = re.search(r"\b(?:you|your|yours)\b", bare, re.IGNORECASE)
    if not spoken_to and not (task.section == "echo" and text.startswith("What I take with me")):
        return "does not speak to the mentor"
    if task.section == "hook" and re.search(
        r"\b(?:I (?!am\b|turn\b|write\b|wrote\b|read\b)|I've|my|me (?!write|turn))", bare
    ):
        return "tells of the mentee"
    return ""


def _additions(text: str, task: Task) -> str:
    sources = Sources.of_texts((expanded(task.source), task.source, *task.allowed))
    span = Span(text, 0)
    claims = (*names(span, sources), *quantities(span, sources))
    if found := next((claim for claim in claims if not claim.facts), None):
        return f"“{text[found.start : found.end]}” is not in the fact"
    known = {folded(word) for source in (expanded(task.source), task.source, *task.allowed) for word in _parts(source)}
    for word in _parts(text):
        low = folded(word)
        if low in FUNCTION_WORDS or low in task.frame or low in known or low.isdigit():
            continue
        if not task.exact and _grown(low, known, question=task.question):
            continue
        return f"“{word}” is not in the fact"
    return ""


def _grown(word: str, known: set[str], *, question: bool) -> bool:
    """Whether a word is a form of one in the fact: ``replacing`` of ``replace``; any form where a question needs it."""
    same = {one for one in known if stem(one) == stem(word)}
    return bool(same) and (question or word.endswith("ing"))


def _parts(text: str) -> list[str]:
    return [
        part
        for word in words(text.replace("’", "'"))
        for part in ({word} | set(re.split(r"[-.]", word)))
        if part and not (part != word and word.casefold() in FUNCTION_WORDS)
    ]


def _told(text: str, task: Task) -> str:
    fact = set(content(task.source))
    told = fact & set(content(text))
    if fact and len(told) / len(fact) < task.least_share:
        return "leaves out too much of the fact"
    if task.question:
        # A question stands on its fact alone: what it borrows from elsewhere it presupposes.
        borrowed = set(content(text)) - fact - {stem(word) for word in task.frame}
        if len(told) < min(3, len(fact)):
            return "is hardly about the fact"
        if borrowed:
            return "tells more than the fact"
    if _pairs(task.source, text) < task.kept_pairs:
        return "tells the fact in other words"
    told_numbers = {NUMBER_WORDS.get(word, word) for word in re.findall(r"\w+", text.casefold().replace("one", "1"))}
    # A year in front ("in 2023 you …") may go; every other number stays.
    numbers_due = [
        number for number in re.findall(r"\d+", expanded(task.source)) if not re.fullmatch(r"(?:19|20)\d\d", number)
    ]
    missing = [number for number in numbers_due if number not in text and number not in told_numbers]
    return f"leaves out {missing[0]}" if missing and task.least_share >= 0.6 else ""


def _pairs(source: str, text: str) -> float:
    """Share of the neighbouring words of ``source`` that are neighbours in ``text``."""
    due = list(pairwise(folded(word) for word in words(source)))
    there = set(pairwise(folded(word) for word in words(text)))
    return sum(pair in there for pair in due) / len(due) if due else 1.0


def _order(text: str, task: Task) -> str:
    """What a small model mixes up it also reorders: the words of the fact must come in the order of the fact."""
    order = content(task.source)
    places = [order.index(one) for one in content(text) if order.count(one) == 1]
    return "mixes up the parts of the fact" if any(after < before for before, after in pairwise(places)) else ""


def _reason(text: str, task: Task) -> str:
    """A hook says once that its fact is the reason for writing."""
    if task.section != "hook":
        return ""
    reasons = _REASONS.findall(text)
    if re.search(r"\bbecause,? that is\b", text):
        return "gives a reason for the reason"
    if len(reasons) > 1:
        return "says twice that it is the reason"
    if "is the reason" in text and not re.match(r"(?:That|What|The|Your)\b", text):
        return "is no sentence"
    return "" if reasons or "because" in text else "does not say that it is the reason"


def _verbs(text: str, task: Task) -> str:
    """A fact never gets a verb that it lacks: what follows "you" in a hook stands in the fact."""
    if task.section != "hook":
        return ""
    known = {stem(word) for word in words(expanded(task.source))} | {"mad", "write", "turn"}
    for match in re.finditer(r"\byou((?:\s+(?:\w+ly|also|first|once|now|then|never|always|only))*)\s+(\w+)", text):
        if stem(match[2]) not in known and match[2].casefold() not in {"and", "in", "is"}:
            return f"“you {match[2]}” is not in the fact"
    return ""


def _possessions(text: str, task: Task) -> str:
    """What is called the mentor's stands in the fact; in an echo "your advice" is what the mail is about."""
    if task.section == "echo":
        return ""
    for match in re.finditer(r"\byour\s+([\w'’-]+)", text):
        # "a class of your own until 2016": what follows is not theirs.
        if match[1] != "own" and stem(match[1]) not in set(content(task.source)):
            return f"“{match[0]}” is not in the fact"
    return ""


def _advice(text: str, task: Task) -> str:
    """An echo tells advice of the mentor's, in English, and claims nothing of the mentee."""
    if task.section != "echo":
        return ""
    if not _AS_ADVICE.search(text):
        return "does not say that it is the mentor's advice"
    verb = re.search(r"\b(?:advice|advised me)(?: not)? to (\w+)", text)
    about = re.search(r"\badvice (?:on|about) (.*)", text)
    if (
        re.search(r"\badvised me that\b", text)
        or (verb and not is_base(verb[1]) and verb[1] != "be")
        or (about and any(is_third(word) for word in words(about[1])))
    ):
        return "is no advice in English"
    if re.search(r"\b(?:has|have) been noted\b", text):
        return "speaks like an office"
    if re.search(r"\b(?:took|taken|followed|used) your advice\b|\bI (?:have|asked|did|made|learned)\b", text):
        return "says that it is done already"
    am = r"\bI(?:['’]m| am)\b"
    return "says something of the mentee" if re.search(am, text) and not re.search(am, task.source) else ""


def _turned_round(text: str, task: Task) -> str:
    """A "not" that came, went or moved turns a fact into its opposite: "pitch to editor, not to house"."""
    if task.question:
        return ""
    before, after = _denied(expanded(task.source)), _denied(text)
    if len(before) != len(after):
        return "a “not” came or went"
    return "" if sorted(before) == sorted(after) else "a “not” moved"


def _denied(text: str) -> list[str]:
    """The word that each "not" of a text denies, as a stem: the next one that carries something."""
    return [next(iter(content(text[match.end() :])), "") for match in _NEGATION.finditer(text)]
