"""British and American spelling: which of them a text keeps to, and a few common words in the other."""

from __future__ import annotations

import re
from typing import Literal

from outreach.wording.patterns import regex

Spelling = Literal["british", "american"]

# Verbs that Britain writes with -ise and America with -ize; words with -ise in both (advise, exercise) are not here.
_ISE = """
apologis categoris characteris computeris criticis customis digitis emphasis familiaris finalis generalis
localis maximis memoris minimis mobilis modernis normalis optimis organis prioritis realis recognis reorganis
specialis standardis summaris visualis
""".split()

# British and American of one word, in their whole forms.
_PAIRS = dict(
    pair.split("/")
    for pair in """
    analyse/analyze analysed/analyzed analysing/analyzing behaviour/behavior behaviours/behaviors
    cancelled/canceled catalogue/catalog catalogued/cataloged catalogues/catalogs centre/center centres/centers
    colour/color coloured/colored colours/colors counselling/counseling counsellor/counselor defence/defense
    enrol/enroll enrolment/enrollment favour/favor favourite/favorite favourites/favorites favours/favors
    fibre/fiber flavour/flavor flavours/flavors fulfil/fulfill grey/gray harbour/harbor honour/honor
    honoured/honored humour/humor jewellery/jewelry kilometre/kilometer kilometres/kilometers labelled/labeled
    labelling/labeling labour/labor litre/liter litres/liters metres/meters millimetre/millimeter
    modelled/modeled modelling/modeling mould/mold moulds/molds mum/mom neighbour/neighbor
    neighbourhood/neighborhood neighbours/neighbors offence/offense plough/plow programme/program
    programmes/programs sceptical/skeptical skilful/skillful theatre/theater theatres/theaters
    traveller/traveler travellers/travelers travelled/traveled travelling/traveling tyre/tire tyres/tires
    """.split()
)
# Nobody can tell from these: "program" is British for software, "tire" a verb, "gray" a name.
_DOUBTFUL_AMERICAN = frozenset({"program", "programs", "tire", "tires", "meters"})
_BRITISH_ONLY = frozenset("whilst maths cheque practised practising learnt fortnight licence aluminium storey".split())
_AMERICAN_ONLY = frozenset("gotten math aluminum practicing practiced".split())

_BRITISH_ISE = regex(rf"\b(?:{'|'.join(_ISE)})(?:e|es|ed|er|ers|ing|ation|ations)\b")
_AMERICAN_IZE = regex(rf"\b(?:{'|'.join(stem[:-1] + 'z' for stem in _ISE)})(?:e|es|ed|er|ers|ing|ation|ations)\b")


def spelling_of(text: str) -> Spelling | None:
    """The spelling that most of the telling words of ``text`` are in; ``None`` without one, or with as many of both.

    Words with a capital may be names and are not counted. -ize alone is American; beside a British word it is Oxford's.
    """
    found = re.findall(r"(?<![\w'’-])[a-z]+(?![\w'’])", text)
    american_words = frozenset(_PAIRS.values()) - _DOUBTFUL_AMERICAN - frozenset(_PAIRS)
    british = sum(word in _PAIRS or word in _BRITISH_ONLY or bool(_BRITISH_ISE.fullmatch(word)) for word in found)
    american = sum(word in american_words or word in _AMERICAN_ONLY for word in found)
    if not british:
        american += sum(bool(_AMERICAN_IZE.fullmatch(word)) for word in found)
    if british == american:
        return None
    return "british" if british > american else "american"


def respelled(text: str, spelling: Spelling) -> str:
    """The common words of ``text`` in ``spelling``; a word with a capital inside a sentence may be a name and stays."""
    american = spelling == "american"
    table = _PAIRS if american else {us: uk for uk, us in _PAIRS.items() if us not in _DOUBTFUL_AMERICAN}
    pattern = _BRITISH_ISE if american else _AMERICAN_IZE

    def other(match: re.Match[str]) -> str:
        word = match[0]
        low = word.casefold()
        begins = not re.search(r"[^.!?\s][\s]*$", text[: match.start()])
        if not word.islower() and not (begins and word[1:].islower()):
            return word
        if low in table:
            new = table[low]
        elif pattern.fullmatch(low):
            new = (
                re.sub(r"is(?=(?:e|ing|ation)\w*$)", "iz", low)
                if american
                else re.sub(r"iz(?=(?:e|ing|ation)\w*$)", "is", low)
            )
        else:
            return word
        return new[:1].upper() + new[1:] if word[:1].isupper() else new

    return re.sub(r"(?<![\w'’-])[A-Za-z]+(?![\w'’-])", other, text)
