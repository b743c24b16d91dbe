"""A third person left where "you" belongs (W2): a pronoun or a name for the mentor, who reads the text."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from outreach.briefing.sources import Source
from outreach.domain.draft import Kind
from outreach.review.clauses import AUXILIARIES, blanked
from outreach.review.context import Context, Span, common_words
from outreach.review.rule import Hit, at
from outreach.wording.clean import folded
from outreach.wording.lexicon import FUNCTION_WORDS, KIN, PERSON_NOUNS
from outreach.wording.patterns import regex
from outreach.wording.swapping import name_pattern
from outreach.wording.words import content, head_noun, is_past, is_third, names_a_person, words

_THIRD = regex(r"\b(?:she|he|her|his|him|hers|herself|himself)\b", re.IGNORECASE)
_THEIR = regex(
    r"\b(?:read|watched|heard|saw|seen|enjoyed|loved|liked|found|admire|admired|followed|follow|studied|attended|of"
    r"|through|by|from|about)\s+(?P<their>their)\s+(?:\w+\s+)?(?:talk|article|interview|book|booklet|piece|work|post"
    r"|keynote|background|lecture|blog|paper|profile|newsletter|column|career|project|podcast|thesis|video|page)\b",
    re.IGNORECASE,
)
_WORD = regex(r"[^\W_]+(?:['’.-][^\W_]+)*\.?")

_PEOPLE = (
    PERSON_NOUNS
    | KIN
    | frozenset(
        """
        someone somebody anyone anybody everyone everybody nobody whoever person man woman boy girl lady gentleman guy
        lad kid baby toddler teenager adult youngster newcomer beginner stranger neighbour neighbor guest visitor
        customer passenger patient pupil student colleague friend mate boss chair chairman chairwoman captain skipper
        crew king queen priest vicar bishop mayor minister member user reader listener viewer speaker author poet
        singer dancer player actor actress hero heir lodger tenant landlord landlady buyer seller client supplier
        employee employer apprentice trainee novice veteran nurse midwife sergeant soldier policeman policewoman
        resident caller parent aunt uncle niece nephew grandma grandpa granny godmother godfather spouse fiancée fiancé
        bride groom widow widower twin predecessor successor rival opponent partner flatmate roommate companion host
        hostess officer inspector examiner supervisor director manager lead foreman forewoman craftsman tradesman
        senior junior elder don cno
        ferry ship boat vessel yacht trawler tug barge dog cat pony horse mare foal ewe ram cow bull calf hen goat pig
        sow donkey bird puppy kitten parrot
        """.split()
    )
)
_FEMALE = frozenset(
    """
    woman girl lady mother mum mom daughter sister wife aunt niece grandmother grandma granny queen actress bride widow
    ewe cow mare hen sow
    """.split()
)
_MALE = frozenset(
    """
    man boy guy lad gentleman father dad son brother husband uncle nephew grandfather grandpa king priest groom widower
    ram bull
    """.split()
)
_TRADES = ("maker", "keeper", "worker", "wright", "monger", "breeder", "grower", "seller", "woman", "cutter", "builder")
# What only a person or an animal does; a talk or a book "says" too.
_LIVING = regex(
    r"\b(?:[Tt]he|[Aa]n?|[Mm]y|[Oo]ur|[Oo]ne|[Aa]nother|[Ss]ome)\s+(?:[\w-]+\s+)?(?P<who>[\w-]+)"
    r"(?:\s+(?:I|we|who|from|at|in|on|by|with|next)\b(?:\s+[\w-]+){1,3}?)?"
    r"\s+(?:sits?|sat|waits?|waited|sleeps?|slept|eats?|ate|laugh(?:s|ed)|smile[sd]|nod(?:s|ded)|sigh(?:s|ed)"
    r"|shrug(?:s|ged)|says|said|thinks|thought|knows|knew|wants|wanted|swears|swore|asks|asked|claims|claimed"
    r"|whisper(?:s|ed)|grumble[sd]|walk(?:s|ed))\b"
    r"|\b(?:[Aa]n?|[Aa]nother|[Mm]y|[Oo]ur)\s+(?:[\w-]+\s+)?(?P<agent>[\w-]+(?:er|or|ist|ian)),?\s+"
    r"(?:and|but|so|who)\s+(?=s?he\b)"
    r"|\b(?:[Tt]he|[Aa]n?|[Mm]y|[Oo]ur|[Aa]nother|[Ss]ome|[Aa]ny)\s+(?:[\w-]+\s+)?(?P<whom>[\w-]+)\s+whom?\b"
    r"|\b(?P<one>[Oo]ne of (?:us|them|my|our)|[Aa]nother(?= \w+s\b)|[Tt]he others?)\b"
)
_TEXTS = frozenset(
    """
    talk keynote lecture article interview book booklet piece post blog paper thesis column podcast letter report
    video film story profile page newspaper poster chapter folder newsletter
    site website note notes message mail line card abstract
    """.split()
)
# Behind these a capital is a place, a firm or an event, not a person.
_PLACES = frozenset("in at on of for from the near via into across through inside outside read".split())


def third_person(context: Context) -> Iterator[Hit]:
    """W2: somebody else's pronoun is right where that person is named before it, or stands so in a fact."""
    if _THIRD.search(context.body) or _THEIR.search(context.body):
        yield from _pronouns(context)
    yield from _named(context)
    yield from _titled(context)


def _pronouns(context: Context) -> Iterator[Hit]:
    own = [source for source in context.sources.usable if not _mentors(source) and _names_other(context, source)]
    mentor = _mentor_tokens(context)
    introducer = frozenset(map(folded, words(context.case.mentor.introduced_by))) - mentor - FUNCTION_WORDS
    walk = _Walk(mentor, _own_tokens(context), introducer)
    others, earlier_text = False, ""
    line = -1
    for span in context.spans:
        paragraph = context.body.rfind("\n\n", 0, span.start)
        if paragraph != line:
            others, earlier_text, line = False, "", paragraph
        text = _unquoted(context, span)
        people = walk.people(text)
        earlier = others and not _other_gender(text, earlier_text)
        if (hit := _pronoun(context, span, text, people, earlier)) and not _in_fact(span, own):
            yield hit
        if (match := _THEIR.search(text)) and not others and not people and not _groups(text[: match.start("their")]):
            yield at(
                f"“{match['their']}”: the mentor reads this; write “your”.",
                span,
                match.start("their"),
                match.end("their"),
                fix="your",
            )
        earlier_text = text if people else earlier_text
        others = bool(people) or (others and not re.search(r"\byou", text, re.IGNORECASE))


def _other_gender(text: str, before: str) -> bool:
    """Whether the pronoun in ``text`` cannot mean who is named in ``before``: "his" after a ewe or a wife."""
    match = _THIRD.search(text)
    if match is None:
        return False
    named = {word.removesuffix("'s") for word in map(folded, words(before))}
    she = match[0].casefold() in {"she", "her", "hers", "herself"}
    wrong, right = (_MALE, _FEMALE) if she else (_FEMALE, _MALE)
    return bool(named & wrong) and not named & (_PEOPLE - wrong) and not named & right and not _capitals(before)


def _capitals(text: str) -> bool:
    """Whether a name may stand behind the first word."""
    return any(word[:1].isupper() and word != "I" and not word.startswith(("I'", "I’")) for word in words(text)[1:])


def _pronoun(context: Context, span: Span, text: str, people: list[int], others: bool) -> Hit | None:
    for match in _THIRD.finditer(text):
        if any(place < match.start() for place in people):
            return None
        told_of_mentor = context.sources.coverage(
            frozenset(content(text)), ("mentor.background", "mentor.added", "meeting.notes")
        )
        if others and told_of_mentor < 0.6:
            return None
        fix = _fix(context, text, match)
        write = "“your”" if fix else "“you”"
        message = f"“{match[0]}”: the mentor reads this; write {write}, or name the person you mean."
        return at(message, span, match.start(), match.end(), fix=fix)
    return None


def _fix(context: Context, text: str, match: re.Match[str]) -> str | None:
    """ "your" for a possessive before what a fact has; a verb would have to follow "you"."""
    if match[0].casefold() not in {"her", "his"}:
        return None
    after = _WORD.match(text, match.end() + 1)
    if not after or folded(after[0]) in FUNCTION_WORDS or not set(content(after[0])) <= context.sources.stems:
        return None
    return "Your" if match[0][0].isupper() else "your"


def _in_fact(span: Span, own: list[Source]) -> bool:
    """Whether a fact of the mentee's that speaks of somebody else has the same pronoun in the same words."""
    match = _THIRD.search(span.text)
    return bool(match) and any(
        match[0].casefold() in source.tokens and len(span.stems & source.stems) >= 0.5 * len(span.stems)
        for source in own
        if match
    )


def _mentors(source: Source) -> bool:
    return source.id.startswith(("mentor.background", "mentor.added", "mentor.role", "mentor.organisation"))


def _groups(text: str) -> bool:
    """Whether something stands there that "they" may mean: a plural, a group, anybody."""
    found = [folded(word) for word in words(text)]
    return any(
        (word.endswith("s") and not word.endswith(("ss", "us", "is")) and len(word) > 3 and word not in FUNCTION_WORDS)
        or word in {"people", "children", "men", "women", "team", "family", "crew", "they", "both", "staff", "board"}
        for word in found
    )


@dataclass(frozen=True)
class _Walk:
    """Finds who else is named in a text."""

    mentor: frozenset[str]
    own: frozenset[str]
    introducer: frozenset[str]
    """Names of who brought the two together."""

    def people(self, text: str) -> list[int]:
        """Places of persons besides mentor and mentee."""
        found: list[int] = []
        before = ""
        tokens = list(_WORD.finditer(text))
        for n, match in enumerate(tokens):
            word = re.sub(r"['’]s?$", "", match[0].rstrip("."))
            low = folded(word)
            if low in _PEOPLE or (low not in FUNCTION_WORDS and self._is_role(low)):
                if not (before == "the" and low in self.mentor):
                    found.append(match.start())
            elif self._is_name(word, low, before, tokens, n):
                found.append(match.start())
            before = low
        return found + [match.start() for match in _LIVING.finditer(text) if self._is_living(match)]

    def _is_living(self, match: re.Match[str]) -> bool:
        if match["one"] or match["whom"]:
            # "the captain who does not trust me" is another captain than the one who reads this.
            return True
        return folded(match["who"] or match["agent"]) not in _TEXTS | self.mentor

    @staticmethod
    def _is_role(low: str) -> bool:
        return low.rstrip("s") in _PEOPLE or low.endswith(_TRADES) or names_a_person(low)

    def _is_name(self, word: str, low: str, before: str, tokens: list[re.Match[str]], n: int) -> bool:
        if not word[:1].isupper() or word == "I" or low in self.mentor or low in self.own:
            return False
        if low in self.introducer:
            return True
        if (before in _PLACES and not self._speaks(tokens[n + 1 :])) or (
            n and tokens[n - 1][0][:1].isupper() and folded(tokens[n - 1][0]) not in FUNCTION_WORDS
        ):
            return False
        if low in common_words() or low.endswith(("ing", "ly", "day")) or low in AUXILIARIES or "'" in low:
            return False
        return n > 0 or self._acts(tokens[1:])

    @staticmethod
    def _speaks(after: list[re.Match[str]]) -> bool:
        """Whether a name is a person's by what follows: "from Ana Ruiz, who …", "from Ana, she says …"."""
        first = next((match for match in after[:4] if not match[0][:1].isupper()), None)
        return first is not None and folded(first[0]) in {"who", "whom", "said", "says", "told", "he", "she"}

    @staticmethod
    def _acts(after: list[re.Match[str]]) -> bool:
        """Whether a verb follows a name that begins a sentence."""
        for match in after[:4]:
            low = folded(match[0])
            if (
                low in AUXILIARIES
                or is_third(low)
                or is_past(low)
                or low in {"and", "who", "gets", "get"}
                or low.endswith("ed")
            ):
                return True
            if not match[0][:1].isupper() and low not in {"de", "van", "der", "von", "da", "di", "la", "le", "bin"}:
                return False
        return True


def _mentor_tokens(context: Context) -> frozenset[str]:
    mentor = context.case.mentor
    named = words(f"{mentor.title} {mentor.name} {mentor.address} {mentor.organisation}")
    head = head_noun(mentor.role)
    titles = {"prof": "professor", "dr": "doctor"}
    return frozenset(folded(word) for word in named) | {head, titles.get(folded(mentor.title), head)}


def _own_tokens(context: Context) -> frozenset[str]:
    mentee = context.case.mentee
    return frozenset(folded(word) for word in words(f"{mentee.name} {mentee.signature} {mentee.organisation}"))


def _unquoted(context: Context, span: Span) -> str:
    """A span without quotations; the mentee's own notes are read by the mentor, quoted or not."""
    told = {Kind.THANK_YOU, Kind.REPORT, Kind.CHECK_IN}
    return span.text if context.kind in told else blanked(span.text)


def _names_other(context: Context, source: Source) -> bool:
    """Whether a fact speaks of somebody besides the mentor: a name behind its first word, or what somebody is."""
    mentor = {folded(word) for word in words(f"{context.case.mentor.title} {context.case.mentor.name}")}
    found = words(source.text)
    named = any(word[:1].isupper() and not word.isupper() and folded(word) not in mentor for word in found[1:])
    return named or bool({folded(word) for word in found} & (_PEOPLE | {"people"}))


def _named(context: Context) -> Iterator[Hit]:
    """The mentor's name behind the greeting, in any form; the mentee's own questions stay word for word."""
    mentor, mentee = context.case.mentor, context.case.mentee
    others = f"{mentee.name} {mentor.introduced_by} {mentor.organisation} {mentee.organisation} {mentee.role}"
    pattern = re.compile(name_pattern(mentor) + r"(?P<of>['’]s(?!\w)|(?<=s)['’](?=\s))?")
    asked = [source for source in context.sources.usable if source.field == "meeting.questions"]
    for span in context.spans[1:]:
        match = pattern.search(_unquoted(context, span))
        if not match or _is_title(context, span) or any(span.text in source.text for source in asked):
            continue
        before, after = span.text[: match.start()].rstrip(), span.text[match.end() :].lstrip()
        if (not re.search(r"\w", before) or before.endswith(",")) and (after[:1] in set(",.!?:;–—)") or not after):
            # "Dr Zielińska, thank you": spoken to, not spoken of.
            continue
        bare = match[0].removesuffix(match["of"] or "")
        if folded(bare) in common_words() or re.search(rf"(?<!\w){re.escape(bare)}(?!\w)", others):
            continue
        fix = ("your" if before else "Your") if match["of"] else None
        write = "your" if fix else "you"
        yield at(f"“{match[0]}”: the mentor reads this; write “{write}”.", span, match.start(), match.end(), fix=fix)


def _titled(context: Context) -> Iterator[Hit]:
    """ "The professor's post": what the mentor is, told as somebody else."""
    mentor = context.case.mentor
    titles = {"prof": "professor", "dr": "doctor", "professor": "professor"}
    named = {head_noun(mentor.role), titles.get(folded(mentor.title), "")} & _PEOPLE
    if not named or context.kind is Kind.AGREEMENT:
        return
    pattern = re.compile(rf"\bthe (?P<who>{'|'.join(sorted(named))})(?P<of>['’]s)(?=\s+\w)", re.IGNORECASE)
    for span in context.spans[1:]:
        match = pattern.search(blanked(span.text))
        if match and folded(match["who"]) not in {folded(word) for word in words(span.text[: match.start()])}:
            fix = "Your" if match[0][0] == "T" else "your"
            yield at(f"“{match[0]}”: the mentor reads this; write “your”.", span, match.start(), match.end(), fix=fix)


def _is_title(context: Context, span: Span) -> bool:
    line_start = context.body.rfind("\n", 0, span.start) + 1
    return context.body[line_start : line_start + 1] == "#"
