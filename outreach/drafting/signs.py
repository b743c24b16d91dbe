"""Words and turns of phrase that speak for a fact as the ground of a first contact, or against it."""

from __future__ import annotations

import re

from outreach.wording import words as w
from outreach.wording.patterns import regex

# Words that stand in many backgrounds and tie nobody to anybody.
COMMON = frozenset(
    w.stem(word)
    for word in """
    work year company team people make help new first time day week month good part lead job start small
    begin want get take learn know find run keep give way thing place own long big old young city country world
    today tell ask talk need go come look see live life person hour minute university institute department group
    office show bring use advanced senior junior several many
    """.split()
)
# Said of somebody else as often as of oneself, or of a thing.
LOOSE_POSTS = frozenset(
    """
    associate child client dad daughter executive father fellow guide head lead leader mentee mentor mother mum owner
    parent parents partner president principal student worker
    """.split()
)
MONTHS_AND_DAYS = frozenset(
    w.stem(word)
    for word in """
    january february march april june july august september october november december
    monday tuesday wednesday thursday friday saturday sunday
    """.split()
)


def _any(words: str, *patterns: str) -> re.Pattern[str]:
    """Any of some words, or of some patterns, as whole words; ``*`` stands for any ending."""
    listed = (re.escape(word).replace(r"\*", r"\w*") for word in words.split())
    return regex(rf"\b(?:{'|'.join([*listed, *patterns])})\b", re.IGNORECASE)


# What the mentor was before, and is no longer or was first.
ONCE = _any(
    """
    was were began started former formerly ex trained qualified spent before until till apprenticed learned learnt
    """,
    r"had been",
    r"used to",
    r"worked (?:as|in|at|for)",
    r"came (?:to|from)",
    r"years (?:as|at|on|behind)",
)
TURNED = _any(
    "left switched switching retrained retraining became becoming quit",
    r"mov(?:ed|ing) (?:from|into|to|over|on)",
    r"turn(?:ed|ing) (?:from|to)",
    r"gave up",
    r"went (?:from|into)",
    r"came to",
    r"(?:began|started|start) (?:out )?as",
    r"(?:sent|pulled|led|brought) \w+ into",
    r"before (?:that|she|he|they|I|you)",
    r"after (?:\w+ ){1,3}(?:years|postdocs?|seasons|jobs)",
)
# A goal that leads from one thing to another.
TO_TURN = _any(
    "move moving switch switching become becoming change leave leaving retrain transition first into qualify instead",
    r"get (?:out|into|off|from)",
    r"go from",
    r"step up",
    r"out of",
    r"from \w+(?: \w+){0,3} to",
)
FOUND = _any(
    "open opened opening found founded founding launch* built build building buy bought",
    r"set(?:ting)? up",
    r"start(?:ed|ing)? (?:an?|my|her|his|their|your|the)",
    r"t(?:ook|ake) over",
)
PASSES_ON = _any(
    "teach* taught mentors mentored tutor* coaches coached apprentice* trainee* beginner* newcomer* juniors interns"
    " course courses workshop workshops handbook",
    r"train(?:s|ed|ing)? (?!as\b)",
)
OPENLY = _any("show shows publish* tell tells wrote write writes talk talks spoke framed keep keeps kept explain* walk")
WRONG = _any("fail* mistake* lost wrong cracked broke refus* reject* error errors", "threw away", "without an answer")
WISHES = _any(
    "want wants wish wishes cannot struggl*",
    r"would like",
    r"hop(?:e|es|ing) to",
    r"can['’]t",
    r"do(?:es)?n['’]t (?:know|understand)",
    r"never (?:learn\w*|used|tried)",
    r"stop (?!by\b)\w+ing",
)

# Their own life: family, home, animals, pastimes, body and mind; a midwife's mothers and a vet's dogs are none of it.
_THEIR_OWN = r"(?:my|her|his|their|your|two|three|four|an?|has|have)(?: own)?"
PRIVATE = _any(
    "married widow widower divorce* née allotment hobby hobbies enjoys loves likes marathon* deaf fled",
    rf"{_THEIR_OWN} (?:\w+ )?(?:husband|wife|spouse|mother|father|mum|dad|sons?|daughters?|kids|child|children|twins)",
    rf"{_THEIR_OWN} grand\w+",
    r"(?:mother|father|mum|dad) of",
    r"(?:with|has|have|owns?|keeps?|walks?|one) (?:\w+ ){0,2}(?:dogs?|cats?|goats?|hens|horses?|pony|parrots?)",
    r"born (?:in|on|at|\d)",
    r"lives? (?:in|with|near|on)",
    r"(?:spare|free) time",
    r"(?:when not|outside) work\w*",
    r"(?:at|on) weekends",
    r"plays? (?:the|an?)",
    r"sings? (?:alto|bass|tenor|soprano|in)",
    r"bakes? for",
    r"burn(?:ed|t)?[- ]?out",
    r"at the age of (?:\d|1\d|\w+)",
    r"(?:had|survived|beat|diagnosed with|recover\w* from) (?:\w+ )?(?:cancer|stroke|illness|depression|breakdown)",
    r"(?:is|was|been|were|are|went|born) (?:\w+ )?(?:blind|ill|disabled|sober|depressed)",
    r"(?:as|was|were) an? (?:refugee|orphan)",
    r"(?:my|her|his|their|your) \w+ (?:quit|resigned|walked out)",
)
# Praise of somebody's person or employer: it says nothing that they did.
BOAST = _any(
    """
    passionate dedicated dynamic motivated enthusiastic visionary excellence renowned prestigious synerg*
    stakeholder* award* nominat* prize medal shortlisted winner honour* honor* proud* humbled thrilled
    """,
    r"results[- ]driven",
    r"thought leader",
    r"committed to",
    r"proven track",
    r"world[- ]class",
    r"(?:fellow|member) of",
    r"first (?:\w+ )?woman",
)
DEGREE = regex(
    r"\b(?:holds? an?|Ph\.?D\.?|M\.?Sc\.?|B\.?Sc\.?|B\.?A\.?|M\.?A\.?|MBA|diploma"
    r"|doctorate|(?:an?|your|her|his|my) (?:\w+ )?degree"
    r"|certified|certificates?|chartered|studied|graduated)"
)
LANGUAGES = regex(r"\b[Ss]peaks? (?:fluent |some |native )?[A-Z][a-z]+(?:,| and\b|$)")
DATED_LINE = regex(r"[\s(]*(?:\d{1,2}/)?(?:19|20)\d\d\s*(?:[-–—]|to\b|:|\d)|[^.]{0,60}\bsince (?:19|20)\d\d\.?$")
LONGEST_CV_LINE = 12
"""Words; what is longer tells more than a post and its dates."""
HOLDS_A_POST = regex(
    r"(?:(?:since|from|in|until) [^,]{4,30} )?you (?:(?:are|were)(?! (?:\w+ )?known| the one)|hold|live|joined|serve"
    r"|have (?:been|served|over|more than|\w+ years)|work(?:ed)? (?:at|for|in))\b",
    re.IGNORECASE,
)
LABELS = regex(r"^[A-Z]{4,}\b|\||·.*·|(?:^|\s)#\w|(?:;[^;]*){3,}|©|→\s*\w+\s*→")
