"""The words for what can be asked of a mentor: a call, an answer, a look at something, an introduction …"""

from __future__ import annotations

import re
from enum import StrEnum

from outreach.wording.patterns import regex


class Act(StrEnum):
    """What is asked for."""

    TIME = "a call or a meeting"
    ANSWER = "an answer"
    READ = "a look at something of yours"
    SEND = "something to be sent"
    INTRODUCE = "an introduction"
    RECOMMEND = "a recommendation"
    SPEAK = "a talk to others"
    SHADOW = "a day beside them"
    VISIT = "a visit"
    JOIN = "a place in a group"
    SERIES = "regular meetings"
    MEAL = "a meal"
    PUBLISH = "a mention"
    MONEY = "money"
    OTHER = "something else"


def _of(pattern: str) -> re.Pattern[str]:
    return regex(pattern, re.IGNORECASE | re.VERBOSE)


_MY = (
    r"(?:my|mine|our|ours)\b(?!(?:\ \w+)?\ (?:questions?|situation|problem|next|goals?|idea|way|case|options?"
    r"|choice|dilemma|career|path|work|field|position|chances|behalf))"
)
DOCUMENT = (
    r"(?:drafts?|cv|c\.v\.|résumé|resumé|resume|plans?|thesis|dissertation|papers?|portfolio|chapters?"
    r"|applications?|manuscript|essay|deck"
    r"|proposal|code|scripts?|report|article|poems?|stor(?:y|ies)|samples?|designs?|drawings?|sketch(?:es)?"
    r"|cover\ letter)"
)

EXPLICIT: tuple[tuple[Act, re.Pattern[str]], ...] = (
    (
        Act.INTRODUCE,
        _of(
            r"""\b(?:introduc(?:ed?|ing)\ (?:me|us)\b|(?:put|putting|bring|get)\ (?:me|us)\ in(?:to)?\ (?:touch
            |contact)|connect(?:ing|ed)?\ (?:me|us)\b
            |introductions?\ to|(?:any|some)(?:one|body)\ (?:else|who|at|in|from|I)
            |meet(?:ing)?\ (?:with\ )?(?:(?:some|one|a\ few)\ of\ )?(?:your|the|other)\ (?:\w+\ )?(?:team
            |colleagues?|people
            |staff|students|boss|board|partners?|contacts?)|(?:recommend|suggest|name
            |know)\ (?:of\ )?(?:some(?:one|body)|any(?:one|body)|a\ (?:colleague|person|contact)|people|others)
            |point\ (?:me|us)\ to(?:wards?)?\ (?:some(?:one|body)|any(?:one|body)|a\ (?:colleague|person)|people
            |others)
            |(?:the\ )?(?:contact\ details?|(?:phone\ )?number|e-?mail\ address)\ of)\b"""
        ),
    ),
    (
        Act.RECOMMEND,
        _of(
            r"""\b(?:letters?\ of|(?:write|sign|give)(?:\ (?:me|us|a|an|the|my|our|short|for))*\ (?:letter
            |recommendation|reference|testimonial|foreword|preface)|recommend\ (?:me|us|my)
            |endorse|vouch|refer\ (?:me|us)\b|referral|put\ in\ a|sign\ (?:a|my|our|the)|recommendation\ (?:of
            |for)|a\ (?:reference|testimonial)\b)"""
        ),
    ),
    (
        Act.READ,
        _of(
            rf"""\b(?:look(?:ing|ed)?\ (?:at|over|through|into)|(?:a|another|brief|quick|short)\ (?:look
            |glance)\ (?:at|over|through)|(?:read|review|check|correct|mark|edit|assess|critique|proofread)(?:ing
            |ed)?(?:\ over|\ through)?
            |comment(?:s|ed|ing)?\ on|(?:go|going)\ (?:over|through)|(?:feedback|thoughts|views?|eyes?|take)\ on
            |opinion\ (?:on|of))\ (?:[\w-]+['’]?s?\ ){{0,5}}?{_MY}
            |\b(?:send|show|e-?mail|forward|mail)(?:ing)?\ you\ (?:\w+\ ){{0,3}}?{DOCUMENT}\b
            |^(?:read|review|proofread|reading|reviewing|look(?:ing|ed)?\ (?:at|over|through)
            |comment(?:ing)?\ on)\ (?!(?:this|the)\ (?:message|mail|e-?mail|note|letter)|it\b|forward|into\ your
            |back)\w
            |\b(?:attached|enclosed)\ """
        ),
    ),
    (
        Act.SEND,
        _of(
            r"""\b(?:send(?:ing)?|sent|forward(?:ing|ed)?|e-?mail(?:ed)?|len[dt]|pass(?:ing|ed)?(?:\ on)?
            |shar(?:e|ed|ing))(?:\ (?:me|us|with\ (?:me|us)))?(?:\ (?:also|over|on))?
            \ (?:a|an|the|your|some|any|one\ of\ your|this|these|those|that|my|our|two
            |three)\b(?P<object>(?:\ [\w'’-]+){0,5})
            |\b(?:give|get|have|for)\ (?:me\ |us\ )?(?:a|the|your)\ (?:copy|access|contact|list|template|slides
            |link|recording)\b"""
        ),
    ),
    (
        Act.SPEAK,
        _of(
            r"""\b(?:speak|talk|present|(?:give|hold)\ (?:a|the)\ (?:talk|lecture|workshop|keynote
            |class))\ (?:at\ (?:our|my|the)|to\ (?:our|my)|for\ (?:our|my))"""
        ),
    ),
    (
        Act.SHADOW,
        _of(
            r"""\b(?:shadow(?:ing)?\b|sit(?:ting)?\ in\b|spend(?:ing)?\ (?:a|the|some|one|two
            |half\ a)\ (?:\w+\ )?(?:days?|week|morning|afternoon)\b|for\ (?:a|one|half\ a|two)\ (?:(?:whole
            |full)\ )?(?:days?|weeks?)\b
            |work(?:ing)?\ (?:alongside|beside)\ you|trial\ (?:day|shift))"""
        ),
    ),
    (
        Act.SERIES,
        _of(
            r"""\b(?:(?:every|each|once\ an?|once\ every|twice\ an?|times\ an?)\ (?:\w+\ )?(?:week|month
            |fortnight|quarter)|weekly|monthly|fortnightly|bi-?weekly|regular(?:ly)?|series\ of|ongoing
            |on\ a\ regular)\b"""
        ),
    ),
    (
        Act.VISIT,
        _of(r"""\b(?:visit(?:ing)?|com(?:e|ing)\ and\ (?:see|watch|visit)|tour\ of|see\ your|watch\ you)\b"""),
    ),
    (Act.JOIN, _of(r"\bjoin(?:ing)?\ (?:your|the|you\b)(?!\ (?:on|for)\ a)")),
    (Act.MEAL, _of(r"\b(?:lunch|dinner|supper|breakfast)\b")),
    (
        Act.PUBLISH,
        _of(
            r"\b(?:mention(?:ing)?\ (?:me|us|my|our)|link\ (?:to\ (?:my|our)|on)|repost|publish\ (?:my|our)"
            r"|promote\ (?:my|our)|spread\ the\ word)\b"
        ),
    ),
    (Act.MONEY, _of(r"\b(?:fund|sponsor|donate|invest\ in|lend\ (?:me|us)\ (?:money|\d))\b")),
)
"""Acts by their words, those that are looked for first first."""

TALK = _of(
    r"""\b(?:(?P<time>minutes?|mins?|hours?|half[- ]hour|hour|call|calls|phone|zoom|meeting|meet|talk|speak|chat
    |session|lesson|coffee|tea|conversation|moment|ring
    |time|video|slot|appointment|\d+[- ]minute|conversations|evening|morning|afternoon|exchange|compare\ notes
    |swap\ notes|catch\ up|get\ together|teams|skype|spare)
    |answers?|reply|replies|lines?|words?|questions?|advice|advise|tips?|hints?|pointers?|thoughts?|views?
    |opinion|help|e-?mail|note|message|sentences?|experience|story|stories|insights?
    |perspective|suggestions?|ideas?|impressions?|hear\ from\ you|ask\ you|write\ back|explain|lessons|bit|way
    |sense|chance|hand|guidance|input|date|day|knowledge|wisdom|yes|no|reasons?|examples?)\b"""
)
"""Words for a talk (``time``) and for an answer."""

TALK_VERBS = frozenset(
    """
    accept advise afford agree allow answer ask be book call chat choose come compare comment confirm consider
    describe discuss do drop elaborate exchange explain find fit give go guide have hear help imagine know lead look
    let make manage meet mind name offer phone pick picture point recommend remember reply respond ring say see
    set share show spare speak squeeze suggest swap take talk teach tell think trade understand walk warn write
    """.split()
)
"""Verbs of a talk or an answer; any other asks for something of its own."""

WAY_OUT_VERBS = _of(
    r"""(?:(?:also|just|then|simply|still)\ )*(?:say\ (?:no|so|that|if|when)|tell\ me\ (?:so|no|if|when)|ignore
    |don['’]t|do\ not|do\ say|do\ tell|never|not\b|forget|disregard|decline|leave\b|think\ no|skip
    |pass\ (?:it\ )?by|excuse|forgive|accept
    |find\b|note\b|bear\b|keep\b|take\ (?:it|this|care|your\ time|all)|delete|refuse|worry|hesitate|be\ (?:honest
    |frank|blunt|assured|in\ no)|give\ (?:my|the|him|her|them)|greet|pass\ (?:on\ )?my|thank|turn\ (?:me|this
    |it)\ down|wait|enjoy|believe)"""
)
"""What follows “please” where nothing is asked: a way out, a greeting."""
