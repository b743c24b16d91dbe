"""One note of a meeting, told clause by clause: as advice, as what was said, as a story, or not at all."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import IntEnum

from outreach.domain.people import Mentor
from outreach.drafting.steps import is_verb_first, tidy, with_my, with_name
from outreach.review.context import common_words
from outreach.wording import words as w
from outreach.wording.articles import smooth
from outreach.wording.clean import one_line
from outreach.wording.lexicon import ADVERBS, DETERMINERS, NOUNISH, PERSON_NOUNS, PREPOSITIONS, SUBORDINATORS
from outreach.wording.naming import name_pattern
from outreach.wording.nouns import COUNT, MASS
from outreach.wording.swapping import swap
from outreach.wording.telling import tell_background

MOST_WORDS = 24
"""A longer clause is a paragraph, not an echo."""

_SAYS = (
    r"(?:told|said|says|asked|advised|advises|suggested|suggests|thinks?|thought|recommend(?:s|ed)?|warned|mentioned"
    r"|showed|explained)"
)
_BULLET = re.compile(r"^\W*(?:\d{1,2}[.)]|[-*•–—·>])\s+|^\W*(?:re|note|nb|tip|advice)\b\s*[:.]\s*", re.IGNORECASE)
_SAID_THAT = re.compile(
    rf"^(?:she|he|they|you|{{name}})\s+{_SAYS}(?:\s+(?:me|to me))?\s*[:,]\s*[\"“'‘]?", re.IGNORECASE
)
_LABEL = re.compile(r"([^\W\d][\w '’&/-]{0,28}?)(?:\s*:|\s+-)\s+(?=[\w'‘\"“])")
_ARROW = re.compile(r"\s*(?:->|→|=>|-->)\s*")
_MARKS = re.compile(r"->|→|=>|=|\s/\s|\(!\)|:(?!\d)|\+|[#*~<>]|\bvs\b|\?")
_NEGATION = re.compile(r"\b(?:not|never|dont|doesnt|cant|wont|without|instead)\b|n['’]t\b", re.IGNORECASE)
_THIRD = re.compile(r"\b(?:she|he|her|his|him|hers)\b", re.IGNORECASE)
_PLURAL_PRONOUN = re.compile(r"\b(?:they|them|their|theirs)\b", re.IGNORECASE)
_NUMBER_WORDS = frozenset("two three four five six seven eight nine ten twenty".split())
_WITHOUT_OBJECT = frozenset(
    "ask start begin talk look wait listen work go stay write sit stand apply pitch practise stop agree".split()
)
_BEFORE_ADVICE = re.compile(
    r"^((?:when|if|before|after|once|while|in|with|on|at|for|during)\b[^,:]{3,45})[,:] (?=[a-z])", re.IGNORECASE
)
_OF_MENTOR = re.compile(
    r"^\W*(?:you(?:['’]ll|['’]d)?|she|he|they|she['’]d|he['’]d)\s*(?:will|['’]ll|sends?|offers?|offered|shares?|introduces?|can"
    r"|could|promised|wants?|would|gives?|lends?|connects?|calls?|asks)\b|^\W*(?:will|sends|offers|offered|introduces|shares|wants|to)\b",
    re.IGNORECASE,
)
_FINITE = frozenset(
    """
    is are was were has have had can could will would does do did must should may isn't aren't wasn't don't doesn't
    can't won't
    """.split()
)
_TACTLESS = re.compile(
    r"\b(?:lost|lose|loses|fail(?:s|ed)?|fired|owes?|worr\w+|tired|sad|late|wrong|bored|boring|stubborn|angry|upset"
    r"|argued?|cried|afraid|refused|slow|slower|confus\w+|hurts?|broke|rude|laughed|finally|at last"
    r"|mistakes?|prefers?|did not|didn't|cm out|too (?:short|long|small|big)|bad)\b",
    re.IGNORECASE,
)


# Too little by themselves, or as often adjectives: "close in age", "have 3 now".
_WEAK = frozenset("have get need be do let close clean clear dry cool slow open go come see say".split())
_SPLICE = re.compile(
    r", (?:(?:they|it|he|she|we|I|you|this|that)\b|\d+ (?:is|are)\b"
    r"|(?:the|an?|my|our) (?:\w+ ){1,2}(?:will|is|are|was|can|has|\w+s) )"
)


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
    for at, clause in enumerate(dict.fromkeys(_clauses(note, mentor))):
        told = tell_clause(clause, mentor)
        if at and len(_NEGATION.findall(clause)) < len(_NEGATION.findall(note)):
            # What is cut off may be what the note is about.
            continue
        if told and not (at and told.how is How.ADVICE and _objectless(told.text)):
            found.append(Takeaway(told.how, told.text, told.smooth, at == 0, told.tactless))
    return [*found, Takeaway(How.QUOTE, quoted(note))]


def _objectless(advised: str) -> bool:
    """``to dry to 7 %``: cut out of a note, the thing that it is about is lost."""
    found = w.words(advised.removeprefix("not ").removeprefix("to "))
    first, second = [*map(str.casefold, found), "", ""][:2]
    return second in PREPOSITIONS | {"enough"} and first not in _WITHOUT_OBJECT


def _clauses(note: str, mentor: Mentor) -> Iterator[str]:
    """The note, and what can be cut out of it: sentences, what stands behind a label or beside an arrow."""
    text = _BULLET.sub("", one_line(note)).strip()
    text = with_name(w.expanded(tidy(_plain_shouting(text))), mentor).strip(" .;!,")
    text = re.sub(r"\s*[!?]{2,}|!", ";", text).strip(" ;")
    said = re.compile(_SAID_THAT.pattern.replace("{name}", name_pattern(mentor)), re.IGNORECASE)
    if said.match(text):
        text = said.sub("", text).strip(" \"”'’")
    yield text
    parts = _ARROW.split(text)
    if len(parts) == 2 and len(parts[0].split()) < 4 and not is_verb_first(parts[0]):
        yield f"{parts[0]}: {parts[1]}"
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
    if colon and len(w.words(head)) > 3 and not w.is_base(w.words(head)[-1]):
        yield head
    parts = re.split(r",\s+(?:so\s+|and\s+)?", head if colon and is_verb_first(head) else plain)
    for at in range(1, len(parts)):
        before = parts[at - 1]
        clause = is_verb_first(before) or any(word in _FINITE or w.is_third(word) for word in w.words(before)[1:])
        first = (w.words(parts[at]) or [""])[0].casefold()
        points_back = re.search(r"\b(?:it|them|its|their)\b", parts[at])
        known = w.is_base(first) and first not in _WEAK | NOUNISH | COUNT
        if clause and known and is_verb_first(parts[at]) and not points_back:
            yield ", ".join(parts[at:])
    if len(parts) > 1:
        yield ", ".join(parts[:-1])
        yield parts[0]


def tell_clause(clause: str, mentor: Mentor) -> Takeaway | None:
    """One clause told; ``None`` where nothing is certain."""
    if said := _said(clause, mentor):
        return Takeaway(How.SAID, said, tactless=bool(_TACTLESS.search(said)))
    label = _LABEL.match(clause)
    if label and not is_verb_first(clause[: label.end(1)]):
        return _labelled(label[1], clause[label.end() :], mentor)
    advised, sure = _advice(clause, mentor)
    if advised:
        return Takeaway(How.ADVICE, advised, sure)
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
        or _broken(told.text)
        or _THIRD.search(told.text)
        or _MARKS.search(told.text)
        or _too_long(told.text)
    ):
        return ""
    if (_PLURAL_PRONOUN.search(told.text) and not _has_plural(told.text)) or re.search(
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
    advised, sure = _advice(rest, mentor, labelled=True)
    if not advised or re.search(r"\d", label) or any(w.is_third(word) for word in w.words(label)[1:]):
        return None
    found = [word.casefold() for word in w.words(rest)]
    points_back = re.search(r"\b(?:it|them|its|their)\b", rest)
    complete = not points_back and (
        found[0] in _WITHOUT_OBJECT or found[1] not in PREPOSITIONS | ADVERBS | {"it", "them", "enough", "not"}
    )
    short = label.isupper() or re.search(r"\d|^(?:re|first|next|and|then)\b", label, re.IGNORECASE)
    if complete and (short or found[1] in DETERMINERS or found[0] in _WITHOUT_OBJECT):
        return Takeaway(How.ADVICE, advised, sure)
    if short or len(label.split()) > 4 or _THIRD.search(label):
        return None
    told = advised[3:] if advised.startswith("to ") else rest
    topic = smooth(f"on {w.decapitalised(with_my(label))}")
    return Takeaway(How.ON, f"{topic.text}: {told}", sure and topic.sure)


def advice(note: str, mentor: Mentor) -> str:
    """A note in the imperative as advice: ``Log every override`` → ``to log every override``; empty for any other."""
    return _advice(note, mentor)[0]


def _advice(clause: str, mentor: Mentor, *, labelled: bool = False) -> tuple[str, bool]:
    text = w.expanded(tidy(one_line(clause))).strip(" .!;,")
    text = re.sub(r"^you (?:should|need to|must|have to|could) (?=\w)", "", text, flags=re.IGNORECASE)
    before = _BEFORE_ADVICE.match(text)
    lacks_subject = before and re.match(r"\w+ (?:don['’]t|not|in|on|at|\w+ing)\b", before[1])
    if before and not lacks_subject and is_verb_first(text[before.end() :]) and "," not in text[before.end() :]:
        text = f"{text[before.end() :]} {w.decapitalised(before[1])}"
    text = re.sub(r'"([^"“”]+)"', r"“\1”", text)
    text = re.sub(r"\s+[-–]\s+(?=before|after|not|never|only|even)", ", ", text)
    if _broken(text) or _THIRD.search(text) or not 2 < len(w.words(text)) <= MOST_WORDS:
        return "", False
    if re.match(
        r"(?:send|call|email|thank|remind|invite|pay|bring|show|give|forward|ring|text|message) (?:her|him|you)\b",
        text,
        re.I,
    ):
        return "", False
    of_both = re.search(name_pattern(mentor), text) or re.match(r"let me know\b|.*\bet al$", text, re.IGNORECASE)
    if of_both or _lacks_antecedent(text, labelled=labelled):
        return "", False
    text = _to_me(text)
    smoothed = smooth(with_my(text))
    told = swap(smoothed.text, mentor, first_person=False, they=False)
    if not told.sure or _THIRD.search(told.text):
        return "", False
    return _infinitive(told.text), smoothed.sure


def _broken(text: str) -> bool:
    """Whether a clause has marks of shorthand, two sentences in one, or a word alone between commas."""
    return bool(
        _MARKS.search(text)
        or _SPLICE.search(text)
        or re.search(r"(?<=\w{3})[.;]\s|\w;\s|\s[-–—]\s|, [^\s,]+,|\(|\"", text)
        or text.count("“") != text.count("”")
        or len(re.findall(r"(?<!\w)['‘]\w", text)) > len(re.findall(r"\S['’](?!\w)", text))
        or _lone_end(text)
    )


def _lone_end(text: str) -> bool:
    """Whether a word hangs behind the last comma that is neither an adverb nor a deed: ``… at the desk, paper``."""
    end = re.search(r", (\w+)$", text)
    adverbs = {"always", "never", "twice", "once", "first", "too", "again", "instead"}
    if not end or end[1] in adverbs or end[1].endswith("ly"):
        return False
    return not w.is_base(end[1]) or end[1] in NOUNISH


def _infinitive(text: str) -> str:
    """``don't quote, sleep on it`` → ``not to quote but to sleep on it``; empty where no verb begins the text."""
    negative = re.match(r"(?:please )?(?:don['’]?t|do not|never|not)\s+(.*)", text, re.IGNORECASE)
    if negative and w.is_base((w.words(negative[1]) or [""])[0]):
        first, comma, rest = negative[1].partition(", ")
        turned = comma and w.is_base((w.words(rest) or [""])[0])
        return f"not to {first}" + (f" but to {rest}" if turned else (f", {rest}" if comma else ""))
    found = [word.casefold() for word in w.words(text)]
    determined = (
        found[1] in DETERMINERS and found[0] not in ADVERBS | DETERMINERS | PREPOSITIONS | SUBORDINATORS | _FINITE
    )
    known = w.is_base(found[0]) or (
        determined and found[0] not in {"half", "even", "not", "what"} and not w.is_third(found[0])
    )
    if (
        not known
        or not is_verb_first(text)
        or found[1] in _FINITE | {"opens", "answer", "answers", "first", "need", "needs"}
    ):
        return ""
    plural = found[1].endswith("s") and len(found) > 3 and w.is_base(found[2]) and found[2] not in NOUNISH
    if plural or found[0] in _NUMBER_WORDS:
        return ""
    if found[0] in PERSON_NOUNS and found[1] not in DETERMINERS | _WITHOUT_OBJECT:
        return ""
    return f"to {_joined(text[:1].lower() + text[1:])}"


def _joined(text: str) -> str:
    """Advice in several steps: ``read it twice, then go out`` keeps its comma, ``draw it, compare`` gets an "and"."""
    text = re.sub(r"(?<=\w) not (?=(?:\d|to\b|in\b|on\b|at\b|with\b|the\b|an?\b|by\b|from\b|['‘]))", ", not ", text)
    text = re.sub(r"\b(not (?:\d+|one|two|six|ten) (?:bad|big|small|cheap|good|new|old|thin))$", r"\1 ones", text)
    text = re.sub(r", (?:don['’]t|do not) (?=[a-z]+)", ", and not to ", text)
    parts = text.split(", ")
    last = (w.words(parts[-1]) or [""])[0]
    joins = len(parts) > 1 and is_verb_first(parts[-1]) and w.is_base(last)
    if joins and (len(parts) == 2 or all(is_verb_first(part) for part in parts)):
        return f"{', '.join(parts[:-1])} and {parts[-1]}"
    never = len(parts) == 2 and re.match(r"never (\w+)", parts[1])
    return f"{parts[0]}, and {parts[1]}" if never and w.is_base(never[1]) else text


def _to_me(text: str) -> str:
    """``you`` in jotted advice is the one who was advised: ``before you need it`` → ``before I need it``."""
    text = re.sub(
        r"\b(even if|if|when|once|until) ((?:only |not |still |just )*(?:\d+ ?% |half |fully |quite )?"
        r"(?:ready|sure|unsure|stuck|nervous|afraid|tired))\b",
        r"\1 I'm \2",
        text,
    )

    def put(match: re.Match[str]) -> str:
        word, after = match[1].casefold().replace("’", "'"), match[2]
        if word in _MINE:
            return _MINE[word] + after
        before = (w.words(text[: match.start()]) or [""])[-1].casefold()
        following = (w.words(after) or [""])[0].casefold()
        known = w.is_base(following) or w.is_past(following) or following in _FINITE | ADVERBS
        verb = (known or before in SUBORDINATORS | {"than", "that", "who", "what"}) and following not in PREPOSITIONS
        if not verb or not following:
            return f"me{after}"
        return "I" + re.sub(r"^ are\b", " am", re.sub(r"^ were\b", " was", after))

    pieces = re.split(r"(“[^”]*”|(?<!\w)['‘][^'’]*['’](?!\w))", text)
    pattern = re.compile(r"\b(you(?:['’](?:re|ve|ll|d)|r|rself)?)\b((?: [\w'’-]+)?)", re.IGNORECASE)
    if len(pieces) > 1:
        return "".join(piece if at % 2 else _to_me(piece) for at, piece in enumerate(pieces))
    return pattern.sub(put, text)


_MINE = {"your": "my", "yourself": "myself", "you're": "I'm", "you've": "I've", "you'll": "I'll", "you'd": "I'd"}


def _lacks_antecedent(text: str, *, labelled: bool) -> bool:
    """Whether ``it`` or ``them`` points at something that the clause does not name."""
    found = [word.casefold() for word in w.words(text)]
    early = found[1:4] if found[:1] not in (["don't"], ["never"]) else found[2:5]
    dangling = not labelled and (
        early[:1] in (["it"], ["them"])
        or bool({"it", "them"} & set(early[1:2]) and early[0] in PREPOSITIONS | {"all"})
        or (len(early) > 2 and early[2] in {"it", "them"} and early[1] == "of")
    )
    return dangling or bool(_PLURAL_PRONOUN.search(text) and not _has_plural(text))


def _has_plural(text: str) -> bool:
    """Whether people or things stand before ``they``: ``ask the family what they have been told``."""
    pronoun = _PLURAL_PRONOUN.search(text)
    before = [word.casefold() for word in w.words(text[: pronoun.start()])] if pronoun else []
    groups = {"family", "team", "people", "children", "staff", "crew", "women", "men", "board", "public", "audience"}
    return any(
        word in groups or (word.endswith("s") and not word.endswith(("ss", "us", "is", "'s")) and len(word) > 3)
        for word in before[1:]
    )


def _story(clause: str, mentor: Mentor) -> str:
    """What the mentor did, to stand behind "that"; empty for promises, wishes, and what code cannot tell."""
    took = re.match(r"(?:it )?took (?:her|him|them) ((?:\w+ ){1,4}to (?!her\b|him\b)[a-z]+ .+)$", clause, re.IGNORECASE)
    if took and not _THIRD.search(took[1]) and not _broken(clause):
        return f"it took you {took[1]}"
    own = re.compile(rf"\b(?:she|he|they|her|his|their|{name_pattern(mentor)})\b", re.IGNORECASE)
    keeps = re.match(r"[a-z]+s (?:the|her|his|a|an|no|only)\b", clause)
    if not (own.search(clause) or keeps) or _OF_MENTOR.match(clause) or _too_long(clause) or _broken(clause):
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
            if swapped.sure and (w.is_past(second) or second.endswith("ed")) and not _THIRD.search(swapped.text)
            else ""
        )
    if re.match(r"you \w+ (?:it|them|this|that|your \d+)\b|you are\b", text):
        return ""
    if re.search(r"\b(?:offer(?:ed|s)?|promised|will|would|wants?|['’]d)\b", text) or len(w.words(text)) < 4:
        return ""
    return text if re.match(r"your?\b", text) and not _PLURAL_PRONOUN.search(text) else ""


def _point(clause: str, mentor: Mentor) -> str:
    """A statement about things, as a clause to stand behind "that": ``a late bus costs more trust than …``."""
    text = clause.split(": ")[0] if len(clause.split(": ")[0].split()) > 4 else clause
    found = [word.casefold().replace("’", "'") for word in w.words(text)]
    if len(found) < 5 or _too_long(text) or _broken(text):
        return ""
    if _THIRD.search(text) or _PLURAL_PRONOUN.search(text) or re.search(name_pattern(mentor), text):
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
    return word in _FINITE or (w.is_third(word) and w.base_of_third(word) not in NOUNISH and word not in {"does"})


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
    text = _BULLET.sub("", one_line(note))
    head = re.split(r"\s*(?:->|→|=>)\s*|\s+=\s+", text)[0]
    # The item before an equals sign belongs to what follows it: "compare, gaps = study list".
    if re.search(r"\s=\s", text) and "," in head:
        head = head.rpartition(",")[0]
    text = head if len(w.words(head)) >= 3 else text
    text = text.replace("->", "→").replace("(!)", "").replace("“", "‘").replace("”", "’").replace('"', "'")
    return w.expanded(text.replace("[", "(").replace("]", ")")).strip(" .;,!")
