"""What is common to all that a mentee jots: short forms written out, capitals set right, articles where grammar asks.

Only what has one reading is changed; the rest stays as typed.
"""

from __future__ import annotations

import re

from outreach.review.grounding.lexicon import is_english, places
from outreach.wording import words as w
from outreach.wording.clean import folded
from outreach.wording.lexicon import DETERMINERS, PERSON_NOUNS, PREPOSITIONS, THING_NOUNS, WEEKDAYS
from outreach.wording.patterns import regex
from outreach.wording.quantities import NUMBER_WORDS

_SHORT = {
    "u": "you", "ur": "your", "abt": "about", "bc": "because", "b4": "before", "thats": "that's", "whats": "what's",
    "theres": "there's", "youre": "you're", "havent": "haven't", "couldnt": "couldn't", "wouldnt": "wouldn't",
    "shouldnt": "shouldn't", "arent": "aren't", "werent": "weren't", "hasnt": "hasn't", "mins": "minutes",
    "i": "I", "wanna": "want to", "gonna": "going to", "tbh": "", "imo": "", "lol": "",
}  # fmt: skip
_DAYS = {
    "mon": "Monday", "tue": "Tuesday", "tues": "Tuesday", "wed": "Wednesday", "weds": "Wednesday",
    "thu": "Thursday", "thur": "Thursday", "thurs": "Thursday", "fri": "Friday", "sat": "Saturday", "sun": "Sunday",
}  # fmt: skip
_MONTHS = "january|february|march|april|may|june|july|august|september|october|november|december"
_MONTHS_SHORT = {name[:3]: name.capitalize() for name in _MONTHS.split("|") if len(name) > 3}
_PLACES_WITH_THE = r"EU|UK|US|USA|UAE|NHS|UN|BBC|Netherlands|Philippines|Gambia"
_NOTHING = regex(
    r"(?:(?:not|nothing)\b(?: (?:much|a lot|sure|yet|really|known?|applicable|anything|special))*|none|no(?:ne)? idea"
    r"|no|n\.?/?a|idk|dunno|unknown|tbd|tba|tbc|nil|little|anything|whatever(?: you (?:need|want|like))?|any"
    r"|(?:i )?don['’]?t (?:know|remember)|can['’]?t remember|(?:i )?forgot(?:ten)?)\W*",
    re.IGNORECASE,
)
_COUNTED = THING_NOUNS | frozenset(
    """
    agency app article association bakery bank bar barge boat booklet branch brewery bridge business call
    catalogue center centre chart checklist clinic club college company comparison consultancy contractor
    cooperative council course database degree demo department depot description diagram dictionary division
    document drawing drive factory faculty farm ferry firm garden glossary group guide handout hospital hotel hour
    intro introduction kitchen lab laboratory lesson library list look manual map mba msc museum notebook office
    orchard outline overview pamphlet pattern pharmacy phd photo photograph picture plan practice recipe report
    restaurant review ride sample sandbox school script session sheet ship site spreadsheet start-up startup
    station store studio summary survey tannery template theater theatre tour trust unit university utility
    vineyard visit walk warehouse website winery workshop yard
    """.split()
)


def is_nothing(text: str) -> bool:
    """Whether a field says that there is nothing to say: "n/a", "not sure yet", "??"."""
    return not w.words(text) or bool(_NOTHING.fullmatch(text.strip()))


def spelled(text: str) -> str:
    """``text`` with short forms written out where they have one reading: ``bc`` → ``because``, ``yrs`` → ``years``."""

    def put(match: re.Match[str]) -> str:
        return _SHORT[match[0].casefold()]

    text = re.sub(r"(?<=\w)\s*@\s*(?=\w)", " at ", text) if re.search(r"\w\s+@\s*\w", text) else text
    text = re.sub(r"(?<=\w)\s+\+\s+(?=\w)", " and ", w.expanded(text))
    pattern = "|".join(sorted(_SHORT, key=len, reverse=True))
    text = re.sub(rf"(?<![\w'’./-])(?:{pattern})(?![\w'’/-]|\.\w)", put, text)
    text = re.sub(r"\bi(?=['’](?:m|d|ll|ve)\b)", "I", text)
    text = re.sub(rf"\b({'|'.join(_MONTHS_SHORT)})(?=\s+\d{{4}}\b)", lambda match: _MONTHS_SHORT[match[0]], text)
    text = re.sub(r"(?<=\d)\s?mins?\b(?!\.?\s*\d)", " minutes", text)
    text = re.sub(rf"\b({_MONTHS})\b(?=\s+\d)", lambda match: match[0].capitalize(), text)
    text = re.sub(rf"\b(?:{'|'.join(WEEKDAYS)})s?\b", lambda match: match[0].capitalize(), text)
    text = re.sub(r"\b(until|till|by|before|at|from|since|after|to) (end|beginning|start) of\b", r"\1 the \2 of", text)
    text = re.sub(rf"\b(in|to|from|across|outside|within) ({_PLACES_WITH_THE})\b(?!['’-])", r"\1 the \2", text)
    return re.sub(r"\s+([,.;:?])", r"\1", " ".join(text.split()))


def with_days(text: str) -> str:
    """``text`` with short names of weekdays written out: ``Tue`` → ``Tuesday``."""
    pattern = "|".join(sorted(_DAYS, key=len, reverse=True))
    return re.sub(
        rf"\b({pattern})(s?)\b\.?", lambda match: _DAYS[match[1].casefold()] + match[2], text, flags=re.IGNORECASE
    )


def small(text: str) -> str:
    """``text`` to stand inside a sentence: its first letter small, but for names, acronyms and "I"."""
    first, second = [*text.split(), "", ""][:2]
    letters = re.sub(r"\W", "", first)
    if letters == "A" and second[:1].islower():
        return f"a{text[1:]}"
    if not letters or letters in {"I", "A"} or letters.isupper() or any(char.isupper() for char in letters[1:]):
        return text
    if second[:1].isdigit() and not w.is_base(letters):
        # "Year 4" is a name, "Sell 300" is not.
        return text
    plain = w.decapitalised(text) != text
    if second[:1].isupper() and second != "I" and not plain and not is_known(second):
        # "Dinner Bell", "Slow Food": a name of two words.
        return text
    return text[:1].lower() + text[1:] if plain or is_known(letters) else text


def is_known(word: str) -> bool:
    """Whether a word is an everyday word of English, as far as the lists go, and thus no name."""
    low = folded(word)
    if low in places() or low in _PRODUCTS:
        return False
    return (
        low in NUMBER_WORDS or low in DETERMINERS or any(is_english(one) for one in {low, *re.split(r"['-]", low)[:1]})
    )


_PRODUCTS = frozenset("access excel java outlook photoshop powerpoint python ruby slack swift teams word zoom".split())


def is_verb(word: str, following: str) -> bool:
    """Whether ``word`` is a verb in its base form before ``following``: a determiner comes after no noun."""
    low = word.casefold()
    if w.is_base(low) or low in {"be", "do"}:
        return True
    if low in PREPOSITIONS or low in DETERMINERS or w.is_past(low) or low.endswith(("ing", "ly", "s")):
        return False
    return following.casefold() in (DETERMINERS - {"all", "both", "no", "that"}) and low not in _BEFORE_NOUNS


_BEFORE_NOUNS = frozenset(
    """
    not all more less half what how which who even only just first next last top other another such many about around
    roughly almost nearly because if when whether
    """.split()
)


def is_somebody(phrase: str) -> bool:
    """Whether a noun phrase says who somebody is: ``lead assessor``, ``yard planner``."""
    head = w.head_noun(phrase)
    if head in _NOBODY:
        return False
    if w.names_a_person(phrase) or any(len(noun) > 4 and head.endswith(noun) for noun in PERSON_NOUNS - {"intern"}):
        return True
    trunk = head[:-2]
    doubled = trunk[:-1] if trunk[-1:] == trunk[-2:-1] else trunk
    makes = any(w.is_base(base) for base in (trunk, trunk + "e", doubled)) or head.endswith(("ist", "ian", "eer"))
    return head.endswith(("er", "or", "ist", "ian", "eer")) and makes


_NOBODY = frozenset(
    """
    letter newsletter printer computer counter poster cover folder container heater charger cleaner starter dresser
    career list paper number order matter offer meter screener trailer cooker mixer tracker answer corner other german
    roman     human
    """.split()
)


def is_counted(phrase: str) -> bool:
    """Whether the head of a noun phrase is one thing or one person that needs an article."""
    head = w.head_noun(phrase)
    return head in _COUNTED or head in PERSON_NOUNS


def with_needed_article(phrase: str, *, known: bool = True) -> str:
    """``reading list`` → ``a reading list``; ``library of Ulm`` → ``the library of Ulm``; else as it stands."""
    first = (w.words(phrase) or [""])[0]
    acronym = first.isupper() and len(first) > 1
    if not (first.islower() or acronym) or first in DETERMINERS or first in NUMBER_WORDS or not is_counted(phrase):
        return phrase
    head = w.head_noun(phrase)
    return (
        f"the {phrase}" if known and re.match(rf"[^,;(]*\b{re.escape(head)} of\b", phrase) else w.with_article(phrase)
    )


_GOT = r"(?:get|find|land|secure|win|earn|start|open|write|publish|build|make|buy|launch|set up|run)"


def with_article_of_object(text: str) -> str:
    """``get job in data`` → ``get a job in data``: one thing that is got has an article."""
    match = re.match(
        rf"({_GOT})\s+((?:[a-z-]+\s){{0,2}}?[a-z-]+)(?=\s+(?:in|at|with|for|by|on|near|as)\b|[,.]|$)", text
    )
    if not match:
        return text
    thing = match[2]
    if thing.split()[0] in DETERMINERS | PREPOSITIONS or thing.split()[-1] not in _COUNTED:
        return text
    return f"{match[1]} {w.with_article(thing)}{text[match.end() :]}"


def gerund(base: str) -> str:
    """``keep`` → ``keeping``, ``run`` → ``running``, ``make`` → ``making``."""
    low = base.casefold()
    if low.endswith("ie"):
        return low[:-2] + "ying"
    if low.endswith("e") and not low.endswith(("ee", "ye", "oe")) and low != "be":
        return low[:-1] + "ing"
    one_syllable = len(re.findall(r"[aeiouy]+", low)) == 1 and re.search(r"[^aeiou][aeiou][^aeiouwxy]$", low)
    if one_syllable or low in {"begin", "forget", "refer", "prefer", "admit", "permit", "commit", "submit", "travel"}:
        return low + low[-1] + "ing"
    return low + "ing"
