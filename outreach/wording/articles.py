"""Determiners that jotted English leaves out: ``draft application for the list`` → ``draft an application for …``.

A bare noun phrase behind a verb or a preposition gets ``a``, ``an``, ``the`` or ``my`` where its head is known to be
one countable thing. What may be a mass noun, a name or no noun at all stays as it is, and the answer says so.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from outreach.wording import words as w
from outreach.wording.lexicon import ADVERBS, DETERMINERS, KIN, MONTHS, NOUNISH, PERSON_NOUNS, PREPOSITIONS, WEEKDAYS
from outreach.wording.nouns import ACRONYMS, CAPITAL_ROLES, COUNT, MADE_WITH, MASS, MINE, PHRASES, ROLES
from outreach.wording.patterns import regex

_TOKEN = regex(r"[‘'“\"][^‘'’“”\"]{1,60}[’'”\"](?!\w)|[^\W_]+(?:['’.:-][^\W_]+)*['’]?s?|\s+|.", re.DOTALL)
_NUMBERS = frozenset("four five six seven eight nine ten eleven twelve twenty thirty fifty hundred few several".split())
_CLOSED = frozenset(
    """
    i me you he she it we they him us them mine yours ours myself yourself itself who whom whose which what when where
    why how if whether because although unless until while once that than and or but nor not no so is are was were am
    be been being has have had do does did can could may might must shall should will would more most less enough many
    much other's someone somebody anyone anybody everyone everybody everything something nothing anything nobody
    another such again twice else instead too also only just even half least up out down away back ready alone together
    outdoors indoors upstairs downstairs abroad online overseas outside inside
    """.split()
)
_INFINITIVE = "to do"
_WITH_DEEDS = frozenset("before after by without while since when from".split())
_OTHERS = frozenset("child boss client landlord publisher team office neighbour board agency supplier".split())
_ARTICLES = frozenset("a an the".split())
_UNIQUE = frozenset(
    """
    first third fourth fifth last next same only whole entire right wrong main original latest remaining rest worst
    best most least exact following final
    """.split()
)
_TIMES = frozenset("day week weekend month year quarter season spring summer autumn winter time".split())
_BARE_OBJECT = frozenset("learn study teach practise practice speak love enjoy understand play".split())
_TELLS = frozenset("ask give send show tell teach pay lend offer hand".split())
_ASKS_FOR = frozenset("ask apply look search wait sign hope pay register".split())
_GOES_TO = frozenset(
    "add apply come get go listen move pitch post promote return send speak step switch talk write".split()
)
# At the head of a text as often the noun of a compound: "price list", "kill date".
_NOUN_FIRST = frozenset(
    "price head kill live list lead project note log number question interview design cost map focus mark".split()
)
_SUPERLATIVE = regex(r"[a-z]{2,}(?:[^aeiou]|i)est$|commonest|largest|latest|nicest|closest|safest|simplest")
_NO_SUPERLATIVE = frozenset("interest request forest harvest test guest quest digest contest protest honest".split())


@dataclass(frozen=True, slots=True)
class Smooth:
    """A text with its small words, and whether none was doubtful."""

    text: str
    sure: bool
    open_at: tuple[tuple[int, tuple[str, ...]], ...] = ()
    """Where in ``text`` a doubtful bare noun begins, and the determiners that may stand before it."""


def with_articles(text: str) -> str:
    """``text`` with the determiners that it lacks for certain; see ``smooth``."""
    return smooth(text).text


def smooth(text: str) -> Smooth:
    """Put in ``a``, ``an``, ``the`` or ``my`` where a bare noun needs one; nothing else changes.

    Args:
        text: a jotted action or piece of advice that begins with its verb; other texts are only touched behind
            their prepositions.

    Returns:
        The text, and whether every bare noun phrase in it was known.
    """
    return _Putting(_TOKEN.findall(text)).run()


class _Putting:
    """Walks over the tokens from one noun phrase to the next."""

    def __init__(self, tokens: list[str]) -> None:
        self.tokens, self.sure = tokens, True
        self.open_at: list[tuple[int, tuple[str, ...]]] = []
        self.written_out = any(token.casefold() in _ARTICLES for token in tokens)
        """Whether the text has articles: a bare noun behind a preposition is then meant to be bare."""
        self.doubtful = False
        self.verb = self.slot = ""
        """The verb that governs what follows, in its base form."""

    def run(self) -> Smooth:
        out: list[str] = []
        slot, at = "", 0
        first = True
        while at < len(self.tokens):
            token = self.tokens[at]
            low = token.casefold().replace("’", "'")
            if token.isspace():
                out.append(token)
                at += 1
                continue
            gerund = slot in _WITH_DEEDS and self._is_deed(at, low)
            if slot and slot != _INFINITIVE and not gerund and self._opens(at):
                end, self.slot, sure = self._end(at), slot, self.sure
                put = self._determiner(at, end, slot)
                phrase = "".join(self.tokens[at:end])
                if sure and not self.sure:
                    self.open_at.append((len("".join(out)), (w.article(phrase), "the", "my")))
                    self.doubtful, self.sure = True, True
                phrase = phrase[:1].lower() + phrase[1:] if put and first else phrase
                out += [f"{put} {phrase}" if put else phrase]
                slot = "second" if self._has_second(at, end) else ""
                # "ask the publisher foreign rights": a preposition may be missing.
                self.sure = self.sure and not (slot and self.verb == "ask")
                at, first = end, False
                continue
            slot = self._slot(at, low, slot, first=first)
            out.append(token)
            first = False
            at += 1
        return Smooth("".join(out), self.sure and not self.doubtful, tuple(self.open_at))

    def _slot(self, at: int, low: str, slot: str, *, first: bool) -> str:
        """What may follow this token: the object of a verb, what a preposition governs, or nothing known."""
        after = self._word(at, 1)
        if low == "to" and w.is_base(after):
            return self._to(at, after)
        verb = self._as_verb(at, low, slot, first=first)
        if verb:
            self.verb = verb
            return "object"
        if low in PREPOSITIONS and low not in {"up", "out", "down", "off", "over", "like"}:
            return low
        if low in {"up", "out", "down", "off", "over", "back", "not", "only"} and slot == "object":
            return "object"
        if low in {"not", "even", "just"}:
            return slot or (self.slot if low == "not" else "")
        return ""

    def _to(self, at: int, after: str) -> str:
        """Whether ``to`` makes an infinitive; in ``pitch to house`` it may be either, and nothing is put in."""
        verb_follows = after not in NOUNISH or self._beyond(at) in DETERMINERS | PREPOSITIONS | _CLOSED
        if verb_follows or self.verb not in _GOES_TO:
            return _INFINITIVE
        self.sure = False
        return ""

    def _beyond(self, at: int) -> str:
        """The word behind the next one."""
        following = [token for token in self.tokens[at + 1 :] if not token.isspace()]
        return following[1].casefold() if len(following) > 1 else ""

    def _as_verb(self, at: int, low: str, slot: str, *, first: bool) -> str:
        """The base form where the token is the verb of an instruction, an infinitive or a gerund; else empty."""
        if low.endswith("ing") and (first or slot in PREPOSITIONS or self._word(at, -1) in {"start", "stop", "keep"}):
            base = next((base for base in _bases_of_ing(low) if w.is_base(base)), "")
            if base and low not in COUNT:
                return base
        if not (w.is_base(low) or (first and _is_more_verbs(low))):
            return ""
        before = self._word(at, -1)
        if first and low in _NOUN_FIRST and self._word(at, 1) not in DETERMINERS:
            return ""
        if first or slot == _INFINITIVE or before in {"don't", "never", "please", "always", "not"}:
            return low
        joined = before in {"and", "then", "or", "but"} or self._mark(at) in {",", ";"}
        after = self._word(at, 1)
        return low if self.verb and joined and (low not in NOUNISH or after in DETERMINERS | COUNT or not after) else ""

    def _opens(self, at: int) -> bool:
        """Whether a bare noun phrase may begin here."""
        token, low = self.tokens[at], self.tokens[at].casefold()
        if not re.match(r"[^\W_]", token) or low in _CLOSED | DETERMINERS | _NUMBERS | PREPOSITIONS:
            return False
        if low in ADVERBS and not (low == "first" and self._word(at, 1)[:1].isalpha()):
            return False
        return not low.endswith("ly") or low in COUNT | {"early", "weekly", "daily", "monthly", "friendly", "only"}

    def _is_deed(self, at: int, low: str) -> bool:
        """``before writing code``: a deed with its object, which no article parts."""
        after = self._word(at, 1)
        known = low.endswith("ing") and low not in COUNT and any(map(w.is_base, _bases_of_ing(low)))
        return known and bool(after) and after not in PREPOSITIONS | _CLOSED

    def _end(self, at: int) -> int:
        """Where the noun phrase that begins at ``at`` ends."""
        end, place = at + 1, at + 1
        while place < len(self.tokens):
            token = self.tokens[place]
            low = token.casefold()
            if token == " ":
                place += 1
                continue
            stops = not re.match(r"[^\W_]", token) or low in _CLOSED | PREPOSITIONS | DETERMINERS - {"one"}
            named = self.tokens[end - 1][:1].isupper() and low in {"next", "last", "first", "this"}
            named = named or low == "same"
            if stops or named or low in ADVERBS or low in WEEKDAYS or self._is_finite(place, low):
                break
            if low.endswith("ly") or (w.is_past(low) and not w.is_participle(low)):
                break
            if self._two_objects(at, end):
                break
            end = place = place + 1
        return end

    def _two_objects(self, at: int, end: int) -> bool:
        """``give child pointer``: the phrase is the one who is given something, and the thing follows."""
        head = self.tokens[end - 1].casefold()
        return self.verb in _TELLS and (head in PERSON_NOUNS | _OTHERS) and (self._slot_before(at) == self.verb)

    def _slot_before(self, at: int) -> str:
        return self._word(at, -1)

    def _has_second(self, at: int, end: int) -> bool:
        return self._two_objects(at, end) and bool(self._word(end - 1, 1))

    def _is_finite(self, place: int, low: str) -> bool:
        """Whether a word is the verb of a clause rather than a plural noun."""
        if not w.is_third(low):
            return False
        after = self._word(place, 1)
        return w.base_of_third(low) not in NOUNISH and (
            not _plural_noun(low) or after in DETERMINERS | PREPOSITIONS | {"it", "me", "you"}
        )

    def _determiner(self, at: int, end: int, slot: str) -> str:
        """The determiner that the phrase lacks; empty for none, or where that is not known."""
        found = [token for token in self.tokens[at:end] if not token.isspace()]
        head = found[-1].casefold().replace("’", "'")
        after = self._word(end - 1, 1)
        kind = _kind(found)
        if kind in {"name", "number"}:
            return ""
        if slot in PREPOSITIONS and self._stands_alone(found, slot, after, end):
            return ""
        if _temporal(found, slot):
            return _TIME_ARTICLES.get((slot, head), "")
        my_lead = head == "lead" and len(found) == 1 and self.verb in _TELLS
        kin = head in KIN & MINE - {"boss"} and slot == "object" and self.verb not in _TELLS
        if kin:
            self.sure = False
            return ""
        if head in MINE or " ".join(found[-2:]).casefold() in MINE or my_lead:
            return "my" if len(found) < 3 else ""
        unique = _is_unique(found)
        if kind == "many":
            return (
                ""
                if found[1:] and found[1].casefold().endswith(("'s", "’s"))
                else "the"
                if unique and slot != "second"
                else ""
            )
        if kind == "unknown":
            self.sure = False
            return ""
        if found[0].casefold() == "other":
            self.sure = False
            return ""
        return self._for_one(found, slot, after, unique=unique)

    def _stands_alone(self, found: list[str], slot: str, after: str, end: int) -> bool:
        """Whether a preposition governs a bare noun rightly: ``by phone``, ``by month``, ``for head, joint and …``."""
        if f"{slot} {' '.join(found).casefold()}" in PHRASES or (slot in {"by", "per"} and after != "of"):
            return True
        rest = "".join(self.tokens[end:])
        listed = after in {"and", "or"} or re.match(r",(?: \w+){1,3} (?:and|or)\b", rest)
        mine = found[-1].casefold() in MINE
        return not mine and (bool(listed) or (self.written_out and len(found) == 1))

    def _for_one(self, found: list[str], slot: str, after: str, *, unique: bool) -> str:
        """``a``, ``an`` or ``the`` for one countable thing."""
        one = w.article(" ".join(found))
        low = found[0].casefold()
        if low == "second":
            return one if self.verb in MADE_WITH and slot == "object" else "the"
        owner = next((word for word in found[:-1] if "'" in word.replace("’", "'")[-2:]), "")
        if (
            self.verb == "become"
            or owner[:1].isupper()
            or (owner and low in {"last", "next", "today's", "tomorrow's", "yesterday's"})
        ):
            self.sure = self.sure and self.verb != "become"
            return ""
        told = (
            slot == "object"
            and self.verb in _TELLS
            and (w.names_a_person(" ".join(found)) or found[-1].casefold() in _OTHERS)
        )
        if found[-1].casefold() in ROLES or found[-1] in CAPITAL_ROLES or unique or owner or told:
            return "the"
        if slot == "object":
            if self.verb in _BARE_OBJECT:
                return ""
            named = re.match(r"[A-ZÀ-Þ][^\W\d_]*[a-zà-ÿ]", found[0]) and len(found) > 1
            return "the" if self.verb not in MADE_WITH or (named and after != "for") else one
        if slot == "for" and self.verb in _ASKS_FOR:
            return one
        if slot in {"with", "like"}:
            adjective = (
                len(found) > 1 and found[0].casefold() not in COUNT and self.verb not in {"start", "begin", "end"}
            )
            return one if adjective or low in {"friend", "colleague", "stranger", "neighbour", "question"} else "the"
        if slot in {"as", "without"}:
            return one
        if slot in {"than", "per", "via", "of"} and len(found) == 1:
            self.sure = slot == "per"
            return "the" if slot == "of" and found[0].casefold() in COUNT else ""
        return "the"

    def _word(self, at: int, step: int) -> str:
        """The next word before or behind, casefolded; empty at a mark or an end."""
        place = at + step
        while 0 <= place < len(self.tokens) and self.tokens[place].isspace():
            place += step
        inside = 0 <= place < len(self.tokens) and re.match(r"[^\W_]", self.tokens[place])
        return self.tokens[place].casefold().replace("’", "'") if inside else ""

    def _mark(self, at: int) -> str:
        before = [token for token in self.tokens[:at] if not token.isspace()]
        return before[-1] if before else ""


_TIME_ARTICLES = {
    **{("in", part): "the" for part in ("morning", "afternoon", "evening", "meantime", "end")},
    **{("for", time): "a" for time in ("day", "week", "month", "year", "term", "weekend")},
    **{("object", time): "a" for time in ("day", "week", "month", "year", "weekend")},
    ("for", "hour"): "an",
}


def _temporal(found: list[str], slot: str) -> bool:
    """Whether a phrase says when or how long: ``next week``, ``spring``, ``for day``."""
    head, first = found[-1].casefold(), found[0].casefold()
    if first in {"next", "last"} and head in _TIMES | set(WEEKDAYS) | set(MONTHS):
        return True
    if first in WEEKDAYS and head in {"morning", "afternoon", "evening", "night"}:
        return True
    if len(found) > 1:
        return False
    return (
        head in set(WEEKDAYS) | set(MONTHS) | {"noon", "midnight", "night", "fri"}
        or (slot, head) in _TIME_ARTICLES
        or (head in {"spring", "summer", "autumn", "winter"})
    )


def _is_unique(found: list[str]) -> bool:
    return any(
        word.casefold() in _UNIQUE
        or (_SUPERLATIVE.fullmatch(word.casefold()) is not None and word.casefold() not in _NO_SUPERLATIVE)
        for word in found[:-1]
    )


def _kind(found: list[str]) -> str:
    """``one`` countable thing, ``many`` or a mass, a ``name``, a ``number``, or ``unknown``."""
    head, low = found[-1], found[-1].casefold().replace("’", "'")
    if re.fullmatch(r"\d[\d.,:/%-]*\w?", found[0]) or re.fullmatch(r"\d+(?:k|kg|km|cm|m|h|min|pp|st|nd|rd|th)?", head):
        return "number"
    if head[:1] in "‘'“\"" or low.endswith(("'s", "s'")):
        return "name"
    acronym = len(found) > 1 and found[0].islower() and head in ACRONYMS
    if low in ROLES or head in CAPITAL_ROLES or acronym:
        return "one"
    if low in {"cv", "linkedin"} or (low == "profile" and found[0] == "LinkedIn"):
        return "one"
    if head[:1].isupper() or not head.isascii():
        return "name"
    if low in MASS:
        return "many"
    if low in COUNT:
        return "one"
    if _plural_noun(low):
        return "many"
    return "one" if low in PERSON_NOUNS or w.names_a_person(low) else _by_ending(low)


def _by_ending(low: str) -> str:
    if low.endswith(
        ("ness", "ity", "ism", "ance", "ence", "ship", "ing", "ics", "hood", "ware", "age", "ment", "tion")
    ):
        return "unknown" if low.endswith(("ment", "tion", "age", "ance", "ence", "ity")) else "many"
    return "unknown"


def _is_more_verbs(low: str) -> bool:
    """Verbs made of another (``redraw``), and those too often nouns to be listed as verbs."""
    return low in {"do", "end", "hand", "plant", "time", "file", "dry", "mind"} or (
        low.startswith("re") and w.is_base(low[2:])
    )


def _plural_noun(low: str) -> bool:
    irregular = {"people", "children", "women", "men", "staff", "feet", "teeth", "mice", "data", "media", "criteria"}
    return low in irregular or (low.endswith("s") and len(low) > 3 and not low.endswith(("ss", "us", "is")))


def _bases_of_ing(word: str) -> tuple[str, ...]:
    trunk = word[:-3]
    shorter = trunk[:-1] if len(trunk) > 2 and trunk[-1] == trunk[-2] else trunk
    return (trunk, trunk + "e", shorter)
