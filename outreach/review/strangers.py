"""What is not asked of a stranger: a job or a referral (R9), or to be one's mentor (R8)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from outreach.domain.draft import Kind
from outreach.review.asked import Act, Force, act_of, requests_of, without_quotations
from outreach.review.context import Context
from outreach.review.rule import Hit, at
from outreach.wording.patterns import regex
from outreach.wording.words import content


def _of(pattern: str) -> re.Pattern[str]:
    return regex(pattern, re.IGNORECASE | re.VERBOSE)


_JOB_NOUN = (
    r"(?:jobs?|vacanc(?:y|ies)|job\ openings?|openings?|positions?|roles?|posts?|internships?|placements?"
    r"|traineeships?"
    r"|apprenticeships?|employment|work\ experience|paid\ work|freelance\ work)"
)
_CV = r"(?:cv|c\.v\.|curriculum\ vitae|r[eé]sum[eé])"
_YOURS = r"(?:your|you|yours)"
_JOB = (
    # A referral, in any of its names.
    _of(
        r"""\b(?:refer\ me|a\ referral|your\ referral|referrals|referral\ (?:from|for)|recommend\ me
        |put\ in\ (?:a|the)\ (?:\w+\ )?word|(?:good|kind)\ word\ for\ me|vouch\ for\ me|hire\ me|hiring\ me
        |pass\ (?:on\ )?my\ name|pass\ my\ name\ on|put\ my\ name\ forward|forward\ my\ (?:name|application)
        |get\ my\ foot\ in)\b"""
    ),
    # A place asked after: whether there is one, or for oneself.
    _of(
        rf"""\b(?:(?:are|is)\ there\ (?:\w+\ ){{0,3}}?{_JOB_NOUN}|(?<!\bI\ )(?<!\bwe\ )(?:have|has|had|know\ of
        |know|offers?|hear\ of
        |hear\ about|aware\ of|learn\ of)\ (?:of\ )?(?:a|an|any|some|other|open|free)\ (?:[\w-]+\ ){{0,3}}?{_JOB_NOUN}
        |(?:a|an|any|some|no|open)\ (?:[\w-]+\ ){{0,3}}?{_JOB_NOUN}\ (?:[\w-]+\ ){{0,3}}?(?:at|in|with|on|for
        |from|under)\ {_YOURS}\b
        |{_JOB_NOUN}\ (?:\w+\ )?(?:at|in|with|on|for|from|under)\ {_YOURS}\ (?:\w+\ )?(?:team|company|firm|lab
        |group|clinic|department|organi[sz]ation|office|workshop|practice|side|place|school|studio|staff)
        |(?:vacanc(?:y|ies)|job\ openings?|(?<!the\ )openings)\ (?:at|in|on|with|for)\b
        |(?:an|any|some)\ (?:\w+\ )?opening\ (?:at|in|on|with|for)\ (?:an?|me|my|some\w+|people|your?)\b
        |(?:chance|possibility|prospect)\ (?:of|for)\ (?:an?|some|the|one)\ (?:\w+\ )?(?:season|summer|winter|year
        |months?|weeks?|spell|stint|term)\ (?:\w+\ )?(?:at|in|with|on)\ {_YOURS}\b
        |{_JOB_NOUN}\ (?:\w+\ )?(?:open(?:s|ed)?(?:\ up)?
        |come(?:s)?\ (?:up|free)|becomes?\ (?:free|vacant|available)|(?:is|are)\ (?:open|free|vacant|available|going))
        |(?:(?:give|offer|get|find)\ (?:me|us)|help\ me\ (?:to\ )?(?:get|find|land|into|secure))\ (?:a|an|the
        |any|my\ first)\ (?:[\w-]+\ ){{0,3}}?(?:{_JOB_NOUN}|foot\ in)
        |consider(?:ing)?\ (?:me|my\ application)|(?:keep|have|bear)\ me\ in\ mind|think\ of\ me\b
        |let\ me\ know\ of\ any\ (?:\w+\ )?{_JOB_NOUN})"""
    ),
    # Looking for one.
    _of(
        rf"""\b(?P<seek>(?:looking|searching|hunting|on\ the\ look-?out)\ for|seek(?:ing)?|in\ search\ of
        |open\ to|interested\ in|apply(?:ing)?\ (?:for|to)|appl(?:y|ying)|in\ need\ of|available\ for|after)
        \ (?:[\w-]+\ ){{0,4}}?{_JOB_NOUN}\b(?!\ of\b)|\b(?:would|['’]d)\ (?:be\ the\ first|love|like|want
        |be\ happy)\ to\ apply\b|\bapply(?:ing)?\ (?:to|at|with)\ {_YOURS}\b|\bjob[- ]?(?:hunting|hunt
        |search)\b"""
    ),
    # Whether they take people on.
    _of(
        r"""(?:^|[.?!,;]\ *|\b(?:if|whether|when|and|so)\ )(?:is|are|was)?\ ?(?!(?:we|I|my
        |our)\b)(?:[\w'’-]+\ ){0,5}?(?:you|your\ [\w-]+|[\w'’-]+)\ (?:are\ |is\ |be\ |(?:ever|still|currently|also
        |now)\ )*(?:hiring|recruiting|taking\ (?:on\ )?(?:people|apprentices|trainees|interns|staff|anyone))\b
        |\b(?:look(?:s|ing)?\ for|need(?:s|ing)?|could\ use|room\ for|place\ for|short\ of)\ (?:some(?:one|body)
        |people|a\ person|an?\ (?:\w+\ ){0,2}?(?:hand|pair\ of\ hands|apprentice|assistant|trainee|intern|junior
        |helper))\ (?:\w+\ ){0,3}?(?:like\ me|with\ my)
        |\b(?:your|the)\ (?:team|company|firm|lab|crew|workshop|group|department|office
        |clinic)\ (?:\w+\ )?(?:need(?:s|ed)?|has\ room|is\ looking|ever\ needs|could\ use|grows)\b
        (?=.{0,60}\b(?:like|of|for|to|than)\ me\b)"""
    ),
    # Working there.
    _of(
        r"""\b(?:work(?:ing)?\ (?:for|under)\ you\b|(?:work(?:ing)?\ (?:in|at|on|for)|join(?:ing)?|be\ part\ of
        |become\ part\ of|place\ (?:in|on))\ your\ (?:\w+\ )?(?:team|company|firm|lab|crew|staff|workshop
        |practice|organi[sz]ation|department|studio|kitchen|office)\b
        |(?:place|room|space)\ for\ (?:me|someone\ like\ me|one\ more)|(?:take|taking)\ on\ (?:an?|another|any
        |new)\ (?:\w+\ )?(?:apprentices?|trainees?|interns?|assistants?|students?)\ (?:like|such\ as)\ me|(?:any
        |some)thing\ (?:ever\ )?(?:opens?|comes?)\ up|employ\ me|take\ me\ on\ as|bring\ me\ on\ board)"""
    ),
    # A CV sent along.
    _of(
        rf"""\b(?:(?:attach(?:ed|ing)?|enclos(?:ed|ing|e)|includ(?:ed|ing|e)|append(?:ed)?
        |add(?:ed)?)\ (?:[\w']+\ ){{0,4}}?{_CV}|{_CV}\ (?:[\w']+\ ){{0,3}}?(?:attached|enclosed|included|below
        |appended)|(?:my|a)\ {_CV}\ (?:is|in\ case|for\ your)
        |(?:here\ is|find|see|pass(?:\ on)?|forward|circulate|share|hand\ (?:on|round)|send(?:ing)?(?:\ you)?
        |submit)\ (?:\w+\ )?(?:my|a\ copy\ of\ my)\ {_CV})"""
    ),
)
_DENIED = regex(r"(?:\b(?:not|never|nor|without|rather than)\b|n['’]t\b)[^,;.]{0,40}$", re.IGNORECASE)


def job_in(context: Context, text: str) -> tuple[int, int] | None:
    """Place in ``text`` where a job, a referral or the sending of a CV is asked for; a fact's own words are none."""
    for pattern in _JOB:
        for match in pattern.finditer(text):
            if _DENIED.search(text[: match.start()]) or _in_facts(context, match, text):
                continue
            return match.start(), match.end()
    return None


def _in_facts(context: Context, match: re.Match[str], text: str) -> bool:
    folded = match[0].casefold()
    if any(folded in source.text.casefold() for source in context.sources.usable):
        return True
    if "seek" not in match.groupdict() or not match["seek"] or re.search(r"\byours?\b|\byou\b", text, re.IGNORECASE):
        return False
    # “I am looking for a first job as a translator” tells a goal where a goal says so.
    stems = frozenset(content(match[0][len(match["seek"]) :])) | frozenset(content(text[match.end() :][:40]))
    return any(stems and stems <= source.stems for source in context.sources.of_fields(("mentee.goals",)))


def job(context: Context) -> Iterator[Hit]:
    """R9: a job or a referral asked of a stranger."""
    if context.kind is Kind.REPLY and _asked_for(context):
        return
    for span in context.spans:
        if place := job_in(context, without_quotations(span.text)):
            message = "A first message asks for no job, no referral and sends no CV; ask for a conversation instead."
            yield at(message, span, *place)


_OF_WORK = _of(rf"\b(?:{_CV}|{_JOB_NOUN}|apply|application|hiring|referral)\b")


def _asked_for(context: Context) -> bool:
    """Whether the mentor spoke of a CV or of work first."""
    answer = context.case.contact.answer if context.brief else ""
    return bool(_OF_WORK.search(answer))


_BE_MY_MENTOR = _of(
    r"""\b(?:be|become|being|becoming|act\ as|serve\ as|call\ you|calling\ you)\ (?:my|a
    |our)\ (?:[\w-]+\ ){0,2}?mentor\b
    |\bmentor(?:ing)?\ (?:me|us)\b|\bmentored\ by\ you\b|\b(?:as|for|of)\ (?:my|a)\ (?:[\w-]+\ )?mentor\b
    |\b(?:need|want|seek(?:ing)?|find|looking\ for|in\ search\ of|like)\ (?:a|my
    |your)\ (?:[\w-]+\ )?mentor(?:ship|ing)?\b|\byou\ (?:as|for)\ (?:a|my)\ (?:[\w-]+\ )?(?:mentor|coach|guide)\b
    |\btake\ me\ (?:on\b|under)|\bunder\ your\ (?:wing|guidance|tutelage)\b|\byour\ (?:next\ )?(?:mentee
    |prot[eé]g[eé]e?|pupil)\b|\b(?:your\ mentorship|your\ (?:ongoing|long-term|continued)\ (?:guidance|support
    |mentoring))\b
    |\bmentorship\ (?:from|with|by)\ you\b|\bmentor(?:ing|ship)\ relationship\b
    |\b(?:guide|coach|support|accompany|advise|steer)\ (?:me|my\ \w+)\ (?:[\w-]+\ ){0,2}?(?:over|through(?:out)?
    |during|from|in|for|along)\ (?:\w+\ ){0,2}?(?:here|now|coming|next|following|year|months?|career|journey|time
    |way)\b"""
)


def be_my_mentor(context: Context) -> Iterator[Hit]:
    """R8: asking a stranger to be one's mentor, or for a long row of meetings."""
    message = "Asking a stranger to be one's mentor is too much; ask for one conversation."
    told = set()
    for span in context.spans:
        match = _BE_MY_MENTOR.search(without_quotations(span.text))
        if match and not _DENIED.search(span.text[: match.start()]) and not _told(context, match[0]):
            told.add(span.start)
            yield at(message, span, match.start(), match.end())
    if any(one for one in context.sources.usable if one.field == "ask.about" and _is_series(one.text)):
        return
    for one in requests_of(context):
        if one.act is Act.SERIES and one.force is Force.PLAIN and one.span.start not in told:
            yield at("Regular meetings are much to ask of a stranger; ask for one first.", one.span, one.start, one.end)


def _is_series(text: str) -> bool:
    return act_of(text) is Act.SERIES


def _told(context: Context, phrase: str) -> bool:
    folded = phrase.casefold()
    return any(folded in source.text.casefold() for source in context.sources.usable)
