"""Shared history: that the two met, spoke, or that one heard the other, needs a fact that tells of it (R18)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from outreach.domain.draft import Kind, Level
from outreach.review.clauses import blanked
from outreach.review.context import Context, Span, common_words
from outreach.review.grounding.claim import Claim, unfounded
from outreach.review.grounding.ties import Ties
from outreach.wording.clean import folded
from outreach.wording.lexicon import KIN, PERSON_NOUNS
from outreach.wording.patterns import regex
from outreach.wording.quantities.numerals import NUMBER_WORDS, ORDINALS
from outreach.wording.words import content, is_past, stem, words

_TALK = (
    r"(?:conversation|call|chat|meeting|talk|discussion|session|lunch|coffee|exchange|visit|phone call|lesson|dinner)"
)
_MEETING = regex(
    r"\b(?:when|since|after|where|as|like|the day|the time|what) (?:we|you and I|the two of us) (?:last |first |all )?"
    r"(?:met|spoke|talked|chatted|discussed|agreed|planned|arranged|corresponded)\b"
    r"|\b(?:as|like) (?:discussed|agreed|promised|arranged)\b"
    r"|\b(?:we|we['’]ve|you and I|the two of us)(?: both)?(?: have| had)?(?: already| once| briefly| recently"
    r"| first| last"
    r"| just| even)? (?:met|spoke|spoken|chatted|talked|discussed|agreed|worked together|studied together|corresponded"
    r"|sat together|shared a|were introduced|were paired)\b(?! (?:our|the (?:target|deadline|budget)))"
    r"|\b(?:nice|great|good|lovely|pleasure|wonderful|glad|enjoyed|delighted|fun|joy)(?: \w+)?(?: to)? (?:meet|meeting"
    r"|see|seeing|talk|talking|speak|speaking|chat|chatting) (?:to |with )?you\b"
    rf"|\b(?:our|the) (?:very )?(?:last|previous|recent|earlier|brief|short) (?:\w+ )?{_TALK}\b"
    rf"|\b(?:following|after|since|during|enjoyed|for|from|remember|at) our (?:\w+ )?{_TALK}\b"
    r"|\b(?:since|after|when) (?:meeting|talking (?:to|with)|speaking (?:to|with)|seeing|I (?:met|spoke (?:to|with)"
    r"|talked (?:to|with))) you\b"
    r"|\bI (?:first |once |recently |briefly |last |even )?(?:met|bumped into|ran into|spoke (?:to|with)"
    r"|talked (?:to|with)"
    r"|chatted with|sat (?:next to|beside)|worked (?:with|under|for)|studied (?:with|under)|shook hands with) you\b"
    r"|\byou (?:may|might|probably|perhaps|will|must)(?: still)? (?:remember|recall) (?:me|us|my (?:face|question"
    r"|name))\b"
    r"|\bwe (?:go back|have known each other|know each other)\b"
    r"|\b(?:thank(?:s| you)|grateful)(?: \w+){0,3} for (?:meeting|talking|speaking|sitting down|having me|seeing me"
    r"|taking the time|your time (?:last|yesterday|on (?:Mon|Tue|Wed|Thu|Fri|Sat|Sun))"
    rf"|(?:yesterday|last \w+)['’]s {_TALK}|the (?:call|chat|meeting|coffee|lunch))\b",
    re.IGNORECASE,
)
_PERSONAL = regex(
    r"\byou (?:\w+ly |once |even |also )?(?:told|advised|reminded|warned|taught|mentored|showed|helped|encouraged"
    r"|invited"
    r"|hosted|asked|sent|gave|lent|called|introduced|promised|offered|interviewed|recommended|suggested to) (?:me|us)\b"
    r"(?! (?:hope|an idea|ideas|courage|something|pause|that|a reason|the idea|confidence))"
    r"|\byou (?:signed|answered|reviewed|corrected|checked|praised|fixed) (?:my|our)\b"
    r"|\bthank(?:s| you)(?: \w+){0,3} for (?:all )?your (?:\w+ )?(?:advice|help|feedback|support|tips?|guidance"
    r"|comments"
    r"|encouragement|suggestions?) (?:with|on|about|last|in|at|yesterday|over|during|to|when|that)\b"
    r"|\byour (?:\w+ )?(?:advice|feedback|help|tips?|guidance|suggestions?|encouragement) (?:last (?:week|month|year"
    r"|spring|summer|autumn|winter|time)|yesterday|the other day|back then|when we)\b",
    re.IGNORECASE,
)
_ATTRIBUTED = regex(
    r"\b(?:advice|tips?|hints?|suggestions?|feedback|warning|encouragement)(?: that)? you (?:\w+ly )?(?:gave|sent)\b|"
    r"\b(?:as|like|what|which|everything|all|the \w+) you (?:\w+ly )?(?:said|say|mentioned|told|suggested|suggest"
    r"|advised"
    r"|advise|recommended|recommend|put it|explained|promised|asked for|pointed out|described)\b"
    r"|\byou (?:\w+ly |also )?(?:suggested|advised|mentioned|recommended|promised|offered|encouraged|told|reminded"
    r"|warned|said)\b(?! (?:no|yes)\b)"
    r"|\byour (?:\w+ ){0,2}(?:advice|suggestion|tip|warning|remark|feedback|encouragement|recommendation|story|hint"
    r"|reminder|rule|point|example)\b",
    re.IGNORECASE,
)
_TAKEN_IN = regex(
    r"\b(?:I(?:['’]ve|['’]d)?|we) (?:(?:have|had|also|just|recently|finally|first|once|really|already|often|always|both"
    r"|only|even|then|did) )*(?P<verb>attended|watched|heard|saw|seen|listened to|went to|came to|read|visited|enjoyed"
    r"|loved|was at|were at|been to|sat (?:in|through|at)|studied|came across|queued for) "
    r"(?:(?!that|how|of|about|why|what|where)\w+ ){0,2}?"
    r"(?P<whose>your|you|her|his|their)\b(?! (?:need|want|have|can|could|will|would|are|were|may|might))",
    re.IGNORECASE,
)
_PRESENT = regex(
    r"\bI (?:was|sat|stood) (?:there |somewhere |right )?(?:in|at|near) the (?:audience|room|(?:front|back|third"
    r"|second|last"
    r"|first) row|hall|crowd|back)\b|\b(?:sat|queued|stood) in (?:the )?(?:front|back|line)\b[^.]*\byour\b"
    r"|\b(?:hearing|seeing|watching) you (?:speak|talk|live|on stage|perform|play|present)\b"
    r"|\b(?:attending|visiting) your\b|\bafter your (?:talk|keynote|lecture|panel|workshop|session) (?:I|we)\b"
    r"|\byour (?:talk|keynote|lecture|panel|workshop|session|reading|course|class)[^.,;]* (?:that "
    r"|which )?I (?:attended"
    r"|took part in|went to|joined)\b",
    re.IGNORECASE,
)
_FOR_YEARS = regex(
    r"\bI(?:['’]ve| have)(?: \w+)? (?:followed|been following|admired|been (?:a )?(?:\w+ )?(?:fan|reader|admirer"
    r"|follower"
    r"|listener)|known of)\b|\bI(?:['’]ve| have) (?:\w+ )?(?:read|watched|listened|heard|used|been reading"
    r"|been watching"
    r"|been listening)\b[^.;]*\byour\b[^.;]*\bfor (?:many |some |several |two |three )?(?:years|months)\b"
    r"|\bI (?:follow|always read|always watch|never miss) your\b",
    re.IGNORECASE,
)
_SENT = regex(
    r"\b(?:(?:has |had |kindly )?(?:told|suggested|recommended|urged|encouraged"
    r"|advised|asked)"
    r" (?:to )?(?:me |us |that )?(?:I |to |should |might ){0,3}(?:write|contact|get in touch|turn|reach|talk|speak"
    r"|ask|look)"
    r"[^.;,]{0,20}\byou\b|(?:gave|passed|sent) (?:me|us) your (?:name|address|number|details|contact)"
    r"|(?:recommended|suggested) you\b(?! (?:to|that))|pointed (?:me|us) (?:to|towards|in your)|introduced us\b"
    r"|put us in touch|(?:mentioned|dropped) your name|(?:speaks|spoke|spoken) (?:so )?(?:highly|warmly|well) of you)",
    re.IGNORECASE,
)
_TO_COME = regex(
    r"\b(?:would|could|can|may|might|will|if|hope|forward|like to|love|let|want|before|until|I['’]d|I['’]ll|you['’]d"
    r"|you['’]ll|next|able|should|whenever|grateful for|in advance|any|prepare|ready)\b",
    re.IGNORECASE,
)
_LIGHT = frozenset(
    content(
        "discussed said told mentioned advice suggested keep take met spoke talked know tip story advised recommended"
        " warned thank think made make stayed stay stuck mind really good great laugh new first time will try put"
        " going call meeting talk conversation remark feedback point rule example kind useful helpful help"
    )
)


def shared_history(context: Context) -> Iterator[Claim]:
    """What the two are said to have shared: a meeting, a talk, advice; it needs a fact that tells of it."""
    if context.brief is None:
        return
    ties = Ties(context)
    for span in context.spans:
        text = blanked(span.text)
        for find in (_meeting, _through_others, _taken_in, _present, _long, _sent, _personal, _attributed):
            if found := find(span, text, ties):
                yield found
                break


def _problem(span: Span, match: re.Match[str], what: str) -> Claim:
    return unfounded(span, match.start(), match.end(), f"“{match[0].strip()}”: {what}")


def _is_to_come(text: str, place: int) -> bool:
    """Whether the words before ``place``, in the same clause, speak of what may be."""
    before = re.split(r"[;:,.!?—–]", text[:place])[-1]
    return bool(_TO_COME.search(before))


def _meeting(span: Span, text: str, ties: Ties) -> Claim | None:
    match = _MEETING.search(text)
    if not match or ties.met or _is_to_come(text, match.start()):
        return None
    low = match[0].casefold()
    among_us = re.search(r"\b(?:talked|discussed|agreed)\b", low) and re.match(r"(?:we|as|like)\b", low)
    if among_us and not re.match(r"as\b|like\b", low) and not re.search(r"\byou", text, re.IGNORECASE):
        # "We talked about it on the ward": among colleagues.
        return None
    if ties.answered and re.search(r"\btaking the time$", low):
        return None
    if ties.context.kind is Kind.AGENDA and re.match(r"(?:for|at|from|during) our\b|thank|grateful", low):
        # Of the meeting to come.
        return None
    return _problem(span, match, "none of your facts tells that you two met. Take it out, or add how you met.")


def _taken_in(span: Span, text: str, ties: Ties) -> Claim | None:
    for match in _TAKEN_IN.finditer(text):
        if _is_to_come(text, match.start()) and "I'd" not in match[0]:
            continue
        verb = match["verb"].casefold().split()[0]
        after = words(text[match.end() :])[:9]
        if _known_to_the_mentee(verb, match["whose"].casefold(), after, ties):
            continue
        return _problem(span, match, "none of your facts tells of it. Say how you came to know of them, as it was.")
    return None


def _known_to_the_mentee(verb: str, whose: str, after: list[str], ties: Ties) -> bool:
    if ties.meeting_known and (verb in {"heard", "saw", "seen", "enjoyed", "loved"} or whose == "you"):
        return True
    there = verb in {"attended", "went", "came", "was", "were", "been", "visited", "sat", "queued"}
    if there and not ties.attended():
        return False
    named = [word for word in after if ties.is_work(word)][:1]
    near = bool({one for word in after for one in content(word)} & ties.found_stems)
    if whose == "you":
        medium = {"heard": "podcast", "saw": "video", "seen": "video", "watched": "video", "listened": "podcast"}
        heard = any(ties.has_work(work, only_found=True) for work in (medium.get(verb, "talk"), "talk"))
        return heard or near or (verb in {"read", "came"} and ties.has_work("article"))
    if named:
        topic = re.search(r"\b(?:on|about) (?P<what>.+)", " ".join(after))
        if topic and not ties.names_work(named[0]) and not set(content(topic["what"])) & ties.found_stems:
            return ties.has_work(named[0]) and verb == "read"
        by_ear = verb in {"heard", "listened", "watched", "attended"}
        return ties.has_work(named[0], only_found=by_ear) or (near and not by_ear and verb != "read")
    if verb in {"read", "watched", "attended", "listened"}:
        return near or ties.has_work(
            {"read": "article", "watched": "video"}.get(verb, "talk"), only_found=verb != "read"
        )
    # "I heard your plant was commissioned": news, not a talk.
    return True


def _present(span: Span, text: str, ties: Ties) -> Claim | None:
    match = _PRESENT.search(text)
    if not match or ties.attended() or _is_to_come(text, match.start()):
        return None
    return _problem(span, match, "none of your facts tells that you were there.")


_OTHERS = regex(
    r"\bI (?:once |recently |also |just |briefly )?"
    r"(?:met|know|knew|spoke (?:to|with)|talked (?:to|with)|worked (?:with|for)) your (?P<theirs>\w+)\b"
    r"|\b[Mm]y (?P<mine>(?:\w+ )?\w+) (?:\w+ed|learnt|knows|knew|met|spoke|has known|taught) "
    r"(?:(?:under|with|for|from|to|beside) )?you\b"
    r"(?! (?:can|could|might|may|would|will|have|had|are|were|must|should|do)\b)"
)


def _through_others(span: Span, text: str, ties: Ties) -> Claim | None:
    """That somebody of the one knows the other: "My boss learned under you"."""
    match = _OTHERS.search(text)
    if not match or _is_to_come(text, match.start()):
        return None
    who = words(match["theirs"] or match["mine"])[-1]
    if folded(who) not in KIN | PERSON_NOUNS or ties.meeting_known or ties.tells_of(who, mine=bool(match["mine"])):
        return None
    return _problem(span, match, "none of your facts tells of it.")


def _long(span: Span, text: str, ties: Ties) -> Claim | None:
    match = _FOR_YEARS.search(text)
    if not match or ties.followed():
        return None
    return _problem(span, match, "none of your facts tells of it. Say how you found them, as it was.")


def _sent(span: Span, text: str, ties: Ties) -> Claim | None:
    match = _SENT.search(text) if re.search(r"\b(?:you|your|us)\b", text, re.IGNORECASE) else None
    if not match:
        return None
    who = [
        word
        for word in words(text[: match.start()])[-4:]
        if folded(word) not in {"who", "that", "and", "has", "had", "kindly"}
    ]
    if {folded(word) for word in who} & {"you", "i", "i'm"}:
        return None
    tokens = frozenset(folded(word) for word in who if word[:1].isupper()) - common_words()
    if tokens and not ties.sent_by(tokens):
        return _problem(span, match, "your facts do not say that this person sent you.")
    if not tokens and {folded(word) for word in who} & (KIN | PERSON_NOUNS) and not ties.through_somebody:
        return _problem(span, match, "your facts name nobody who sent you.")
    return None


def _personal(span: Span, text: str, ties: Ties) -> Claim | None:
    match = _PERSONAL.search(text)
    if not match or _is_to_come(text, match.start()) or text.rstrip().endswith("?"):
        return None
    if ties.heard_from or ties.met:
        return _attributed(span, text, ties)
    if match[0].casefold().endswith((" us", "asked me")) and ties.public_word():
        return None
    return _problem(span, match, "none of your facts tells of it.")


def _attributed(span: Span, text: str, ties: Ties) -> Claim | None:
    """What the mentor is said to have said: in a thank-you it stands in the notes."""
    if text.rstrip().endswith("?"):
        return None
    match = _ATTRIBUTED.search(text)
    if not match or _is_to_come(text, match.start()) or (ties.reports and _BARE_ADVICE.match(text, match.start())):
        return None
    said = _told(span.text)
    named = _ON_WHAT.match(text, match.end()) if ties.heard_from else None
    if named and not ties.said(said, _LITTLE):
        # "I told him what you said about twins": the rest of the sentence may tell of anything.
        said = _told(named[1])
    if ties.heard_from:
        if len(said) < 2 or ties.said(said):
            return None
        # One word in three may be the note in other words, or something else said of the same thing.
        level = Level.WARN if ties.said(said, _LITTLE) else None
        return replace(_problem(span, match, "none of your notes tells of it."), level=level)
    if re.search(r"\byour\b", match[0], re.IGNORECASE):
        if not _GIVEN.search(match[0]) or not any(is_past(word) for word in words(text[match.end() :])):
            return None
    elif ties.public_word() and (len(said) < 2 or ties.said(said)):
        return None
    if ties.met and (not _ADVICE.search(match[0]) or len(said) < 2 or ties.said(said, _LITTLE)):
        return None
    return _problem(span, match, "none of your facts tells what they said.")


# "Your advice worked": of advice that the letter tells elsewhere.
_BARE_ADVICE = regex(
    r"your (?:\w+ )?(?:advice|suggestion|tip|hint|encouragement|recommendation)\b(?! (?:to|on|about|that|not|of|for"
    r"|against)\b)",
    re.IGNORECASE,
)


def _told(text: str) -> frozenset[str]:
    """What words tell; numbers are held against the facts by their value, elsewhere."""
    return frozenset(one for one in content(text) if not one[0].isdigit()) - _LIGHT - _COUNTS


_ON_WHAT = regex(r"\s+(?:about|on)\s+([^,.;:!?()]+)")
_LITTLE = 0.25
_COUNTS = frozenset(map(stem, (*NUMBER_WORDS, *ORDINALS)))
_ADVICE = regex(
    r"\b(?:advi\w+|suggest\w*|tip|feedback|recommend\w*|warn\w*|remind\w*|promised?|offered)\b", re.IGNORECASE
)
_GIVEN = regex(r"\b(?:advice|suggestion|tip|feedback|encouragement|recommendation|reminder)\b", re.IGNORECASE)
