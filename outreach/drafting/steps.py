"""Promised actions, told to the mentor: what the mentee will do and by when, what the mentor offered."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass

from outreach.briefing.dates import short_date
from outreach.domain.case import Action, Owner
from outreach.domain.people import Mentee, Mentor
from outreach.drafting.advising import FINITE
from outreach.drafting.jotted import NUMBERS, PRONOUNS, is_verb_first, tidy
from outreach.drafting.jotted import told as told
from outreach.drafting.jotted import with_my as with_my
from outreach.drafting.myself import small
from outreach.wording import words as w
from outreach.wording.articles import smooth, with_articles
from outreach.wording.clean import one_line
from outreach.wording.lexicon import ADVERBS, DETERMINERS, PREPOSITIONS, SUBORDINATORS
from outreach.wording.nouns import COUNT, MASS
from outreach.wording.patterns import regex
from outreach.wording.swapping import name_pattern

MOST_STEPS = 4
"""A thank-you names this many actions at most; it is no plan of work."""
MOST_OFFERS = 3
LONGEST_OFFERS = 30
"""Words of all that a mentor promised."""
LONG_STEP = 11
"""Words; a longer action has a sentence of its own."""

_HABIT = regex(
    r"\b(?:(?:every|each) (?:day|week|morning|evening|night|weekend|month|\w+day)|per (?:day|week))\b|(?:daily|weekly)$"
    r"|/(?:day|d|wk|week)\b|^(?!.*\b(?:for|about|of)\b.*\ban? (?:day|week|month)).*[a-z]"
    r"(?<!spend)(?<!take)(?<!book)(?<!have)(?<!need)(?<!ask)(?<!in) an? (?:day|week|month)\b",
    re.IGNORECASE,
)

# What one has when it is done: a jotted noun of this kind is what will be there by its date.
_THINGS_MADE = frozenset(
    """
    abstract agenda answer application brief budget chart checklist cv date draft email essay example form glossary
    letter list log map memo mock-up note obituary offer outline page paragraph plan poster presentation proposal
    prototype report schedule script sentence sheet sketch slide spreadsheet statement summary table talk template
    text timeline translation version
    """.split()
)
# Things done for somebody: thanks are due for these; other work is theirs.
GIVING = frozenset(
    """
    ask bring comment connect draw find forward give introduce lend mail offer pass post read recommend review send
    share show sign speak talk teach tell write call check explain look
    """.split()
)
# What can be offered as it is jotted.
_GIFTS = frozenset(
    """
    advice comments contacts copies dates details documents drawings examples feedback help links materials names
    notes photos pictures questions recordings samples slides suggestions thoughts tips
    """.split()
)
_MINE = regex(
    r"(?:cv|résumé|resume|portfolio|thesis|application|draft|cover letter)\b(?! (?:of|for|from|by)\b)", re.IGNORECASE
)
"""What is the mentee's own when they jot that it goes to the mentor: ``CV to Teresa``."""
_CV = regex(r"my (?:cv|résumé|resume|application)\b", re.IGNORECASE)
_SENT = regex(r"(?P<thing>[^,;:/()]+?)(?:, (?:(?:to )?(?:send|email|mail) (?:(?:it|them) )?)?| )to you$", re.IGNORECASE)
_SENDABLE = frozenset("fig figure chapter diagram file graph link recipe recording".split()) | (
    (_THINGS_MADE | _GIFTS) - frozenset("answer date offer talk".split())
)
"""What is sent where it is only jotted that it goes to somebody; "trip to Teresa" is none."""
_SIZE = regex(r",? (\d+ (?:pages?|words|slides|lines|sides?|minutes?)|one page)$", re.IGNORECASE)
_COURSE = regex(r"(?:[\w-]+ ){1,4}course (?:on|at|with) [A-Z]\w+$")
_LED_IN = regex(
    r"^(?:(?:to ?do|action|next|me|mine)\s*:\s*|I(?:['’]ll| will|['’]m going to| am going to| must| should| need to"
    r"| have to| want to|['’]d like to)?\s+|(?:must|need to|have to|will|to)\s+)(?=\w)",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Step:
    """An open action of the mentee's, told."""

    action: Action
    deed: str = ""
    """Words to stand behind "I'll", without the date; empty where no verb is certain."""
    thing: str = ""
    """Words to stand behind "I'll have", without the date."""
    item: str = ""
    """Words to stand in a list."""
    when: str = ""
    """``by 17 December``, ``until 30 January`` or nothing."""

    @property
    def is_long(self) -> bool:
        """Whether it should not share a sentence."""
        return len(self.deed.split()) > LONG_STEP or bool(re.search(r"\band\b|,", self.deed))


def steps(actions: tuple[Action, ...], mentor: Mentor, today: dt.date, most: int = MOST_STEPS) -> list[Step]:
    """The mentee's open actions, the earliest first, ``most`` of them at most."""
    mine = [action for action in actions if not _is_theirs(action, mentor) and one_line(action.what)]
    mine = [action for action in mine if not action.done]
    mine = sorted(mine, key=lambda action: action.by or dt.date.max)[:most]
    return [_step(action, mentor, today) for action in mine]


def plan(actions: tuple[Action, ...], mentor: Mentor, today: dt.date, manner: int = 0, most: int = MOST_STEPS) -> str:
    """What the mentee will do and by when; empty without open actions of their own.

    Actions that begin with a verb for certain become ``I'll … by …``, things to be made ``I'll have … by …``; the
    others stand as a list, which is right whatever they are.

    Args:
        actions: of the meeting; done ones and the mentor's are left out.
        mentor: gives the names that stand for ``you``.
        today: dates before it are not named.
        manner: 0 for dates behind the actions, 1 for dates in front of them.
        most: actions that are named.
    """
    told_steps = steps(actions, mentor, today, most)
    deeds = [step for step in told_steps if step.deed or step.thing]
    listed = [step for step in told_steps if not (step.deed or step.thing)]
    sentences = _sentences(deeds, manner)
    if listed:
        lead = "Also on my list" if sentences else "Next on my list"
        single = len(listed) == 1 and not sentences and re.match(r"(?:an?|the|my|our|one|two) |\d+ ", listed[0].item)
        items = "; ".join(step.item if single else _dated(step) for step in listed)
        sentences.append(f"My next step is {items}{_spaced(listed[0].when)}." if single else f"{lead}: {items}.")
    return " ".join(sentences)


def _sentences(deeds: list[Step], manner: int) -> list[str]:
    """One or two actions a sentence; of several sentences the later ones begin with their date."""
    groups: list[list[Step]] = []
    for step in deeds:
        last = groups[-1] if groups else []
        if len(last) == 1 and not (last[0].is_long or step.is_long) and len(deeds) != 3 + len(groups):
            last.append(step)
        else:
            groups.append([step])
    found = []
    for at, group in enumerate(groups):
        fronted = len(group) == 1 and group[0].when.startswith("by") and (at > 0 or manner == 1)
        told_steps = [
            _said(step, fronted=fronted and step is group[0], having=bool(step is not group[0] and group[0].thing))
            for step in group
        ]
        begin = f"{w.capitalised(group[0].when)} " if fronted else ""
        found.append(w.as_sentence(f"{begin}I'll " + " and ".join(told_steps)))
    return found


def _dated(step: Step) -> str:
    if not step.when:
        return step.item
    return f"{step.item[:-1]}, {step.when})" if step.item.endswith(")") else f"{step.item} ({step.when})"


def _said(step: Step, *, fronted: bool, having: bool) -> str:
    told_step = step.deed or (step.thing if having else f"have {step.thing}")
    return told_step if fronted else told_step + _spaced(step.when)


def _spaced(text: str) -> str:
    return f" {text}" if text else ""


def thanks_for_offers(actions: tuple[Action, ...], mentor: Mentor, *, favours: bool = False) -> str:
    """Thanks for what the mentor promised, as far as code can tell it; empty where nothing was.

    With ``favours`` only for what is done for the mentee: told back to an equal, their own work reads as an order.
    """
    offers = [offer for offer, action in _offers(actions, mentor) if not favours or is_favour(action, mentor)]
    offers = list(dict.fromkeys(offers))[:MOST_OFFERS]
    while len(offers) > 1 and len(" ".join(offers).split()) > LONGEST_OFFERS:
        offers = offers[:-1]
    if len(offers) > 2:
        offers = [", ".join(offers[:-1]), offers[-1]]
    link = ", and " if len(offers) > 1 and "," in offers[0] else " and "
    return f"Thank you as well for offering {link.join(offers)}." if offers else ""


def _offers(actions: tuple[Action, ...], mentor: Mentor) -> list[tuple[str, Action]]:
    found = []
    for action in actions:
        if _is_theirs(action, mentor) and not action.done:
            if what := offered(action, mentor):
                found.append((what[6:] if what.startswith("offer ") else f"to {what}", action))
            elif thing := _given(told(_unled(action, mentor), mentor)) or _thing(
                with_articles(told(_unled(action, mentor), mentor))
            ):
                found.append((thing, action))
    return found


def _given(text: str) -> str:
    """Things that one gives without an article: ``comments on the map``, ``photos of the tool wall``."""
    return _lower(with_articles(text)) if w.head_noun(text) in _GIFTS and "," not in text else ""


def said_to_me(text: str, mentee: Mentee) -> str:
    """What somebody does for the mentee, told by the mentee: ``introduce Priya`` → ``introduce me``."""
    name = rf"(?<!\w)(?:{re.escape(one_line(mentee.name))}|{re.escape(one_line(mentee.signature))})"
    text = re.sub(rf"{name}['’]s(?!\w)", "my", text)
    text = re.sub(
        rf"\b(if|whether|that|when|what|how|where|so|and) {name} (?=(?:can|may|could|might|should|will|would|must)\b)",
        r"\1 I ",
        text,
    )
    return re.sub(rf"{name}(?!\w)", "me", text)


def _is_theirs(action: Action, mentor: Mentor) -> bool:
    """Whether the mentor has promised it: by its owner, or by its own words (``Helen: the form``, ``she sends …``)."""
    theirs = rf"(?:{name_pattern(mentor)}|she|he)(?::\s|\s+(?:to|will)\s|(?:['’]ll)\s|\s+[a-z]+s\s)"
    return action.owner is Owner.MENTOR or bool(re.match(theirs, one_line(action.what), re.IGNORECASE))


def _unled(action: Action, mentor: Mentor) -> str:
    """What the mentor promised, without who promises it."""
    what = re.sub(r"^(?:will|to)\s+", "", one_line(action.what), flags=re.IGNORECASE)
    who = rf"^(?:(?:{name_pattern(mentor)})(?::|['’]ll)?|(?:she|he|they)(?:['’]ll|:)?)\s+(?:will\s+|to\s+)?"
    return re.sub(who, "", what, flags=re.IGNORECASE)


def offered(action: Action, mentor: Mentor) -> str:
    """What the mentor promised, as it stands behind "offering to"; empty where no verb is certain."""
    # "read the chapter, 1 wk": how long they may take is no part of the thanks.
    what = re.sub(r", (?:within )?(?:\d+|an?|one|two) (?:wk|week|day|month)s?$", "", _unled(action, mentor))
    first = (w.words(what) or [""])[0]
    if first.endswith("s") and w.is_third(first):
        what = w.base_of_third(first) + what[len(first) :]
    # "calls somebody at the port, asks what it is like": two deeds of one person.
    second = re.search(r", (?=([a-z]+s) (?!and\b|or\b)[^,]+$)", what)
    if second and w.is_third(second[1]):
        what = f"{what[: second.start()]} and {w.base_of_third(second[1])}{what[second.end(1) :]}"
    return _lower(with_articles(told(what, mentor))) if is_verb_first(what) else ""


def is_favour(action: Action, mentor: Mentor) -> bool:
    """Whether what the mentor promised is done for the mentee (``send``, ``lend``), not a part of common work."""
    what = offered(action, mentor)
    return not what or what.split()[0] in GIVING


def _step(action: Action, mentor: Mentor, today: dt.date) -> Step:
    """An action told as far as it is certain."""
    what = _LED_IN.sub("", _without_gerund(told(action.what, mentor)))
    when = _when(action, today)
    first = (w.words(what) or [""])[0].casefold()
    listed = small(what[:1].lower() + what[1:] if first in COUNT | MASS and what[1:2].islower() else what)
    noun = what if first.endswith("ing") else with_articles(what)
    thing = _thing(noun) if when.startswith("by") else ""
    if verbless := _sent(what) or (with_articles(f"do {_lower(what)}") if _COURSE.match(what) else ""):
        return Step(action, deed=verbless, thing=thing, item=listed, when=when)
    if is_verb_first(what) and " / " not in what and not re.match(r"(?:don['’]?t|not|never)\b", what, re.IGNORECASE):
        return Step(action, deed=_deed(what), item=listed, when=when)
    return Step(action, thing=thing, item=listed, when=when)


def _sent(what: str) -> str:
    """``CV 2 pages to you`` → ``send you my CV (2 pages)``; empty where anything of it is doubtful."""
    sent = _SENT.match(what)
    if not sent:
        return ""
    thing = re.sub(r" \+ (?=\w)", " and ", sent["thing"])
    size = _SIZE.search(thing) if not re.match(r"\d", thing) else None
    thing = thing[: size.start()] if size else thing
    found = [word.casefold() for word in [*w.words(thing), ""]]
    # "draft to you" is what is made: the verb would have an object.
    if is_verb_first(what) and not (len(found) == 2 and found[0] in {"draft", "plan", "sketch", "abstract"}):
        return ""
    if found[0].endswith("ing") or found[0] in PREPOSITIONS | PRONOUNS | ADVERBS | {"i", "not", "don't"}:
        return ""
    if any(word in FINITE or word in SUBORDINATORS for word in found):
        return ""
    head = w.head_noun(thing)
    known = _MINE.match(thing) or head in _SENDABLE or head.removesuffix("s") in _SENDABLE
    if not known and not re.search(r"\b(?:send|email|mail) (?:(?:it|them) )?to you$", what, re.IGNORECASE):
        return ""
    thing = f"my {thing}" if _MINE.match(thing) else _determined(thing)
    thing += f" ({size[1]})" if thing and size else ""
    if _CV.match(thing):
        # "Send you my CV" are the words of one who looks for a post (T4).
        return f"get {thing} to you"
    return f"send you {thing}" if thing else ""


def _determined(thing: str) -> str:
    """A jotted thing with its article; empty where none is certain: a name, or a word that is not known."""
    first, head = (w.words(thing) or [""])[0], w.head_noun(thing)
    if first.casefold() in DETERMINERS | NUMBERS or re.match(r"\d+(?: |$)", thing):
        return thing
    if re.match(r"\d+-", thing):
        return f"{w.article(thing)} {thing}" if head in COUNT else ""
    if head in _GIFTS or (head.endswith("s") and head[:-1] in COUNT):
        return _lower(thing)
    told_thing = smooth(f"send {_lower(thing)}")
    put = told_thing.text.removeprefix("send ")
    return put if told_thing.sure and put != _lower(thing) else ""


def _without_gerund(what: str) -> str:
    """``Buying a fork`` → ``Buy a fork``: a jotted gerund is the deed itself."""
    first = (w.words(what) or [""])[0]
    second = [*w.words(what), "", ""][1].casefold()
    object_follows = second in DETERMINERS | PRONOUNS | NUMBERS | PREPOSITIONS or second[:1].isdigit()
    if not first.casefold().endswith("ing") or not object_follows:
        return what
    trunk = first[:-3]
    shorter = trunk[:-1] if len(trunk) > 2 and trunk[-1] == trunk[-2] else trunk
    base = next((one for one in (trunk, trunk + "e", shorter) if w.is_base(one)), "")
    return base + what[len(first) :] if base and what.startswith(first) else what


def _deed(what: str) -> str:
    """An action behind "I'll": its small words put in, what hangs on behind a comma joined or put in brackets."""
    head, comma, rest = what.partition(", ")
    first = (w.words(rest) or [""])[0]
    pronoun = "them" if w.head_noun(head).endswith("s") else "it"
    # "redo the sheet, send to Teresa": what is sent stands in front.
    rest = re.sub(r"^(send|show|give|email|mail|post) (?=to you\b)", rf"\1 {pronoun} ", rest)
    head = with_articles(head)
    if not comma:
        return _lower(head)
    if w.is_base(first) and not re.search(r", | and ", rest) and not re.search(r" and ", head):
        return f"{_lower(head)} and {with_articles(rest)}"
    listed = re.search(r"\b(?:and|or)\b|,", rest) or w.is_base(first) or "(" in rest
    return _lower(f"{head}, {rest}" if listed else f"{head} ({rest})")


def _thing(text: str) -> str:
    """A jotted noun that names what will be there when it is done, with its article; else empty."""
    head = w.head_noun(re.split(r"\s(?:re|about)\b", text)[0])
    first = (w.words(text) or [""])[0]
    if (head not in _THINGS_MADE and not head.startswith("intro")) or first.casefold() in PREPOSITIONS:
        return ""
    if first[:1].isupper() and not first[1:].islower() and len(first) > 1:
        return ""
    # "CV 1 page", "I'll be drafting the plan": no noun with what belongs to it.
    if re.match(r"I\b|\w+ \d", text, re.IGNORECASE) and not re.match(r"\d|an?\b|the\b|my\b", text, re.IGNORECASE):
        return ""
    text = w.decapitalised(_lower(text) if first[:1].isupper() and first.casefold() in _THINGS_MADE else text)
    text = re.sub(r"^([^:()]{3,40}): ([^:()]+)$", r"\1 (\2)", text)
    if text.count(",") > 1 or re.search(r";|^(?:don['’]?t|not|never|no)\b", text, re.IGNORECASE):
        return ""
    text = re.sub(r", (?!.*\b(?:and|or)\b)([^,()]+)$", r" (\1)", text)
    if re.match(r"\d+(?!\S*-)|\w+['’]s\b|['\"“‘]", text):
        return text if re.match(r"\d", text) else ""
    return w.with_article(_lower(text))


def _lower(text: str) -> str:
    first = (w.words(text) or [""])[0]
    return text if first.isupper() and len(first) > 1 else text[:1].lower() + text[1:]


def _when(action: Action, today: dt.date) -> str:
    """``by 17 December``; empty without a date, or with one that has passed."""
    if not action.by or action.by < today:
        return ""
    return f"{'until' if _HABIT.search(tidy(action.what)) else 'by'} {due(action.by, today)}"


def due(date: dt.date, today: dt.date) -> str:
    """A due date as written in a mail: the year only where it could be mistaken."""
    far = abs((date - today).days) > 300
    return f"{short_date(date)} {date.year}" if far else short_date(date)
