"""The words in which a mentee jots down how somebody else is: kin, moods, ailments, money."""

from __future__ import annotations

import re

from outreach.wording.patterns import regex

CLOSE_KIN = (
    r"(?:(?:ex-?)?(?:husband|wife|partner|spouse|boyfriend|girlfriend)|hubby|missus|fianc[eé]e?|other half|exes"
    r"|(?:step|grand|god)?(?:son|daughter|child(?:ren)?|mother|father|mum|mam|mom|dad|ma|pa|parents?|brother|sister)s?"
    r"(?:-in-law)?|in-laws|mammy|mummy|mommy|daddy|kids?|toddlers?|twins|bab(?:y|ies)|nan|nana|nanny|gran|granny"
    r"|grand(?:ma|pa|dad)|granddad|siblings?|famil(?:y|ies))"
)
"""Whoever is nearest to somebody; a line that names one of them with "her" or "his" is about the family."""
_WIDE_KIN = r"(?:aunt(?:ie|y)?|uncle|niece|nephew|cousin|godmother|godfather|friend|flatmate|housemate|neighbour)"
_KIN = rf"(?:{CLOSE_KIN}|{_WIDE_KIN})"

_NAME = r"(?!(?:I|A)\b)[A-Z][\w-]*\.?"
_PERSON = rf"(?!(?:Every|No|Any|Some)(?:one|body)\b|(?:We|The|It|This|That|You|If|When|Who|What)\b){_NAME}"
_SHE = r"(?:[Ss]he|[Hh]e|[Tt]hey)"
_WHO = rf"(?:{_SHE}|{_PERSON}|(?<![Mm]y )\b(?i:{_KIN}))"
_BE = (
    r"(?:['’](?:s|re)(?: been)?|\s+(?:is|are|was|were|has been|have been|had been|been|isn['’]t|wasn['’]t|aint|ain['’]t"
    r"|must be|might be)(?: been)?)"
)
_SEEM = (
    r"(?:\s+(?:clearly |obviously |just |still )?(?:looks|looked|looking|seems|seemed|sounds|sounded|feels|felt"
    r"|feeling|came across as|gets?|got|getting|went))"
)
_QUITE = (
    r"(?:(?:a (?:bit|little|tad|touch)|bit|a bit of|very|v|quite|so|really|rather|still|pretty|totally|completely"
    r"|absolutely|utterly|fairly|kind of|kinda|sort of|clearly|visibly|obviously|just|also|all|always|properly|super"
    r"|extremely|terribly|feeling|looking) ){0,3}"
)
# Of nothing but people, and never of their work.
_FEELS = (
    r"(?:knackered|exhausted|frazzled|worn[ -]out|wiped[ -]out|burn(?:ed|t)[ -]?out|run[ -]down|run ragged|dead tired"
    r"|dog-tired|tired(?! of)|sleep-deprived|teary|tearful|weepy|in tears|stressed(?![ -]test)(?: out)?|fed[ -]up"
    r"|gutted|heartbroken|devastated|miserable|homesick|lonely|grumpy|cranky|moody|snappy|irritable|down in the dumps"
    r"|hung ?over|in bits|in a (?:bad|foul|dark|rough|terrible|right|bit of a) (?:state|mood|place|way)"
    r"|at (?:the end of )?(?:her|his|their) wits['’]? end|at the end of (?:her|his|their) (?:rope|tether)|depressed"
    r"|anxious|overwhelmed|unhappy|skint|hard up|strapped for cash|grieving|in mourning|heavily pregnant"
    r"|not (?:feeling )?(?:(?:very|too|so|at all|all that) )?(?:well(?![ -]\w+(?:ed|en|n)\b)"
    r"|great (?:today|at the moment|these days)|(?:her|him)self)"
    r"|unwell|poorly(?! \w+ed\b)|under the weather|laid up|bedridden|housebound|dying"
    r"|off (?:sick|ill)|out sick|signed off(?: (?:sick|ill|work|with stress)| (?=for|un?til)|(?=\W*$))|on the sick"
    r"|in (?:a )?(?:hospital(?! (?:work|management|pharmac|administration)\w*)|hospice|A&E|rehab|intensive care"
    r"|a cast|plaster|pain|agony)|on crutches|in a wheelchair"
    r"|having (?:a hard|a rough|a bad) (?:time|week|month|year|patch))\b"
)
# Of things as well: only where it is how somebody looks, or of a pronoun.
_OF_THINGS = (
    r"(?:wrecked|shattered|drained|done in"
    r"|out of sorts|tense|crushed|ropey|rattled|peaky|washed[ -]out|wretched|nervous"
    r"|worried|upset|sad|angry|annoyed|irritated|shaken|cross(?!-)|frustrated|distant|subdued|withdrawn|ill|sick)\b(?!-)"
)
# Of figures as well.
_OF_NUMBERS = (
    r"(?:down|low|flat|off|rough|pale|strained|bitter|broken)\b(?!-| (?:\w+ing|the|an?|on|by|to|in|for|\d\S*)\b)"
)
_AILMENT = (
    r"(?:(?:(?:bad|heavy|nasty|terrible|awful|stinking|rotten|slight|bit of a|chest|head) )*(?:cold(?=\W*(?:$|[,.;!)]"
    r"|(?:and|so|but|today|again|since|all)\b))|flu|cough|fever|temperature(?=\W*$)|migraines?|headaches?"
    r"|chest infection|stomach bug|tummy bug|sore throat|hangover|covid|shingles|pneumonia|sciatica|arthritis|vertigo"
    r"|insomnia|panic attacks?|breakdown(?! of)|bad (?:back|hip|knee|heart|neck|shoulder|leg|foot|chest|eyes?|hands?"
    r"|wrist)|slipped disc|broken (?:arm|leg|wrist|ankle|hip|foot|collarbone|rib)))\b"
    r"(?! (?:clinic|ward|season|jab|jabs|vaccin\w+|patients?|clients?|study|studies|data|course|campaign|care)\b)"
)
_TREATED = (
    r"(?:chemo(?:therapy)?|radiotherapy|radiation|dialysis|IVF|physio|counselling|an? (?:[\w-]+ )?(?:op|operation"
    r"|procedure|biopsy|scan|MRI|transplant|bypass)|(?:[\w-]+ )?surgery|(?:hip|knee|back|eye|heart|cataract)"
    r" (?:op|operation|replacement|surgery))\b(?! (?:ward|unit|nurses?|team|course|data|patients?|clinic)\b)"
)
_BODY = r"(?:back|hip|knee|neck|shoulder|wrist|hand|hands|eyes|eyesight|heart|lungs|hearing|memory|nerves|health)"
_FAILS = (
    r"(?:bad|gone|going|worse|failing|sore|killing (?:her|him)|acting up|playing up|giving out|at (?:her|him) again"
    r"|dodgy|banjaxed|not (?:good|great|right)|in bits)\b(?! (?:at|for|to)\b)"
)

_LIVES = tuple(
    regex(pattern)
    for pattern in (
        rf"\b{_WHO}(?:{_BE}|{_SEEM})\s+{_QUITE}{_FEELS}",
        rf"\b{_WHO}{_SEEM}\s+{_QUITE}{_OF_THINGS}",
        rf"\b{_PERSON} (?:seem|sound)(?:s|ed) {_QUITE}{_OF_NUMBERS}",
        rf"\b(?:{_SHE}|[A-HJ-Z]\.?|(?<![Mm]y )(?i:{_KIN}))(?:{_BE}|{_SEEM})\s+{_QUITE}(?:{_OF_THINGS}|{_OF_NUMBERS})",
        rf"(?<![Mm]y )\b(?i:{_KIN})(?:['’]s| is|) {_QUITE}(?:{_FEELS}|in a (?:care |nursing )?home\b)",
        # "Looked wrecked", "not well today": nobody is named, and the mentee writes of themselves with "I".
        rf"^\W*(?i:looks|looked|seems|seemed|sounds|sounded)\s+{_QUITE}(?:{_FEELS}|{_OF_THINGS}|{_OF_NUMBERS})",
        (
            rf"^\W*(?i:{_QUITE}(?:{_FEELS}))(?: (?:today|again|tonight|this week|at the (?:moment|end)"
            r"|(?:since|till|until) \w+|lately))*\W*(?:$|,)"
        ),
        (
            r"(?<![Mm]y )\b(?i:bad (?:back|hip|knee|heart|neck|shoulder|leg|chest|eyes))"
            r"(?=\W*(?:$|[,.;)])| (?:again|today|so)\b)"
        ),
        rf"^\W*(?i:having|has|had|needs) {_TREATED}",
        (
            rf"\b{_WHO}(?:{_BE}|\s+(?:still )?(?:has|have|had|got|gets|caught|with))(?: got| had| down with)?"
            rf"(?: (?:an?|the|her|his|their|some))? {_AILMENT}"
        ),
        rf"\b(?:down|in bed|home|off|out) with (?:an?|the)? ?{_AILMENT}",
        (
            rf"\b{_WHO}(?:{_BE}\s+(?:{_QUITE})?(?:on|having|in for|getting|doing|due|booked (?:in )?for"
            r"|going in for|waiting (?:for|on)|back (?:at|on|from)|recovering from)"
            r"|\s+(?:has|had|have|needs|starts|started|finishe[sd]"
            rf"|is having|goes in for)(?: to have)?)(?: (?:her|his|their|the))? {_TREATED}"
        ),
        (
            r"\b(?:[Hh]er|[Hh]is|[Tt]heir) (?:\w+ )?(?:op|chemo|radiotherapy|hospital appointment|scan results|biopsy"
            r"|blood pressure|blood sugar|nerves)\b"
        ),
        rf"(?<![Mm]y )\b(?i:{_BODY})(?:['’]s| is| are| was| were) {_QUITE}{_FAILS}",
        (
            r"(?<![Mm]y )\b(?i:operation|op|surgery|chemo) (?:in|on|next|since|at the) (?:the )?"
            r"(?:january|february|march|april|may|june|july|august|september|october|november|december|jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec"
            r"|spring|summer|autumn|winter|week|month|new year|mon|tues?|wed|thur?s?|fri)\w*\b"
        ),
        r"\b(?:[Hh]er|[Hh]is|[Tt]heir|[Tt]he) (?:missus|hubby|other half)\b",
        # "2 boys at home", "3 kids": a count of theirs.
        (
            rf"\b(?:{_SHE}|{_PERSON}) (?:has|have|had|got) (?:\d|two|three|four|five|no)"
            r" (?:small |little |young |grown )?(?:kids|children|sons|daughters|boys|girls|grandchildren)\b"
        ),
        (
            rf"\b{_WHO} (?:(?:has|had|have|just|has just|had just) )?(?:died|passed away|passed on"
            r"|buried (?:her|his|their)|got (?:engaged|married|divorced)|split up|broke up|separated|miscarried)\b"
        ),
        rf"(?<![Mm]y )\b(?i:{_KIN})(?:['’]s)? (?:funeral|wake|wedding|birth|christening|illness|diagnosis)\b",
        rf"\b{_SHE}(?:['’](?:s|re)| is| are) on (?:[$€£]\s?\d|\d[\d.,]* ?(?:k|grand)\b)",
        (
            r"\b(?:money|cash)(?:['’]s| is| was) (?:very |v |a bit |really |so )?(?:tight|short)"
            r" (?:for (?:her|him|them)|at home|with (?:her|him|them))\b"
            r"|\b(?:her|his|their) money (?:worries|troubles|problems)\b"
        ),
        (
            rf"\b(?:{_SHE}|{_PERSON})(?:['’](?:s|re)| is| are) (?:\w+ )?(?:on (?:her|his|their) way out\b"
            r"|thinking (?:of|about) (?:leaving|quitting|selling up|retiring|packing it in|giving (?:it|up)"
            r"|going solo|jacking))"
        ),
        rf"\b(?:{_SHE}|{_PERSON})\b[^.;]{{0,30}}\bin court (?:over|with|against|about)\b",
    )
)


def tells_of_a_life(line: str, general: re.Pattern[str]) -> bool:
    """Whether a line tells how somebody else is; ``general`` matches what makes it about nobody, in front of it."""
    return any(not general.search(line[: found.start()]) for one in _LIVES for found in one.finditer(line))
