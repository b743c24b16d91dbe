"""Recognising entries of publication lists: who, when, title, where, pages."""

from __future__ import annotations

import re

from outreach.wording.patterns import regex

# "Lopez, A.", "van der Berg, H.-J.", "Okafor-Weiss A,": a surname, then initials.
_AUTHOR = r"(?:(?:van|von|de|der|den|del|la|le|bin|binti|af|di|da|dos|du|ten|ter)\s+)*[^\W\d_a-zß-ÿ][\w'’-]+"
_INITIALS = r"(?:[^\W\d_a-zß-ÿ]\.?[ -]?){1,3}"
_STARTS = regex(
    rf"^\W*{_AUTHOR},\s+{_INITIALS}(?:[,;&(:.]|\s+(?:and|und|et|y|\()|\s*$)"
    rf"|^\W*{_AUTHOR}\s+[A-Z]{{1,3}}(?:,|\s+(?:and|&)|\s*\(|\.\s)"
    rf"|^\W*(?:[A-Z]\.[ -]?){{1,3}}{_AUTHOR}(?:,|\s+(?:and|&))\s*(?:[A-Z]\.[ -]?){{1,3}}{_AUTHOR}"
)
_YEAR = regex(r"\b(?:1[89]|20)\d\d[a-z]?\b|\b(?:in press|forthcoming|to appear|submitted)\b", re.IGNORECASE)
# "58, 112-131", "12(3): 4–9", "vol. 3, no. 2", "pp. 12-19", "p. 212".
_PAGES = regex(
    r"\b\d{1,4}\s?(?:\(\d{1,4}(?:[-–/]\d{1,4})?\))?\s?[,:]\s?(?:pp?\.\s?)?[eE]?\d{1,6}\s?[-–]\s?\d{1,6}\b"
    r"|\bpp?\.\s?\d+|\bvol\.\s?\d+\s?,?\s?\(?(?:no|nr|issue)\.\s?\d+|\bet al\b"
)
_IDENTIFIER = regex(
    r"\bdoi\s?:|\bdoi\.org|\b10\.\d{4,6}/\S|\barXiv:|\bISBN\b|\bISSN\b|\bPMID\b|\bIn: .{3,80}\(eds?\.\)|\(eds?\.\)",
    re.IGNORECASE,
)
_NOTE = regex(r"^\W*\^\s")
_TOLD = regex(r"\b(?:she|he|they|I|we|who|which|that|is|are|was|were|has|have|led|wrote|won)\b")


def is_citation(line: str) -> bool:
    """Whether ``line`` is an entry of a publication list, and no sentence that merely has a year or pages in it."""
    if _NOTE.match(line):
        return True
    dated = bool(_YEAR.search(line))
    if _STARTS.match(line) and (dated or _PAGES.search(line) or _IDENTIFIER.search(line)):
        return True
    if _IDENTIFIER.search(line):
        return not _TOLD.search(re.sub(r"“[^”]*”|\"[^\"]*\"|‘[^’]*’", " ", line).split(".")[0]) or dated
    return dated and bool(_PAGES.search(line)) and not _TOLD.search(re.sub(r"“[^”]*”|\"[^\"]*\"", " ", line))
