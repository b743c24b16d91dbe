"""What the mentee did, told to the mentor as done: a promise jotted as an infinitive, or a line of news."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass, replace

from outreach.briefing.dates import short_date
from outreach.domain.contact import Deed
from outreach.domain.people import Mentor
from outreach.drafting import jotted
from outreach.drafting.results import Came, told_result
from outreach.drafting.shorthand import is_nothing
from outreach.drafting.stated import ALSO_VERBS, SIGNS, UNTIL, cleaned, infinitive, item, past_first, stated, to_mentor
from outreach.wording import words as w
from outreach.wording.lexicon import DETERMINERS
from outreach.wording.patterns import regex
from outreach.wording.sentences import sentence_spans
from outreach.wording.tenses import past

FRAME = "News from me"
"""Before news that have no verb of their own."""
LONGEST_CLAUSE = 26
"""Words; a longer deed stands alone, or is quoted."""

# What was still open in the promise, or is told in the future, cannot be put into the past word by word.
_OPEN = regex(
    r"(?<!/)\b(?:whether|if|when(?!/)|once|unless|or|maybe|perhaps|tbd|tbc|I['’]ll|will|shall|should|must|can|may)\b|\?|\betc\b"
)
_OPEN_VERBS = frozenset("be decide have sure stop continue don't never not avoid let stay remain".split())
_OTHERWISE = regex(r"(?P<did>(?:I )?did )?(?P<many>\d+) in the end", re.IGNORECASE)
"""A result that corrects the number of the plan."""
_ON_THE_DAY = regex(
    r"(?P<since>\b(?:since|from|until|till|by) )?\b(?P<day>this (?:morning|afternoon|evening)|today|tonight)\b"
)
_THE_DAY_BEFORE = regex(r"\s+(?:yesterday|last night)\b|^(?:yesterday|last night)\b,?\s*", re.IGNORECASE)


_NOTHING = Came()


@dataclass(frozen=True, slots=True)
class DeedTold:
    """Something that the mentee did, told as done."""

    deed: Deed
    sentence: str = ""
    """The deed; where no verb is certain in a frame right for any words; empty with nothing to say."""
    clause: str = ""
    """``I wrote a one-page plan``: to stand behind "that" or "and"; empty where no verb is certain."""
    item: str = ""
    """Words to stand behind a colon, or in a list, whatever they are; quoted where they are shorthand."""
    came: Came = _NOTHING
    """What it led to."""

    @property
    def has_result(self) -> bool:
        """Whether it is known what the deed led to."""
        return bool(self.came.fragment or self.came.sentence)

    def with_result(self, sentence: str) -> str:
        """``sentence``, which tells the deed in whatever frame, with what it led to; empty without a sentence."""
        return self.came.behind(sentence) if sentence else ""


def told_deed(deed: Deed, mentor: Mentor) -> DeedTold:
    """A deed as told to the mentor; without words of its own where there is nothing to say (``x``)."""
    dated = replace(deed, what=_on_its_day(deed.what, deed.done), result=_on_its_day(deed.result, deed.done))
    text, came = cleaned(dated.what), told_result(dated.result, mentor, dated.what)
    if is_nothing(text) or sum(char.isalpha() for char in text) < 2 or "??" in deed.what:
        # Two question marks are the mentee's own doubt, as in a background.
        return DeedTold(deed, came=came)
    clause = stated(text, mentor) or past_first(text, mentor) or _kept(text, mentor)
    if clause and deed.promised and (other := _otherwise(text, came, mentor)):
        clause, came = other
    listed = _with_deed(text, mentor) or item(text, mentor)
    framed = f"{'Done' if deed.promised else FRAME}: {listed}"
    alone = len(list(sentence_spans(clause))) > 1 or len(clause.split()) > LONGEST_CLAUSE
    return DeedTold(deed, w.as_sentence(clause or framed), "" if alone else clause, listed, came)


def _on_its_day(text: str, day: dt.date | None) -> str:
    """``live since this morning`` → ``live since 17 December``: it is read on another day than it was typed."""
    if day is None:
        return text
    told = _ON_THE_DAY.sub(lambda match: f"{match['since'] or 'on '}{short_date(day)}", text)
    return _THE_DAY_BEFORE.sub("", told)


def _with_deed(text: str, mentor: Mentor) -> str:
    """``second week there, did my first audit`` → ``second week there, and I did my first audit``; else empty."""
    before, comma, after = text.partition(", ")
    first, second = [*w.words(after), "", ""][:2]
    mine = comma and ", " not in after and first in {"did", "got", "had", "passed", "wrote"}
    if not mine or second.casefold() not in DETERMINERS or SIGNS.search(text):
        return ""
    return f"{item(before, mentor)}, and I {to_mentor(after, mentor)}"


def _otherwise(text: str, came: Came, mentor: Mentor) -> tuple[str, Came] | None:
    """A plan that was done in another number: ``I had planned to make 6 strips and did 8 in the end``."""
    first, *more = (came.fragment or came.sentence).split(". ", 1)
    other = _OTHERWISE.fullmatch(first.rstrip("."))
    planned = infinitive(UNTIL.sub("", text), mentor)
    if not other or not planned:
        return None
    rest = " ".join([*more, came.sentence if came.fragment else ""]).strip()
    link = " and did" if other["did"] else "; it was"
    return f"I had planned to {planned}{link} {other['many']} in the end", Came("", rest)


def _kept(text: str, mentor: Mentor) -> str:
    """A promise, told as kept: ``Write a one-page plan`` → ``I wrote a one-page plan``; empty where it is not sure."""
    what = infinitive(UNTIL.sub("", text), mentor)
    if (
        not what
        or SIGNS.search(what)
        or _OPEN.search(what)
        or (what.split()[0] in _OPEN_VERBS and not what.startswith("decide on "))
        or what.startswith("make sure")
    ):
        return ""
    if what.startswith(("send you ", "get my ")) and not jotted.is_verb_first(text):
        # "photos wet and dry, send to Anna" is one deed; "CV to Anna", once done, may go with this very mail.
        return f"I sent you {what.removeprefix('send you ')}" if re.search(r"\bsend\b", text) else ""
    parts = re.split(r"(; (?:then )?|, (?:and |then |and then )?| and then | and | then )", what)
    told: list[str] = []
    for at in range(0, len(parts), 2):
        link = parts[at - 1] if at else ""
        base = _verb_in_front(parts[at])
        if at and not base:
            # "the guidance and plan it": a verb that may as well be a noun leaves the tense open.
            if _may_be_verb(parts[at]):
                return ""
            told.append(link + parts[at])
            continue
        form = past(base)
        if not form:
            return ""
        rest = parts[at][len(base) :]
        # "Write the plan, send to Anna": what is sent is what was written.
        told.append(
            _linked(link) + form + (f" it{rest}" if at and re.match(r" to\b", rest) and form == "sent" else rest)
        )
    return f"I {''.join(told)}"


def _linked(link: str) -> str:
    return {"; ": " and ", "; then ": " and then ", ", ": " and "}.get(link, link)


def _verb_in_front(part: str) -> str:
    first = part.split()[0].casefold() if part.split() else ""
    known = first in ALSO_VERBS or ("-" in first and past(first))
    return first if known or jotted.is_verb_first(part) else ""


def _may_be_verb(part: str) -> bool:
    """Whether a part of an instruction may begin with a verb."""
    first = (w.words(part) or [""])[0]
    return w.is_base(first) and first.islower()
