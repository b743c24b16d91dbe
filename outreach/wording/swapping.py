"""Pronouns and names of the mentor become ``you``, and their verbs follow."""

from __future__ import annotations

import re
from dataclasses import dataclass

from outreach.domain.people import Mentor
from outreach.wording import words as w
from outreach.wording.lexicon import (
    ADVERBS,
    DETERMINERS,
    FUNCTION_WORDS,
    KIN,
    MONTHS,
    NOUNISH,
    PERSON_NOUNS,
    PREPOSITIONS,
    SUBORDINATORS,
    TWO_OBJECTS,
)
from outreach.wording.naming import ME, MINE, marked, mask, unmask
from outreach.wording.naming import name_pattern as name_pattern
from outreach.wording.patterns import regex

_TOKEN = regex(r"\ue000\d+\ue001|[^\W_]+(?:['’.-][^\W_]+)*|\s+|.", re.DOTALL)
_JOINS = frozenset(["and", "but", "or", "then"])
_RELATIVES = frozenset(["that", "which", "who", "whose", "whom", "where"])
_AUXILIARIES = frozenset(
    "is are was were am has have had do does did can cannot could may might must shall should will would".split()
)
_PERCEIVED = frozenset("hear heard hearing saw see seeing watch watched watching let make made help helped".split())
_TIMES = frozenset(
    """
    day week weekend month year spring summer autumn fall winter monday tuesday wednesday thursday friday saturday
    sunday night evening morning january february march april may june july august september october november
    december
    """.split()
)


@dataclass(frozen=True, slots=True)
class Swapped:
    """A text told to the mentor."""

    text: str
    clauses: int
    """Main clauses with ``you`` as their subject."""
    sure: bool
    """Whether no verb and no pronoun could have been meant for somebody else."""


def swap(text: str, mentor: Mentor, *, first_person: bool, they: bool) -> Swapped:
    """Tell ``text`` to the mentor.

    Args:
        text: in the third person about the mentor, or in the mentor's own words.
        mentor: gives the names that stand for ``you``.
        first_person: whether ``I`` is the mentor.
        they: whether ``they`` is the mentor.
    """
    masked, kept = mask(text)
    if not first_person:
        masked = marked(masked, mentor)
    swapper = _Swapper(_TOKEN.findall(masked), first_person, they)
    told = unmask(swapper.run(), kept)
    return Swapped(told, swapper.clauses, swapper.sure)


class _Swapper:
    """Walks over the tokens of one statement and remembers whether ``you`` is the subject of what follows."""

    def __init__(self, tokens: list[str], first_person: bool, they: bool) -> None:
        self.tokens, self.first_person = tokens, first_person
        self.subjects, self.objects, self.possessive, self.short = _pronouns(first_person, they)
        self.subject = self.verb_next = False
        self.main = False
        """Whether the subject that waits for its verb is that of a main clause."""
        self.aside = self.relative = self.other = self.kin = self.copula = False
        self.depth = 0
        self.last_verb = -1
        self.clauses, self.sure = 0, True

    def run(self) -> str:
        """The statement told to the mentor."""
        out: list[str] = []
        for at, token in enumerate(self.tokens):
            new = token if token.isspace() else self._put(at, token)
            first = not "".join(out).strip()
            out.append(w.capitalised(new) if first and new != token and token[:1].isupper() else new)
        return "".join(out)

    def _put(self, at: int, token: str) -> str:
        low = token.casefold().replace("’", "'")
        if token == MINE:
            self.verb_next = False
            return "your"
        if token == ME or low in self.subjects:
            return self._subject(at, token)
        if low in self.short or (low in {"she's", "he's"} and not self.first_person):
            return self._short(at, low)
        if low == "her" and not self.first_person:
            return self._pronoun(at, "you" if self._her_is_object(at) else "your")
        if low == "his" and not self.first_person:
            return self._pronoun(at, "your" if self._word(at, 1) or self._next(at).startswith("\ue000") else "yours")
        if low in self.possessive or low in self.objects:
            return self._pronoun(at, {**self.possessive, **self.objects}[low])
        return self._other(at, token, low)

    def _subject(self, at: int, token: str) -> str:
        before = self._word(at, -1).casefold()
        if token == ME and before in PREPOSITIONS and before not in SUBORDINATORS:
            self.verb_next = False
            return "you"
        if token != ME and (self.other or self.kin):
            self.sure = False
        then = before == "that" and self._word(at, -2).casefold() in PREPOSITIONS
        under = before in SUBORDINATORS | _RELATIVES and not then
        # "the shop she ran": a noun straight before the pronoun makes a clause about that noun.
        contact = self._about_a_noun(at, before)
        self.relative = under or contact
        self.main = not self.relative
        self.subject = self.verb_next = True
        self.aside = False
        return "you"

    def _about_a_noun(self, at: int, before: str) -> bool:
        if not before or not before[0].isalpha() or before in FUNCTION_WORDS | ADVERBS | set(MONTHS):
            return False
        opening = next((t for t in self.tokens if not t.isspace()), "").casefold()
        adverbial = opening in PREPOSITIONS | ADVERBS | SUBORDINATORS | _TIME_OPENINGS or opening.endswith("ly")
        return not adverbial and not w.is_past(before) and not w.is_third(before)

    def _short(self, at: int, low: str) -> str:
        self.subject, self.verb_next, self.relative = True, False, False
        self.clauses += self._word(at, -1).casefold() not in SUBORDINATORS | _RELATIVES
        if low not in self.short:
            after = self._word(at, 1)
            self.copula = not (w.is_participle(after) and after.casefold() not in _STATES)
            return "you are" if self.copula else "you have"
        self.copula = self.short[low].endswith("are")
        return self.short[low]

    def _pronoun(self, at: int, new: str) -> str:
        """A pronoun that is no subject; may it be somebody else's?"""
        self.verb_next = False
        if not self.first_person:
            before = self._word(at, -1).casefold()
            told_to = new == "you" and self.last_verb >= 0 and self._place(at, -1) == self.last_verb
            if self.other or told_to or (before in TWO_OBJECTS and new == "your" and not self.subject):
                self.sure = False
        if new == "your" and {self._word(at, 1).casefold(), self._word(at, 2).casefold()} & KIN:
            self.kin = True
        return new

    def _other(self, at: int, token: str, low: str) -> str:
        if not re.match(r"[^\W\d_]", token):
            self._mark(token)
            return token
        if self.verb_next and not self.depth and not self.aside:
            if low in ADVERBS or low.endswith("ly") or low in _BEFORE_VERBS:
                return token
            if low in _JOINS | _RELATIVES:
                # "she and two others …", "Ana, who …": whose verb comes is not certain.
                self.verb_next, self.sure = False, False
                return token
            return self._main_verb(at, token, low)
        if low in _RELATIVES and (self.subject or low != "that"):
            if self.aside or (low in {"who", "whose", "whom"} and not self._is_themselves(at)):
                self.other = True
            self.relative = True
        elif self.subject and self._follows_join(at) and (low.endswith("s") or low in {"am", "wasn't"}):
            return self._joined_verb(at, token, low)
        elif self.subject and (
            low in {"is", "was", "has"} or (w.is_third(low) and w.base_of_third(low) not in NOUNISH)
        ):
            self.relative = True
        return token

    def _is_themselves(self, at: int) -> bool:
        """``she is a chef who lost her sense of smell``: the relative clause is about the mentor."""
        return self.copula and self._word(at, -1).casefold() in PERSON_NOUNS

    def _mark(self, token: str) -> None:
        self.depth = max(0, self.depth + {"(": 1, ")": -1}.get(token, 0))
        if self.verb_next and token == "," and not self.depth:
            self.aside = not self.aside
        elif self.verb_next and token in ";:–—." and not self.depth:
            self.verb_next = False
        if token == ";":
            self.relative = False

    def _main_verb(self, at: int, token: str, low: str) -> str:
        self.verb_next, self.last_verb = False, at
        self.copula = low in {"is", "was", "am", "are", "were"}
        known = low in _AUXILIARIES or low.endswith(("n't", "ed")) or w.is_past(low) or w.is_base(low)
        if known or low.endswith("s") or self.first_person:
            self.clauses += self.main
        else:
            self.sure = False
        return self._agreeing(token, low)

    def _joined_verb(self, at: int, token: str, low: str) -> str:
        """A verb that goes on behind "and" or a comma; a plural noun there looks the same."""
        if self.first_person and low in {"was", "am", "wasn't"} and not self.relative and not self.depth:
            return self._agreeing(token, low)
        third = low in {"is", "was", "has", "does", "isn't", "wasn't", "hasn't", "doesn't"} or w.is_third(low)
        if not third or self.depth:
            return token
        base = w.base_of_third(low)
        after, mark = self._word(at, 1), self._next(at)
        if base in NOUNISH:
            ends = not after
            joined_verb = self._place(at, -2) == self.last_verb and self._word(at, -1).casefold() in _JOINS
            if ends and not joined_verb:
                return token
            if after.casefold() in PREPOSITIONS | _JOINS or (not after and mark not in {"", "."}):
                self.sure = self.sure and joined_verb
                return token if not joined_verb else self._agreeing(token, low)
        if self.relative or self.first_person:
            # In the mentor's own words a third person is somebody else.
            self.sure = self.sure and self.first_person
            return token
        self.last_verb = at
        return self._agreeing(token, low)

    def _agreeing(self, token: str, low: str) -> str:
        negated = {"isn't": "aren't", "wasn't": "weren't", "hasn't": "haven't", "doesn't": "don't", "am": "are"}
        if low in negated:
            return negated[low]
        if low in {"is", "was", "has", "does"}:
            return w.base_of_third(token)
        if self.first_person or not low.endswith("s") or w.is_past(low):
            return token
        return w.base_of_third(token)

    def _follows_join(self, at: int) -> bool:
        """Whether a conjunction or a comma stands before, with nothing but adverbs between."""
        for place in range(at - 1, -1, -1):
            token = self.tokens[place].casefold()
            if token.isspace() or token in ADVERBS or token.endswith("ly") or token == "also":
                if token in _JOINS:
                    return True
                continue
            return token in _JOINS or token in {",", ";", "–", "—"}
        return False

    def _her_is_object(self, at: int) -> bool:
        before, after, later = (self._word(at, step).casefold() for step in (-1, 1, 2))
        if not after:
            return not self._next(at).startswith("\ue000") or before in {"ask", "asked", "tell", "told"}
        if after in {"first", "now", "then", "once", "past", "inside", "outside", "near", "only"}:
            return not later or later in PREPOSITIONS | DETERMINERS
        if after == "back":
            return (w.is_past(before) or w.is_base(before)) and (not later or later in PREPOSITIONS)
        if after in {"last", "next", "this"}:
            return later in _TIMES and before not in {"in", "during", "of", "since", "for", "until"}
        if before in _PERCEIVED and ((w.is_base(after) and after not in NOUNISH) or after.endswith("ing")):
            return True
        numbers = {"one", "two", "three"}
        asking = {"and", "but", "or", "how", "what", "when", "why", "if", "that", "who", "whether", "where"}
        pronouns = {"i", "we", "you", "she", "he", "they", "it", "again", "too", "twice", "there", "here", "personally"}
        return after in (PREPOSITIONS | DETERMINERS | asking | pronouns) - numbers

    def _place(self, at: int, step: int) -> int:
        """Where the word ``step`` words away stands; -1 at a mark or an end."""
        direction = 1 if step > 0 else -1
        place = at
        for _ in range(abs(step)):
            place += direction
            while 0 <= place < len(self.tokens) and self.tokens[place].isspace():
                place += direction
            if not (0 <= place < len(self.tokens)) or not re.match(r"[^\W_]|[\ue002\ue003]", self.tokens[place]):
                return -1
        return place

    def _word(self, at: int, step: int) -> str:
        """The word ``step`` places away, skipping white space; empty at a mark or an end."""
        place = self._place(at, step)
        return self.tokens[place] if place >= 0 else ""

    def _next(self, at: int) -> str:
        return next((token for token in self.tokens[at + 1 :] if not token.isspace()), "")


# "She's surprised" is how she is; "she's built" what she has done.
_STATES = frozenset(
    """
    allowed annoyed based bored concerned confused convinced delighted disappointed excited interested involved known
    married paid pleased prepared qualified relaxed retired satisfied scared stressed supposed surprised tired worried
    """.split()
)
_BEFORE_VERBS = frozenset(["not", "just", "even", "both", "all", "almost", "nearly", "quite", "rather"])
_TIME_OPENINGS = frozenset("last this next every each one two three the-same born trained today yesterday as".split())


def _pronouns(first_person: bool, they: bool) -> tuple[set[str], dict[str, str], dict[str, str], dict[str, str]]:
    """Subjects, objects, possessives and short forms that are the mentor's."""
    if first_person:
        return (
            {"i", "we"},
            {"me": "you", "us": "you", "mine": "yours", "ours": "yours"},
            {"my": "your", "our": "your", "myself": "yourself", "ourselves": "yourselves"},
            {
                "i'm": "you are", "i've": "you have", "i'd": "you'd", "i'll": "you'll", "we're": "you are",
                "we've": "you have", "we'd": "you'd", "we'll": "you'll",
            },
        )  # fmt: skip
    subjects, objects = {"she", "he"}, {"him": "you", "hers": "yours"}
    possessive = {"himself": "yourself", "herself": "yourself"}
    short = {"she'll": "you'll", "he'll": "you'll", "she'd": "you'd", "he'd": "you'd"}
    if they:
        subjects.add("they")
        objects |= {"them": "you", "theirs": "yours"}
        possessive |= {"their": "your", "themselves": "yourself", "themself": "yourself"}
        short |= {"they're": "you are", "they've": "you have", "they'll": "you'll", "they'd": "you'd"}
    return subjects, objects, possessive, short
