"""Telling: turning a free field into words that fit a sentence from the mentee to the mentor.

What code can tell for certain it tells; a fragment never gets a verb that it lacks. ``None`` means that it must be quoted,
left to the model, or left out.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from outreach.domain.people import Mentor
from outreach.wording import words as w
from outreach.wording.lexicon import ADVERBS, DETERMINERS, PREPOSITIONS

_QUOTED = re.compile(r"“[^”]*”|«[^»]*»|\"[^\"]*\"|(?<![\w])'[^'\n]*(?:\w'\w[^'\n]*)*'(?!\w)|‘[^’\n]*(?:\w’\w[^’\n]*)*’(?!\w)")
_TOKEN = re.compile(r"\ue000\d+\ue001|[^\W_]+(?:['’.-][^\W_]+)*|\s+|.", re.DOTALL)

_SUBJECTS = {"she", "he"}
_ADJECTIVE_AFTER_HER = re.compile(r"(?:back|again|too|first|now|then)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Told:
    """A field in words from the mentee to the mentor."""

    text: str
    subject_added: bool = False
    """Whether the field left its subject out (``switched to backend in 2016``)."""


def tell_background(text: str, mentor: Mentor, *, first_person: bool) -> Told | None:
    """Tell one statement of a mentor's background as ``you …`` or ``your …``.

    Args:
        text: the statement, cleaned.
        mentor: gives the names that stand for ``you``.
        first_person: whether the background as a whole is written by the mentor (``I``).

    Returns:
        The clause, small at its start and without an end mark; ``None`` when code cannot tell it for certain.
    """
    text = _tidy(text)
    label = re.match(rf"({_name_pattern(mentor)})\s*(?:[-–—:,]|\bis\b)\s*", text)
    if label and not first_person:
        rest = text[label.end() :]
        role = re.split(r",\s", re.sub(r"\s*\([^()]*>[^()]*\)", "", rest))[0]
        if label[0].rstrip()[-1] in "-–—:," and w.names_a_person(re.split(r"\(", role)[0]):
            return Told(f"you are {w.with_article(w.decapitalised(role))}")
    told = _swap(text, mentor, first_person=first_person, they=True)
    whole = _with_subject(told)
    added, told = whole != told, whole
    if _left_over(told, mentor):
        return None
    if not re.search(r"\byou(?:r|rs|rself)?\b", _mask(told)[0], re.IGNORECASE):
        return None
    return Told(w.decapitalised(told), subject_added=added)


def tell_to_mentor(text: str, mentor: Mentor) -> str:
    """Tell a field that the mentee wrote about the mentor: ``how she led crews with more years than her`` → ``how you …``.

    The mentee's own ``I`` and ``my`` stay.
    """
    told = _swap(_tidy(text), mentor, first_person=False, they=not re.search(r"\b(people|crews?|teams?|shops|customers|clients|staff)\b", text))
    return re.sub(r",\s+you (?=(?:[a-z]+ly )?[a-z]+\b)", " and you ", told) if text[:1].islower() else told


def speaks_in_first_person(background: str, mentor: Mentor) -> bool:
    """Whether a background is the mentor's own words: ``I`` without anybody telling about them."""
    text = _mask(background)[0]
    own = len(re.findall(r"\b(?:I|I'm|I’m|I've|I’ve|We|we)\b", text))
    third = len(re.findall(r"\b(?:she|he|her|his|She|He|Her|His)\b", text))
    named = len(re.findall(rf"(?:{_name_pattern(mentor)})\s+(?:is|was|has|had|\w+s|\w+ed)\b", text))
    return own > 0 and own > third + named


def _tidy(text: str) -> str:
    text = re.sub(r"[!?]{2,}", "!", text.strip())
    text = re.sub(r"!\s+(?=[\d(a-z])", ", ", text)
    text = re.sub(r"(?<=\w)\s+&\s+(?=\w)", " and ", text)
    text = re.sub(r"^(?:about|bio|profile|summary)\s*:\s*", "", text, flags=re.IGNORECASE)
    return text.rstrip(" .!,;:")


def _mask(text: str) -> tuple[str, list[str]]:
    """``text`` with each quotation replaced by a mark, so that nobody's own words are changed."""
    kept: list[str] = []

    def put(match: re.Match[str]) -> str:
        kept.append(match[0])
        return f"\ue000{len(kept) - 1}\ue001"

    return _QUOTED.sub(put, text), kept


def _unmask(text: str, kept: list[str]) -> str:
    return re.sub(r"\ue000(\d+)\ue001", lambda match: kept[int(match[1])], text)


def _name_pattern(mentor: Mentor) -> str:
    """A pattern for the ways the mentor is named: whole, by address, title and last word, first word, last word."""
    parts = mentor.name.split()
    names = {mentor.name, mentor.address, mentor.greeting_name, parts[0]}
    if len(parts) > 1 and len(parts[-1]) > 2:
        names |= {parts[-1], f"{mentor.title} {parts[-1]}".strip()}
    if mentor.title:
        names |= {f"{mentor.title} {mentor.name}", f"{mentor.title} {parts[0]}"}
    for title in ("Dr", "Prof", "Professor", "Mr", "Ms", "Mrs"):
        names |= {f"{title} {parts[-1]}", f"{title}. {parts[-1]}", f"{title} {mentor.name}", f"{title}. {mentor.name}"}
    found = sorted((name for name in names if name), key=len, reverse=True)
    return r"(?<!\w)(?:" + "|".join(re.escape(name) for name in found) + r")(?!\w)"


def _swap(text: str, mentor: Mentor, *, first_person: bool, they: bool) -> str:
    """Pronouns and names of the mentor become ``you``, their verbs follow."""
    masked, kept = _mask(text)
    if not first_person:
        names = _name_pattern(mentor)
        masked = re.sub(rf"(?:{names})(?:['’]s|['’](?=\s))", "\ue002", masked)
        masked = re.sub(names, "\ue003", masked)
        they = they and bool(re.match(r"\s*they\b", masked, re.IGNORECASE) or "\ue003" in masked or mentor.name in text)
    swapper = _Swapper(_TOKEN.findall(masked), first_person, they)
    return _unmask(swapper.run(), kept)


class _Swapper:
    """Walks over the tokens of one statement and remembers whether ``you`` is the subject of what follows."""

    def __init__(self, tokens: list[str], first_person: bool, they: bool) -> None:
        self.tokens, self.out = tokens, [""]
        self.subject = False
        self.verb_next = False
        if first_person:
            self.subjects, self.objects = {"i", "we"}, {"me": "you", "us": "you", "mine": "yours", "ours": "yours"}
            self.possessive = {"my": "your", "our": "your", "myself": "yourself", "ourselves": "yourselves"}
            self.short = {"i'm": "you are", "i've": "you have", "i'd": "you'd", "i'll": "you'll", "we're": "you are", "we've": "you have"}
        else:
            self.subjects, self.objects = set(_SUBJECTS), {"him": "you", "hers": "yours"}
            self.possessive = {"his": "your", "himself": "yourself", "herself": "yourself"}
            self.short = {"she'll": "you'll", "he'll": "you'll", "she'd": "you'd", "he'd": "you'd"}
            if they:
                self.subjects.add("they")
                self.objects |= {"them": "you", "theirs": "yours"}
                self.possessive |= {"their": "your", "themselves": "yourself", "themself": "yourself"}
                self.short |= {"they're": "you are", "they've": "you have", "they'll": "you'll"}
        self.first_person = first_person

    def run(self) -> str:
        for at, token in enumerate(self.tokens):
            self.out.append(self._put(at, token))
        return "".join(self.out)

    def _put(self, at: int, token: str) -> str:
        low = token.casefold().replace("’", "'")
        if token.isspace():
            return token
        if token == "\ue002":
            self.verb_next = False
            return self._cased("your", token)
        if token == "\ue003" or low in self.subjects:
            self.subject = self.verb_next = self._is_subject(at, token)
            return self._cased("you", token)
        if low in self.short:
            self.subject, self.verb_next = True, False
            return self._cased(self.short[low], token)
        if low in {"she's", "he's"} and not self.first_person:
            self.subject = True
            after = self._word(at, 1)
            return self._cased("you have" if w.is_participle(after) and after != "known" else "you are", token)
        if low == "her" and not self.first_person:
            return self._cased("you" if self._her_is_object(at) else "your", token)
        if low in self.possessive or low in self.objects:
            self.verb_next = False
            return self._cased({**self.possessive, **self.objects}[low], token)
        return self._verb(at, token, low)

    def _is_subject(self, at: int, token: str) -> bool:
        """A pronoun subject always takes a verb; a name does not behind a preposition."""
        return token != "\ue003" or self._word(at, -1).casefold() not in PREPOSITIONS

    def _verb(self, at: int, token: str, low: str) -> str:
        if not re.match(r"[^\W\d_]", token):
            self.verb_next = self.verb_next and token in "(),"
            return token
        if self.verb_next:
            if low in ADVERBS or low.endswith("ly"):
                return token
            self.verb_next = False
            return self._agreeing(token, low, sure=True)
        if self.subject and self._follows_conjunction(at):
            return self._agreeing(token, low, sure=False)
        return token

    def _agreeing(self, token: str, low: str, *, sure: bool) -> str:
        negated = {"isn't": "aren't", "wasn't": "weren't", "hasn't": "haven't", "doesn't": "don't", "am": "are"}
        if low in negated:
            return negated[low]
        if low in {"is", "was", "has", "does"} or (not self.first_person and low.endswith("s") and (sure or w.is_third(token))):
            return token if w.is_past(low) and low != "was" else w.base_of_third(token)
        return token

    def _follows_conjunction(self, at: int) -> bool:
        before, two_before = self._word(at, -1).casefold(), self._word(at, -2).casefold()
        joins = {"and", "but", "or", "then"}
        return before in joins or (before in ADVERBS and two_before in joins) or self._last_mark(at) == ","

    def _last_mark(self, at: int) -> str:
        return next((t for t in reversed(self.tokens[:at]) if not t.isspace()), "")

    def _her_is_object(self, at: int) -> bool:
        following = next((t for t in self.tokens[at + 1 :] if not t.isspace()), "")
        low = following.casefold()
        ends = not re.match(r"[^\W_]|\ue000", following)
        return ends or low in PREPOSITIONS | DETERMINERS | {"and", "but", "or", "how", "what", "when", "why", "if", "that"} or bool(
            _ADJECTIVE_AFTER_HER.match(following)
        )

    def _word(self, at: int, step: int) -> str:
        """The word ``step`` places away, skipping white space; empty at a mark or an end."""
        direction = 1 if step > 0 else -1
        place = at
        for _ in range(abs(step)):
            place += direction
            while 0 <= place < len(self.tokens) and self.tokens[place].isspace():
                place += direction
        return self.tokens[place] if 0 <= place < len(self.tokens) else ""

    def _cased(self, new: str, old: str) -> str:
        sentence_start = not "".join(self.out).strip()
        return w.capitalised(new) if sentence_start and old[:1].isupper() else new


def _with_subject(told: str) -> str:
    """Give a statement that begins with its verb the subject that it left out; any other stays as it is."""
    found = w.words(told)
    if not found:
        return told
    first = found[0].casefold()
    rest = told[re.search(re.escape(found[0]), told).end() :]  # type: ignore[union-attr]
    following = found[1].casefold() if len(found) > 1 else ""
    if first in {"was", "were"}:
        return f"you were{_agree_rest(rest)}"
    if first in {"is", "has"}:
        return f"you {w.base_of_third(first)}{rest}"
    if re.search(r"\b(?:you|your)\b", told, re.IGNORECASE):
        return told
    if w.is_past(first) and first not in {"found", "left", "set", "based", "published", "born", "experienced"} and following != "by":
        return f"you {first}{_agree_rest(rest)}"
    if w.is_third(first) and _takes_object(following):
        return f"you {w.base_of_third(first)}{_agree_rest(rest)}"
    return told


def _agree_rest(rest: str) -> str:
    """Verbs that go on after "and" in a statement without a subject."""

    def put(match: re.Match[str]) -> str:
        verb = match[2]
        return match[1] + (w.base_of_third(verb) if w.is_third(verb) or verb == "was" else verb)

    return re.sub(r"(\b(?:and|but|then) )([a-z]+s)\b(?= \w)", put, rest)


def _takes_object(following: str) -> bool:
    return bool(following) and following not in {"of", "is", "are", "was", "were", "at", "and"}


def _left_over(told: str, mentor: Mentor) -> bool:
    """Whether something of another person is left: a pronoun, "I", the mentor's name."""
    masked = _mask(told)[0]
    if re.search(r"\b(?:she|he|her|hers|his|him|himself|herself)\b", masked, re.IGNORECASE):
        return True
    if re.search(r"\b(?:I|I'm|I’m|I've|my|My|me|mine)\b", masked):
        return True
    return bool(re.search(_name_pattern(mentor), masked))
