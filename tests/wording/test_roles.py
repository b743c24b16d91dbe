"""Lines of a CV without a verb: what they are told as, and which of them are left alone."""

from __future__ import annotations

import pytest

from outreach.domain.people import Mentor
from outreach.wording.roles import tell_thing
from outreach.wording.telling import tell_background

ADA = Mentor(
    "Adaeze Okafor-Lindqvist", "x", title="Dr", role="Bridge engineer, moving spans", organisation="Ponte Works, Umeå"
)

TOLD = [
    ("Bridge engineer", "you are a bridge engineer"),
    ("Bridge engineer, Ponte Works", "you are a bridge engineer at Ponte Works"),
    ("Bridge engineer at Ponte Works since 2014", "you have been a bridge engineer at Ponte Works since 2014"),
    ("2013 to present bridge engineer", "since 2013 you have been a bridge engineer"),
    ("Sept 2009 – June 2013 Site engineer", "from 2009 to 2013 you were a site engineer"),
    ("2004-09 lecturer, University of Jos, Nigeria", "from 2004 to 2009 you were a lecturer at the University of Jos"),
    ("From 2012 to 2021 pilot on the Elbe", "from 2012 to 2021 you were a pilot on the Elbe"),
    ("Since 2005 head of the cultural office: 4 museums", "since 2005 you have been head of the cultural office"),
    ("Earlier: 2006–2019 site mason, then foreman", "from 2006 to 2019 you were a site mason, then foreman"),
    ("Before that head nurse in geriatrics (1997-2015)", "you were a head nurse in geriatrics (1997-2015)"),
    ("Now quality manager @ Delta Labs (3 sites)", "you are now a quality manager at Delta Labs"),
    ("Adaeze Okafor-Lindqvist | Bridge engineer, spans", "you are a bridge engineer"),
    ("Author of the booklet “Rust & Rivet” (2021)", "you are the author of the booklet “Rust & Rivet”"),
    ("Former organist in Húsavík", "you are a former organist in Húsavík"),
    ("French teacher in Cork since 2001", "you have been a French teacher in Cork since 2001"),
    ("Member of the Guild of Dyers", "you are a member of the Guild of Dyers"),
    ("Lawyer by training", "you are a lawyer by training"),
    ("Responsible for 23 motorway bridges", "you are responsible for 23 motorway bridges"),
    ("Back in her home town since 2016", "you have been back in your home town since 2016"),
    ("With Kessler since 2006", "you have been with Kessler since 2006"),
    ("Born 1951", "you were born in 1951"),
    ("Currently writing a book on rivets", "you are currently writing a book on rivets"),
    ("2024: toured 17 villages by bus", "in 2024 you toured 17 villages by bus"),
    ("With Mamadou Diallo runs a small office", "with Mamadou Diallo you run a small office"),
    # What it was, is or has been, nobody can tell; or it is somebody else, or no role at all.
    ("Photo editor at a daily for ten years", None),
    ("Assistant to the mayor until 2012", None),
    ("Winner of the Golden Rivet 2019", None),
    ("Fourth baker in the family", None),
    ("crofter's daughter", None),
    ("Wife of the mayor", None),
    ("Brother is a diver", None),
    ("Partner: Ola Berg", None),
    ("Volunteer: treasurer of a mosque", None),
    ("Students of hers run 6 firms", None),
    ("Head over heels in love with steel", None),
    ("Left bank of the river, second house", None),
    ("left handed, plays darts", None),
    ("chairs with 23 joints, no screws", None),
    ("Fired four times a year", None),
    ("Soil data rarely reach an engineer in time", None),
    ("Based in Leeds", None),
    ("Organic since 2002", None),
    ("Bar of Namur since 2009", None),
    ("9 cellos", None),
]


@pytest.mark.parametrize(("text", "told"), TOLD, ids=[row[0][:60] for row in TOLD])
def test_a_line_of_a_cv_gets_the_one_verb_that_it_can_have(text: str, told: str | None) -> None:
    """One row of the table."""
    found = tell_background(text, ADA, first_person=False)
    assert (found.text if found else None) == told


THINGS = [
    ("Talk: 'Salt' (Leeds 2024)", "your talk 'Salt' (Leeds 2024)"),
    ("talk 2025 “the tester's unfair advantage”", "your talk “the tester's unfair advantage”"),
    ("Talk: “Less is less” (Track B, 11:20)", "your talk “Less is less”"),
    ("2022 talk at the Dublin fair: “Reed is wet”", "your 2022 talk at the Dublin fair"),
    ("book: 'Awake' (2017)", "your book 'Awake' (2017)"),
    ("PhD in dye chemistry (Leeds, 2010), “Blue”", "your PhD in dye chemistry (Leeds, 2010)"),
    ("article on salt air: weighs silica gel every 2 wks", "your article on salt air"),
    ("Own workshop in Zutphen since 2018: two people", "your own workshop in Zutphen"),
    ("12 books", ""),
    ("4 articles on sleep", ""),
    ("She wrote a book on rivets", ""),
    ("The book that she never wrote", ""),
    ("Booked out until May", ""),
    ("I gave a talk on ice", ""),
]


@pytest.mark.parametrize(("text", "thing"), THINGS, ids=[row[0][:60] for row in THINGS])
def test_a_work_of_theirs_is_a_noun_phrase(text: str, thing: str) -> None:
    """It has no verb, so it is no clause."""
    assert tell_thing(text, ADA) == thing
