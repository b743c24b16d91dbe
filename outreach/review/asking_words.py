"""How English asks: the words that begin a request, what carries it on, and what makes it none."""

from __future__ import annotations

import re

from outreach.wording.patterns import regex

SOFT = (
    r"(?:please|perhaps|possibly|kindly|also|just|maybe|ever|still|then|now|even|first|by any chance|at some point"
    r"|one day|therefore|too|in addition|likewise"
    r"|be (?:so kind as to|so good as to|willing to|able to|happy to|glad to|open to|up for|prepared to|ready to"
    r"|kind enough to|interested in|game for)|mind|consider|like to|care to|want to|dare to|get to)"
)
TRIGGER = regex(
    r"""
      \b(?P<would>would\ you|would\ it\ be\ (?:possible|all\ right|ok(?:ay)?|too\ much|asking\ too\ much))\b
    | \b(?P<can>(?:could|can|will|might|may|won['’]t|couldn['’]t|can['’]t)\ you
        |(?:perhaps|maybe|possibly),?\ you\ (?:could|can|might|would)|you\ could\ (?:perhaps|maybe|possibly|also))\b
    | \b(?P<mine>(?:could|can|may|might|shall)\ (?:I|we)|mind\ if\ I|is\ it\ (?:ok(?:ay)?|all\ right)\ if\ I)\b
    | \b(?P<have>do\ you\ (?:\w+\ )?(?:have|know|mind|offer|take|see)|have\ you\ (?:got\ )?(?:a|any|\d+|time)\b
        |are\ you\ (?:\w+\ )?(?:free|available|open|willing|up\ for|happy|interested|around|able|prepared)
        |is\ there\ (?:a|any|some|perhaps)|(?:is\ there\ )?any\ chance|can\ I\ count\ on|how\ about|shall\ we|fancy
        |would\ (?:a|an|another|one|some|half|(?:the\ )?\d+|two|ten|fifteen|twenty|thirty|forty|sixty|this|that)\b)
    | \b(?P<wish>I(?:['’]d|\ would|\ should)\ (?:(?:also|still|really|very\ much|dearly|so|just)\ )*
        (?:be\ (?:\w+\ ){0,2}?(?:grateful|thankful|obliged|indebted|delighted|pleased|glad|happy|honou?red)
            \ (?:for|of|if|to\ (?:have|get|hear|ask|know|talk|speak|meet|learn\ how|receive|be\ able))
          |appreciate|welcome|value|(?:love|like|want|be\ curious|be\ interested)\ (?:it\ if\ |to\ (?:ask|talk
          |speak|meet|call|ring|hear|know|visit
            |discuss|chat|learn\ (?:how|what|why|which|from\ you\ how)|arrange|request|invite|see|pick|have|get
            |join|book|understand|come|send|shadow|spend|watch|bring|use|borrow|swap|compare|exchange|show
            |receive|include)\b
            |(?:you|your|us|a|an|some|twenty|fifteen|ten|thirty|half|\d+)\b|if\ you|for\ you|in\ hearing))
        |it\ would\ (?:\w+\ )?(?:be|help|mean|make)\b(?:\ (?!if|to)[\w']+){0,5}?\ (?:if\ (?:you|we|I)|to\ (?:get
        |have|hear|talk|speak|meet|know|see|ask|learn|visit|join|receive|shadow|compare|swap))
        |I['’]ll\ be\ (?:grateful|glad|happy)\ (?:for|if))\b
    | \b(?P<hope>I(?:['’]m|\ am|\ was|\ have\ been|['’]ve\ been)?\ (?:just\ |also\ )*(?:hope|hoping|wonder
    |wondering|wish)\ (?:that\ |if\ |whether\ |to\ (?=ask|talk|hear|meet|call)|for\ )?
        (?=you\b|I\ (?:might|may|could|can)|we\ |there\ |a\ |an\ |some\ |ask|talk|hear|meet|call|it\ would))
    | \b(?P<want>I\ (?:want|need|wanted|needed|ask|beg|request|seek|hoped|have)\ (?=you\b|your\b|to\ ask
    |for\ (?:a|your|\d)|(?:just\ )?(?:one|a|two|this)\ (?:\w+\ )?(?:question|request|favou?r))
        |I(?:['’]m|\ am)\ writing\ to\ (?:ask|request|see|find\ out|enquire|inquire)(?:\ you)?(?:\ (?:for|if
        |whether))?|I(?:['’]m|\ am)\ (?:\w+\ )?(?:asking|looking|searching|in\ search)\ (?:for|of|if|whether|you)\b
        |my\ (?:\w+\ ){0,2}(?:question|request|ask|favou?r|wish)\ (?:\w+\ ){0,3}?(?:is|would\ be)\b
        |(?:the\ one\ thing|all|what)\ I(?:['’]d|\ would|\ want|\ am
        |['’]m)?\ (?:\w+\ ){0,2}?ask(?:ing)?\b[^.?!]{0,20}?\bis)
    | \b(?P<if>if\ (?:you\ (?:could|can|would|were|had|have|might|are\ (?:willing|open|free|able|up\ for)|find
    |(?:can\ )?spare)|(?:a|an
    |twenty|fifteen|\d+|there)\b))
    | \b(?P<please>(?<!you\ )please|kindly|feel\ free\ to|let\ me\ know|be\ so\ kind)\b
    | ^\W*(?P<order>(?:just\ |so\ |then\ |do\ |simply\ |maybe\ |perhaps\ |also,?\ )*(?:tell|send|give|show|teach
    |explain|introduce|share
        |forward|write|drop|call|ring|help|lend|read|put|name|look|review|let)\ (?=me\b|us\b|my\b|back\b
        |a\ (?:time|day|date)|(?:at|over)\ my))
    """,
    re.IGNORECASE | re.VERBOSE,
)
EMBEDDED = regex(
    rf"^[\s,]*(?:(?:that|if|whether|for|when|it)\s+)*(?:(?:you|I|we|there|it)\s+)?"
    rf"(?:(?:would|could|can|might|may|will|were|had)\s+)?(?:(?:you|I|we)\s+)?(?:{SOFT}\b[\s,]*)*",
    re.IGNORECASE,
)
JOINT = regex(
    r"(?:[,;:—–-]\s+|\s+)(?:and|but|plus|as well as)\s+(?:then\s+|also\s+)*|[;:—–]\s+|\s-\s+"
    r"|,\s+then\s+",
    re.IGNORECASE,
)
OR = regex(r",?\s*\bor\b\s", re.IGNORECASE)
TOPIC = regex(
    r"\b(?:about|regarding|concerning|around|how|what|which|why|whether|where|when|who)\b"
    r"|(?<=minutes)\ on\b|(?<=hour)\ on\b|(?<=call)\ on\b|(?<=phone)\ on\b|(?<=notes)\ on\b|(?<=question)\ on\b"
    r"|(?<=advice)\ on\b|(?<=talk)\ on\b",
    re.IGNORECASE,
)
QUESTION_WORD = regex(r"^\W*(?:(?:and|but|so|also|then|now),?\s+)?(?:how|what|which|why|who|whom|whose|where)\b", re.I)
MORE = regex(
    r"\b(?:also|besides|in addition|additionally|likewise|on top of (?:that|this)|furthermore|another (?:thing"
    r"|request|question|favou?r)"
    r"|one (?:more|other|last|further) (?:thing|request|question|favou?r)|(?:a )?second (?:request|question"
    r"|favou?r|thing)"
    r"|while (?:I am|I['’]m|we are|you are) at it)\b|\b(?:too|as well)(?=\s*(?:[,.?!;]|$))",
    re.IGNORECASE,
)
# A deed asked for on top; an answer, its time or its form go with the one request.
AND_DO = regex(
    r"\W*and,? (?:would|could|can|will|might) you(?: please| perhaps| possibly)?"
    r" (?!tell|say|explain|let|share|give|advise|suggest|point|answer|describe|recommend|show|help|have|spare|do|be\b"
    r"|mind|write|reply|call|ring|phone|name|find|make|rather|prefer|please|perhaps|possibly|still|then|talk|speak)\w+",
    re.IGNORECASE,
)
TIMES = regex(
    r"\b(?:suits?|works?|convenient|easier|easiest|better|prefer|rather|instead|just as|equally|another (?:time|day)"
    r"|welcome|be fine)\b",
    re.IGNORECASE,
)
_NOT = (
    r"(?:\bnot\b|n['’]t\b|\btoo\b|\brather\b|\bprefer|\beasier|\bbetter|\bbusy\b|\binstead|\bimpossible"
    r"|\bdifficult|\bbad\b"
    r"|\bwrong|\binconvenient|\bno time|\bunable|\bawkward|\bfull\b|\bshort of time|\bhard\b|\bmuch\b)"
)
INSTEAD = regex(
    r"^\W*(?:(?:and|but|so)\s+)?(?:or\b|otherwise|alternatively|failing that|if (?:not|no|so)\b|unless"
    rf"|(?:if|should|in case|where) (?:that|this|it|now|time|writing|you|(?:a"
    rf"|the) [\w-]+)\b(?=[^.?!]{{0,60}}?{_NOT}))",
    re.IGNORECASE,
)
IF_NOT = regex(
    r"\bif (?:you(?:['’]d| would)? (?:prefer|rather)|you are not|you['’]re not|(?:that|this|it)(?:['’]s"
    r"| is) (?:easier"
    r"|better|too)|not)\b",
    re.IGNORECASE,
)
OFFER = regex(
    r"\b(?:in (?:return|exchange)|as a thank[- ]?you|for my part|if (?:they|it|that|this)(?:['’]s|['’]re| is| are"
    r"| were| would be)?"
    r" (?:of (?:any )?(?:use|interest|help)|useful|helpful|any use|help)|if useful|in case (?:it|that|they))\b",
    re.IGNORECASE,
)
GIVES = regex(r"^(?:I\s+)?(?:send|show|share|give|offer|bring|help|do|lend|teach|write|post)\b", re.IGNORECASE)
FIRST_PERSON = regex(r"\b(?:me|us|my|our|mine|ours)\b", re.IGNORECASE)
YOU = regex(r"\b(?:you|your|yours|you['’]\w+)\b", re.IGNORECASE)
SELF = regex(
    r"\b(?:I|we)(?: (?:often|still|keep|always|sometimes|have been|was|am))* (?:ask|asking|asked|wonder|wondering"
    r"|wondered) (?:myself|ourselves|if|whether|how|why)"
    r"|\basks? me\b|\bkeep asking\b|\bthat is what I wonder\b",
    re.IGNORECASE,
)
NAMES_QUESTION = regex(r"\b(?:questions?|ask|request|wonder(?:ing)?|know)\b", re.IGNORECASE)
HOPED = regex(
    r"(?:have|had|enjoy|get)\b(?! (?:time|room|\d+|an? (?:\w+ )?(?:moment|minutes?|few|idea|answer|hour)|half|ten"
    r"|fifteen|twenty|thirty))"
    r"|(?:are|were|feel|stay|keep|can (?:rest|forgive|enjoy))\b",
    re.IGNORECASE,
)
"""What is hoped for the reader alone: “I hope you have a quiet week”."""
PAST_WISH = regex(r"have (?:\w+ )?(?:\w{2,}(?:ed|en|wn|ne)|known|had|been|got|gone|thought)\b", re.IGNORECASE)
"""What could have been: “Could I have known that before?”"""
