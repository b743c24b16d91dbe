"""Entries of publication lists, beside sentences that merely look a little like them."""

from __future__ import annotations

import pytest

from outreach.wording.citations import is_citation

CITATIONS = [
    "Weiss, J., Pill, A. & Crane, T. (2023): Three gauges. J. Hydrol. Notes 58, 112-131. doi:10.0000/jhn.2023.58",
    "Okonjo, L. and Weiss, J. (2021): Paying schoolchildren. Water Lett. 12.",
    "Weiss J, Moyo T. Slow fire. Soil Lett 2019;12(3):44-59.",
    "van der Berg, H.-J. (2014): The honest error bar. Hydrol. Rev. 3, 1-9.",
    "V. Rantala, A. Ek: What the ditch remembers, in: Wet Ground, 2018, pp. 12-31.",
    '^ "Weiss, Jordan". Kuka kukin on 2015. p. 212.',
    "Nobody Counts the Cold Ones. arXiv:2101.00001 (2021)",
]
SENTENCES = [
    "In 2019 she wrote pp. 12-31 of the handbook.",
    "He was born in Lima, Peru, in 1971.",
    "Weiss, J. runs a mill in Leeds.",
    "From 2011 to 2019 she ran 5 shops, 3-4 staff each.",
    "2001-2006 Postdoc, University of Graz",
    "Author of the booklet 'Levers' (2020), 64 pages",
    "Open 2-6, closed 12-31 December",
    "She sold 1,200 loaves a week, 7-9 kinds.",
    "",
]


@pytest.mark.parametrize("line", CITATIONS)
def test_an_entry_of_a_publication_list_is_known(line: str) -> None:
    """Authors, year, pages or a number of the text."""
    assert is_citation(line)


@pytest.mark.parametrize("line", SENTENCES)
def test_a_sentence_with_numbers_is_no_citation(line: str) -> None:
    """A year and a range of pages are not enough where something is said."""
    assert not is_citation(line)
