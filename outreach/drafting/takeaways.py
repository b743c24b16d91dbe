"""One note of a meeting, told clause by clause: as advice, as what was said, as a story, or not at all."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import IntEnum

from outreach.domain.people import Mentor
from outreach.drafting.advising import (
    FINITE,
    MARKS,
    MOST_WORDS,
    PLURAL_PRONOUN,
    THIRD,
    WITHOUT_OBJECT,
    advised,
    has_plural,
    is_broken,
)
from outreach.drafting.jotted import is_verb_first, tidy, with_my, with_name
from outreach.review.context import common_words
from outreach.wording import words as w
from outreach.wording.articles import smooth
from outreach.wording.clean import one_line
from outreach.wording.lexicon import ADVERBS, DETERMINERS, NOUNISH, PREPOSITIONS
from outreach.wording.naming import name_pattern
from outreach.wording.nouns import COUNT, MASS
from outreach.wording.patterns import regex
from outreach.wording.swapping import swap
from outreach.wording.telling import tell_background

_SAYS = (
    r"(?:told|said|says|asked|advised|advises|suggested|suggests|thinks?|thought|recommend(?:s|ed)?|warned|mentioned"
    r"|showed|explained)"
)
BULLET = regex(r"^\W*(?:\d{1,2}[.)]|[-*•–—·>])\s+|^\W*(?:re|note|nb|tip|advice)\b\s*[:.]\s*", re.IGNORECASE)
_SAID_THAT = regex(rf"^(?:she|he|they|you|{{name}})\s+{_SAYS}(?:\s+(?:me|to me))?\s*[:,]\s*[\"“'‘]?", re.IGNORECASE)
LABEL = regex(r"([^\W\d][\w '’&/-]{0,28}?)(?:\s*:|\s+-)\s+(?=[\w'‘\"“])")
ARROW = regex(r"\s*(?:->|→|=>|-->)\s*")

_NEGATION = regex(r"\b(?:not|never|dont|doesnt|cant|wont|without|instead)\b|n['’]t\b", re.IGNORECASE)


OF_MENTOR = regex(
    r"^\W*(?:you(?:['’]ll|['’]d)?|she|he|they|she['’]d|he['’]d)\s*(?:will|['’]ll|sends?|offers?|offered|shares?|introduces?|can"
    r"|could|promised|wants?|would|gives?|lends?|connects?|calls?|asks)\b|^\W*(?:will|sends|offers|offered|introduces|shares|wants|to)\b",
    re.IGNORECASE,
)

_TACTLESS = regex(
    r"\b(?:lost|lose|loses|fail(?:s|ed)?|fired|owes?|worr\w+|tired|sad|late|wrong|bored|boring|stubborn|angry|upset"
    r"|argued?|cried|afraid|refused|slow|slower|confus\w+|hurts?|broke|rude|laughed|finally|at last"
    r"|mistakes?|prefers?|did not|didn't|cm out|too (?:short|long|small|big)|bad)\b",
    re.IGNORECASE,
)


# Too little by themselves, or as often adjectives: "close in age", "have 3 now".
_WEAK = frozenset("have get need be do let close clean clear dry cool slow open go come see say".split())

_APPLIED_WITH = frozenset("for to as with even if".split())
_ASKED_WITH = frozenset("about for if whether what who which when where why how to that of".split())


class How(IntEnum):
    """How a clause is told, the better the higher."""

    QUOTE = 0
    POINT = 1
    STORY = 2
    ON = 3
    ADVICE = 4
    SAID = 5


@dataclass(frozen=True, slots=True)
class Takeaway:
    """A clause of a note, told."""

    how: How
    text: str
    """ADVICE: ``to start with …``; ON: ``on the lease: ask for …``; POINT and STORY: a clause to stand behind
    "that"; SAID: a sentence; QUOTE: words to stand between quotation marks."""
    smooth: bool = True
    """Whether its small words are all there."""
    whole: bool = True
    """Whether it is the whole note."""
    tactless: bool = False


def takeaways(note: str, mentor: Mentor) -> list[Takeaway]:
    """Every way to tell a note for certain, the whole note first; always with a quotation behind them."""
    found: list[Takeaway] = []
    clauses = list(dict.fromkeys(_clauses(note, mentor)))
    whole = clauses[0]
    for at, clause in enumerate(clauses):
        told = tell_clause(clause, mentor)
        if at and len(_NEGATION.findall(clause)) < len(_NEGATION.findall(note)):
            # What is cut off may be what the note is about.
            continue
        lost = (
            at and told and told.how is How.ADVICE and (_objectless(told.text) or _hangs_on(whole, clause, told.text))
        )
        if told and not lost:
            found.append(Takeaway(told.how, told.text, told.smooth, at == 0, told.tactless))
    return [*found, Takeaway(How.QUOTE, quoted(note))]


def _objectless(advised: str) -> bool:
    """``to dry to 7 %``: cut out of a note, the thing that it is about is lost."""
    found = w.words(advised.removeprefix("not ").removeprefix("to "))
    first, second = [*map(str.casefold, found), "", ""][:2]
    return second in PREPOSITIONS | {"enough", "what"} and first not in WITHOUT_OBJECT


def _hangs_on(whole: str, clause: str, told: str) -> bool:
    """Whether what advice is about stands in the part of the note before it: ``spot is gone - apply by October``."""
    before = whole[: max(whole.find(clause), 0)].rstrip()
    if not before:
        return False
    words_told = w.words(told.removeprefix("not ").removeprefix("to "))
    first = words_told[0].casefold()
    # "ask the ward manager": about what? "apply by October": for what?
    tied = {"ask": _ASKED_WITH, "tell": _ASKED_WITH, "apply": _APPLIED_WITH}.get(first)
    if tied is not None and not tied & {word.casefold() for word in words_told[1:]}:
        return True
    return before.endswith(("-", "–", "—", ",")) and len(words_told) < 4


def _clauses(note: str, mentor: Mentor) -> Iterator[str]:
    """The note, and what can be cut out of it: sentences, what stands behind a label or beside an arrow."""
    text = BULLET.sub("", one_line(note)).strip()
    # "when stock < 3 weeks": a sign for a verb.
    compared = r"\b((?:when|if|while|once|until) (?:[a-z]+ ){1,3})"
    text = re.sub(rf"{compared}< ?(?=\d)", r"\1is under ", re.sub(rf"{compared}> ?(?=\d)", r"\1is over ", text))
    text = re.sub(r"\b(\d+)[ -](?:wk|week) (?:avg|average)\b", r"the \1-week average", text)
    text = with_name(w.expanded(tidy(_plain_shouting(text))), mentor).strip(" .;!,")
    # "the 6 wk secondment"
    text = re.sub(
        r"\b(\d+) (day|week|month|year|hour|minute) ([a-z]+)\b",
        lambda m: (
            f"{m[1]}-{m[2]} {m[3]}" if (m[3] in COUNT or m[3].endswith(("ment", "ship"))) and m[1] != "1" else m[0]
        ),
        text,
    )
    text = re.sub(r"\s*[!?]{2,}|!", ";", text).strip(" ;")
    if quotation := re.fullmatch(r"[\"“]([^\"“”]+)[.!]?[\"”]", text):
        text = quotation[1]
    text = re.sub(r"(?<![\w.'’])i(?=['’]| [a-z])", "I", text)
    said = re.compile(_SAID_THAT.pattern.replace("{name}", name_pattern(mentor)), re.IGNORECASE)
    if said.match(text):
        text = said.sub("", text).strip(" \"”'’")
    yield text
    parts = ARROW.split(text)
    if len(parts) == 2 and len(parts[0].split()) < 4 and not is_verb_first(parts[0]):
        yield f"{parts[0]}: {parts[1]}"
    steps = re.split(r"\s+[-–—]\s+", parts[0])
    if len(steps) == 2 and all(is_verb_first(step) for step in steps):
        # "apply for the post - ask the head, not the deputy": what is asked for stands in front.
        yield f"{steps[0]} and {steps[1]}"
    # What an arrow leads to needs what it comes from.
    for sentence in re.split(r"(?<=[\w)'’\"”])[.;]\s+|\s+[-–—]\s+", parts[0]):
        if re.search(r"\s=\s", sentence):
            sentence = sentence.split(" = ")[0].rpartition(",")[0]
        sentence = sentence.strip(" .;!,")
        if sentence and (w.words(sentence) or [""])[0].casefold() not in {"have", "be"}:
            yield from _cuts(sentence)


def _cuts(sentence: str) -> Iterator[str]:
    """A sentence, and its beginning or end where that can stand alone."""
    yield sentence
    plain = re.sub(r"\s*\([^()]*\)", "", sentence)
    yield plain
    head, colon, _ = plain.partition(": ")
    # "Ask for one thing: …" says nothing without the thing.
    hollow = re.search(r"\b(?:things?|questions?|steps?|rules?|reasons?|points?|ways?|parts?|words?)$", head)
    if colon and len(w.words(head)) > 3 and not w.is_base(w.words(head)[-1]) and not hollow:
        yield head
    bare, _, tail = plain.rpartition(", ")
    if is_verb_first(bare) and hangs(tail):
        yield bare
    parts = re.split(r",\s+(?:so\s+|and\s+)?", head if colon and is_verb_first(head) else plain)
    for at in range(1, len(parts)):
        before = parts[at - 1]
        clause = is_verb_first(before) or any(word in FINITE or w.is_third(word) for word in w.words(before)[1:])
        first = (w.words(parts[at]) or [""])[0].casefold()
        points_back = re.search(r"\b(?:it|them|its|their)\b", parts[at])
        known = w.is_base(first) and first not in _WEAK | NOUNISH | COUNT
        if clause and known and is_verb_first(parts[at]) and not points_back:
            yield ", ".join(parts[at:])
    if len(parts) > 1:
        yield ", ".join(parts[:-1])
        yield parts[0]


def hangs(tail: str) -> bool:
    """Whether what stands behind the last comma of advice is a thing without a word that ties it: ``second paper``."""
    found = [word.casefold() for word in w.words(tail)]
    tied = DETERMINERS | PREPOSITIONS | ADVERBS | {"not", "and", "or", "even", "nothing", "only", "max", "no", "min"}
    verb = any(w.is_past(word) or w.is_third(word) for word in found) or (bool(found) and w.is_base(found[0]))
    # "the tests, body last": in which order.
    ordered = bool(found) and found[-1] in {"first", "last", "next", "again", "too", "twice", "once"}
    return len(found) == 2 and not ordered and found[0] not in tied and not verb and not found[0][:1].isdigit()


def tell_clause(clause: str, mentor: Mentor) -> Takeaway | None:
    """One clause told; ``None`` where nothing is certain."""
    if said := _said(clause, mentor):
        return Takeaway(How.SAID, said, tactless=bool(_TACTLESS.search(said)))
    label = LABEL.match(clause)
    if label and not is_verb_first(clause[: label.end(1)]):
        return _labelled(label[1], clause[label.end() :], mentor)
    advice_told, sure = advised(clause, mentor)
    if advice_told:
        return Takeaway(How.ADVICE, advice_told, sure)
    if story := _story(clause, mentor):
        return Takeaway(How.STORY, story, tactless=bool(_TACTLESS.search(story)))
    point = _point(clause, mentor)
    return Takeaway(How.POINT, point, tactless=bool(_TACTLESS.search(point))) if point else None


def _said(clause: str, mentor: Mentor) -> str:
    """What the mentor said to the mentee, as a sentence: ``She told me to …`` → ``You told me to …``."""
    told = swap(clause, mentor, first_person=False, they=False)
    if not re.match(rf"you {_SAYS}\b", told.text, re.IGNORECASE):
        subjectless = re.match(
            r"(?:told me|said|asked me|advised me|suggested|recommended|warned me)\b", clause, re.IGNORECASE
        )
        if not subjectless:
            return ""
        told = swap(f"she {w.decapitalised(clause)}", mentor, first_person=False, they=False)
    if (
        not told.sure
        or is_broken(told.text)
        or THIRD.search(told.text)
        or MARKS.search(told.text)
        or _too_long(told.text)
    ):
        return ""
    if (PLURAL_PRONOUN.search(told.text) and not has_plural(told.text)) or re.search(
        r", \w+ (?:came|went)\b", told.text
    ):
        return ""
    return w.as_sentence(
        re.sub(
            r"^(you) (says|thinks|recommends|suggests|advises)\b",
            lambda m: f"{m[1]} {w.base_of_third(m[2])}",
            told.text,
            flags=re.IGNORECASE,
        )
    )


def _labelled(label: str, rest: str, mentor: Mentor) -> Takeaway | None:
    """``DB: draw our schema …``: the label goes where the advice has all it needs, else it stands in front of it."""
    advice_told, sure = advised(rest, mentor, labelled=True)
    span = re.fullmatch(r"(?:the )?(?:first|last|next) \d+ (?:day|week|month|year)s?", label, re.IGNORECASE)
    if (
        not advice_told
        or (re.search(r"\d", label) and not span)
        or any(w.is_third(word) for word in w.words(label)[1:])
    ):
        return None
    found = [word.casefold() for word in w.words(rest)]
    points_back = re.search(r"\b(?:it|them|its|their)\b", rest)
    complete = not points_back and (
        found[0] in WITHOUT_OBJECT or found[1] not in PREPOSITIONS | ADVERBS | {"it", "them", "enough", "not"}
    )
    short = not span and (label.isupper() or re.search(r"\d|^(?:re|first|next|and|then)\b", label, re.IGNORECASE))
    if span:
        return Takeaway(How.ADVICE, f"{advice_told} in {label if label.startswith('the ') else f'the {label}'}", sure)
    if complete and (short or found[1] in DETERMINERS or found[0] in WITHOUT_OBJECT):
        return Takeaway(How.ADVICE, advice_told, sure)
    if short or len(label.split()) > 4 or THIRD.search(label):
        return None
    told = advice_told[3:] if advice_told.startswith("to ") else rest
    topic = smooth(f"on {w.decapitalised(with_my(label))}")
    return Takeaway(How.ON, f"{topic.text}: {told}", sure and topic.sure)


def _story(clause: str, mentor: Mentor) -> str:
    """What the mentor did, to stand behind "that"; empty for promises, wishes, and what code cannot tell."""
    took = re.match(r"(?:it )?took (?:her|him|them) ((?:\w+ ){1,4}to (?!her\b|him\b)[a-z]+ .+)$", clause, re.IGNORECASE)
    if took and not THIRD.search(took[1]) and not is_broken(clause):
        return f"it took you {took[1]}"
    own = re.compile(rf"\b(?:she|he|they|her|his|their|{name_pattern(mentor)})\b", re.IGNORECASE)
    keeps = re.match(r"[a-z]+s (?:the|her|his|a|an|no|only)\b", clause)
    if not (own.search(clause) or keeps) or OF_MENTOR.match(clause) or _too_long(clause) or is_broken(clause):
        return ""
    if re.match(rf"{name_pattern(mentor)}(?:\s+(?:to|will|can|gives|sends|asks|calls|wants|would)\b|['’]s\b)", clause):
        return ""
    told = tell_background(clause, mentor, first_person=False)
    text = told.text if told else ""
    if not told and re.match(r"(?:she|he)\b", clause, re.IGNORECASE):
        swapped = swap(w.decapitalised(clause), mentor, first_person=False, they=False)
        second = [*w.words(swapped.text), "", ""][1]
        text = (
            swapped.text
            if swapped.sure and (w.is_past(second) or second.endswith("ed")) and not THIRD.search(swapped.text)
            else ""
        )
    if re.match(r"you \w+ (?:it|them|this|that|your \d+)\b|you are\b", text):
        return ""
    if re.search(r"\b(?:offer(?:ed|s)?|promised|will|would|wants?|['’]d)\b", text) or len(w.words(text)) < 4:
        return ""
    return text if re.match(r"your?\b", text) and not PLURAL_PRONOUN.search(text) else ""


def _point(clause: str, mentor: Mentor) -> str:
    """A statement about things, as a clause to stand behind "that": ``a late bus costs more trust than …``."""
    text = clause.split(": ")[0] if len(clause.split(": ")[0].split()) > 4 else clause
    found = [word.casefold().replace("’", "'") for word in w.words(text)]
    if len(found) < 5 or _too_long(text) or is_broken(text):
        return ""
    if THIRD.search(text) or PLURAL_PRONOUN.search(text) or re.search(name_pattern(mentor), text):
        return ""
    if re.search(r"\b(?:I|I['’]m|we|you|your|us)\b", text) or found[0] in {
        "this",
        "that",
        "these",
        "those",
        "all",
        "each",
        "some",
        "any",
    }:
        return ""
    subject = (
        found[0] in DETERMINERS
        or (found[0] in COUNT | MASS and w.is_third(found[1]))
        or (found[0].endswith("s") and found[1] in {"are", "were", "have"})
    )
    verb = next((at for at, word in enumerate(found[1:], 1) if _is_verb(found, at)), 0)
    if not subject or not verb or verb > 9 or verb == len(found) - 1 or not smooth(text).sure:
        return ""
    if ", " in text and not re.search(r", (?:and|but|not|so|or|when|if|where)\b", text):
        return ""
    told = w.decapitalised(re.sub(r"(?<=\w) not (?=in |on |at |with |the |by )", ", not ", text))
    return f"the {told}" if found[0] in COUNT and not found[0].endswith("s") else told


def _is_verb(found: list[str], at: int) -> bool:
    """Whether a word is the verb of a statement: one that can be nothing else."""
    word = found[at]
    if found[at - 1] in DETERMINERS | PREPOSITIONS:
        return False
    return word in FINITE or (w.is_third(word) and w.base_of_third(word) not in NOUNISH and word not in {"does"})


def _too_long(text: str) -> bool:
    return len(w.words(text)) > MOST_WORDS


def _plain_shouting(text: str) -> str:
    return calm(re.sub(r"\*(?=\S)([^*]+)\*", r"\1", text))


def calm(text: str) -> str:
    """Everyday words in capitals for stress, written small: ``BEFORE`` → ``before``."""
    return re.sub(
        r"\b[A-Z]{2,}\b",
        lambda match: (
            match[0].casefold()
            if (len(match[0]) > 2 and match[0].casefold() in common_words())
            or match[0] in {"NO", "NOT", "HE", "SHE", "DO", "IF"}
            else match[0]
        ),
        text,
    )


def quoted(note: str) -> str:
    """A note fit to stand between quotation marks: inner marks single, no brackets, no end mark.

    What stands before an arrow or an equals sign is quoted alone where it can stand alone.
    """
    text = BULLET.sub("", one_line(note))
    head = re.split(r"\s*(?:->|→|=>)\s*|\s+=\s+", text)[0]
    # The item before an equals sign belongs to what follows it: "compare, gaps = study list".
    if re.search(r"\s=\s", text) and "," in head:
        head = head.rpartition(",")[0]
    # "map too busy -> lose the geology": what is wrong is no thanks without what to do about it.
    whole = is_verb_first(head) or "=" in text or any(word in FINITE or w.is_third(word) for word in w.words(head)[1:])
    text = head if len(w.words(head)) >= 3 and whole else text
    text = text.replace("->", "→").replace("(!)", "").replace("“", "‘").replace("”", "’").replace('"', "'")
    return w.expanded(text.replace("[", "(").replace("]", ")")).strip(" .;,!")
