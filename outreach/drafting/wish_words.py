"""The words in which people wish: what stands in front of a wish, behind it and between two of them."""

from __future__ import annotations

import re

from outreach.wording.patterns import regex

LEAD = regex(
    r"^(?:(?:well|so|idk|dunno|hmm+|ok(?:ay)?|honestly|basically|also|and|or|but|then|plus|maybe|perhaps|ideally|hopefully|mainly|mostly"
    r"|first(?:ly)?|second(?:ly)?|finally|really|tbh|to be honest|above all|at least|in general|probably|definitely"
    r"|i (?:think|guess|suppose|believe|know)(?: that)?(?! (?:about|of)\b)|most of all|one day|someday)\b[,:]?\s+)+",
    re.IGNORECASE,
)
BULLET = regex(r"^\s*(?:[-–—*•·+>]+|\(?\d{1,2}[.)]|[a-z]\))\s+")
_HOW = r"(?:(?:really|also|just|still|only|most|eventually|finally|one day|very much|so much|ideally)\s+)*"
TAIL = regex(
    r"[\s,]+(?:lol|haha|hehe|maybe|perhaps|i (?:think|guess|hope|suppose)|or so|or something|please|etc)$"
    r"|\s*[:;]-?[)(DP]$",
    re.IGNORECASE,
)
ASIDE = regex(
    r"^(?:after|with|since|as|when|once|having|for|because|at|from|besides|apart from|in|on|by)\b[^;]{2,90}?,?\s+"
    r"(?=(?:i|we)(?:['’]d\s+|\s+would\s+|\s+)(?:\w+\s+)?(?:like|love|want|hope|plan|need|aim|see|dream)\b)",
    re.IGNORECASE,
)
"""What stands in front of a wish: ``After seven years at home I want …``."""
BARE_FRAME = regex(
    rf"^(?:i|we)(?:['’]d|\s+would)?\s+{_HOW}(?:like|love|want|need|hope|plan|wish)\s+(?=(?P<verb>\w+)\s+(?P<next>\w+))",
    re.IGNORECASE,
)
"""A frame without its "to"; for those to whom English is new."""
FRAME = regex(
    rf"^(?:(?:i|we)(?:['’]d|\s+would)?\s+{_HOW}"
    r"(?:like|love|want|prefer|need|hope|plan|aim|intend|wish|mean|dream|have|ought|got)(?:\s+(?:most|now|next))?\s+to\s+"
    r"|i(?:['’]m|\s+am)\s+" + _HOW + r"(?:hoping|planning|trying|aiming|looking|working|going|keen|determined)\s+to\s+"
    r"|(?:gonna|wanna|want to|wants? to|hoping to|hope to|trying to|need to|like to|would like to|love to|plan to)\s+"
    r"|(?:my|the|our)\s+(?:\w+\s+){0,2}(?:goal|aim|dream|plan|hope|wish|idea|ambition)(?:\s+\w+)?\s+(?:is|would be)"
    r"\s+(?:to\s+)?"
    r"|it\s*(?:['’]d|\s+would)\s+be\s+(?:\w+\s+)?(?:great|nice|good|lovely|a dream|amazing|wonderful|perfect)\s+to\s+"
    r"|(?:i['’]d|i would)\s+be\s+(?:very |so |really )?(?:happy|glad|proud|pleased|content|delighted)\s+(?:to\s+"
    r"|if\s+(?:i|we)\s+could\s+)"
    r"|(?:i|we)(?:['’]ll|\s+will|\s+shall|\s+must|\s+should|(?:['’]ve|\s+have)\s+got\s+to)\s+"
    r"|[^.]{0,120}?\bwhat\s+(?:i|we)\s+(?:really\s+|most\s+)?(?:want|need|would\s+like)\b"
    r"[^.]{0,60}?\bis\s+to\s+|to\s+)",
    re.IGNORECASE,
)
SEES = regex(
    r"^(?:i\s+(?:can\s+)?(?:see|picture|imagine)\s+(?:myself|me)|i\s+dream\s+of|dreaming\s+of"
    r"|i(?:['’]d| would)\s+see\s+myself"
    r"|i\s+(?:think|dream)\s+(?:about|of)|(?:i['’]m|i am)\s+(?:thinking\s+(?:about|of)|interested\s+in)"
    r"|i['’]ll\s+be|i\s+will\s+be|be)\s+(?=(?:my own\s+)?\w+ing\b)",
    re.IGNORECASE,
)
SEES_AS = regex(r"^i\s+(?:can\s+)?(?:see|picture|imagine)\s+(?:myself|me)\s+(?P<how>as|in|at|with)\s+", re.IGNORECASE)
WANTS = regex(
    rf"^(?:i|we)(?:['’]d|\s+would)?\s+{_HOW}(?:like|love|want|need)\s+(?=(?:an?|the|my|our|more|less|some|better|enough"
    r"|[a-z]+er)\b)",
    re.IGNORECASE,
)
CAN = regex(r"^(?:i|we)\s+(?:can|could)\s+", re.IGNORECASE)
STATE = regex(r"^i(?:['’]m|\s+am)\s+", re.IGNORECASE)
SHOULD = regex(r"^(?:my|our|the)\b.*\b(?:should|must|needs?\s+to|has\s+to)\s+\w+", re.IGNORECASE)
HAVE = regex(r"^i(?:['’]ve|\s+have)\s+(?:got\s+)?(?!been\b)", re.IGNORECASE)
SHOWN = regex(
    r"\b(?:nobody|no\s?one|none|never|anyone|anybody|someone|somebody|not)\b.*?\b(?:showed|shown|taught|teach|explained"
    r"|explain|told|tell|show|helped|learn(?:ed|t)?|knew)\b(?:\s+(?:to\s+)?(?:me|us))?\s+(?P<how>how\s+to\s+.+)",
    re.IGNORECASE,
)
NOTHING = regex(
    r"\b(?:no idea|don['’]?t know|dunno|not sure|not certain|no clue|who knows|hard to say|can['’]?t say|nothing (?:yet"
    r"|really|special)|too far away|idk)\b|^(?:n/?a|none|nothing|no|yes|ok|tbd|\?+|-+)$",
    re.IGNORECASE,
)
TELLS = regex(
    r"^(?:esp(?:ecially)?|e\.g|i\.e|such as|including|"
    r"i|we|it|this|that|there|he|she|they|my|our|the|what|because|since|as|so|but|when|if|although|though|which"
    r"|who|everybody|everyone|nobody|people|you)\b",
    re.IGNORECASE,
)
WHY = regex(
    r"[,;]?\s+(?P<why>(?:because|since|so that|so (?=(?:i|my|we|the|our|they|it)\b)|in order to"
    r"|as (?=i\b|my\b|we\b))\s*.+)$",
    re.IGNORECASE,
)
BECAUSE = regex(r"^(?:because|so that|that way|then|this way|since)\b", re.IGNORECASE)
SPLIT = regex(
    r"\s*;\s+|\s*(?:\.{2,}|…)\s*(?:then\s+)?(?=\w)|\s+(?:->|→|=>)\s+|(?<=\w)[.!]+\s+(?=(?:also|and|then|maybe|plus|or|but|i)\b)"
    r"|(?<=\w{3})[.!]+\s+(?=(?-i:[a-z]))"
    r"|,?\s+and\s+(?=(?:also\s+)?i(?:['’]d|\s+(?:have|want|would|hope|can|am|need|see)|['’]m|['’]ve|['’]ll)\b)",
    re.IGNORECASE,
)
_THEN = r"(?:(?:then|also|maybe|perhaps|ideally|eventually|one day)\s+)?"
PART = regex(rf"\s*,\s*(?:and\s+|then\s+|or\s+)?{_THEN}|\s+(?:and|or)\s+{_THEN}", re.IGNORECASE)
NUMBERED = regex(
    r"(?:\b(?:level|grade|part|phase|step|stage|year|band|tier|type|class|number|no\.?|version|unit|module|by|at|until"
    r"|from|to|age|aged)|\b(?-i:[A-Z]{2,}))\s*$",
    re.IGNORECASE,
)
"""What a number names, and does not count: ``level 3``."""
