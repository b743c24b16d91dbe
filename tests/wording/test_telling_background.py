"""The telling table for backgrounds: what stands in the field, and the clause told to the mentor, or None."""

from __future__ import annotations

import pytest

from outreach.domain.people import Mentor
from outreach.wording.telling import speaks_in_first_person, tell_background

ANA = Mentor("Ana Lopez", "x", title="Dr")
HENK = Mentor("Henk van der Berg", "x")
SITI = Mentor("Siti binti Hassan", "x", title="Puan")
AOIFE = Mentor("Aoife O'Brien", "x")
INES = Mentor("Inês de Souza", "x", address="dona Inês")
KOFI = Mentor("Kofi", "x")
MAY = Mentor("May Chen", "x")
SAM = Mentor("Sam Okafor", "x")
JORDAN = Mentor("Jordan Weiss", "x")

TOLD = [
    # she, he, the name, a title with the name, a possessive
    (ANA, "She runs a joinery in Oslo.", "you run a joinery in Oslo"),
    (
        ANA,
        "He was a nurse for nine years before he moved into design.",
        "you were a nurse for nine years before you moved into design",
    ),
    (ANA, "Ana teaches welding to prisoners.", "you teach welding to prisoners"),
    (ANA, "Dr Lopez has led the burns unit since 2014.", "you have led the burns unit since 2014"),
    (ANA, "Dr. Lopez focuses on soils under cities", "you focus on soils under cities"),
    # a comma between name and verb, a present with "since", deeds that commas hold
    (
        ANA,
        "Ana Lopez, teaches hairdressing in Lima since 2015, had her own salon 12 years before, did a course",
        "you have taught hairdressing in Lima since 2015",
    ),
    (ANA, "Ana, runs a salon in Turku", "you run a salon in Turku"),
    (ANA, "Ana Lopez, hairdresser, teaches in Turku", "you teach in Turku"),
    (ANA, "Since 2015 teaches weaving in Turku", "since 2015 you have taught weaving in Turku"),
    (ANA, "writes for the stage since March 2019", "you have written for the stage since March 2019"),
    (ANA, "She has had a kiln since 2015", "you have had a kiln since 2015"),
    (
        ANA,
        "Ana Lopez, founded a school in 2014, sold it, moved to Oslo",
        "you founded a school in 2014, sold it and moved to Oslo",
    ),
    (ANA, "She made cheese, butter and bread in Parma", "you made cheese, butter and bread in Parma"),
    (ANA, "She ran a shop, sold it and moved to Oslo", "you ran a shop, sold it and moved to Oslo"),
    (ANA, "Prof. Lopez isn't paid for this.", "you aren't paid for this"),
    (ANA, "Ana Lopez is a lock keeper on the Danube.", "you are a lock keeper on the Danube"),
    (ANA, "ANA LOPEZ founded three libraries.", "you founded three libraries"),
    (ANA, "Ana Maria Lopez founded a night school.", "you founded a night school"),
    (ANA, "Her first company failed in 2011.", "your first company failed in 2011"),
    (ANA, "His blog has 300 readers and no pictures.", "your blog has 300 readers and no pictures"),
    (ANA, "Ana's own kiln was built from an old bath.", "your own kiln was built from an old bath"),
    (ANA, "In 2019 she took eleven apprentices.", "in 2019 you took eleven apprentices"),
    (ANA, "Today Ana keeps 46 hives.", "today you keep 46 hives"),
    (ANA, "Nowadays she teaches three days a week.", "nowadays you teach three days a week"),
    (ANA, "Before Fernlight she spent 8 years in agencies.", "before Fernlight you spent 8 years in agencies"),
    (ANA, "As a nurse, Ana kept a log of every fall.", "as a nurse, you kept a log of every fall"),
    (
        ANA,
        "Since 2018 he has trained testers in five countries.",
        "since 2018 you have trained testers in five countries",
    ),
    (ANA, "Born in Leeds, she moved to Oslo in 2012.", "born in Leeds, you moved to Oslo in 2012"),
    (ANA, "Ana Lopez (Paris) runs a lab of five.", "you run a lab of five"),
    (ANA, "She's a plumber.", "you are a plumber"),
    (ANA, "She's worked in nine kitchens.", "you have worked in nine kitchens"),
    (ANA, "She doesn't fly.", "you don't fly"),
    (ANA, "Ana has been, since 2012, head of maths.", "you have been, since 2012, head of maths"),
    (ANA, "Ana Lopez, PhD, studies river ice.", "you study river ice"),
    (ANA, "Ana, 52, drives a tram.", "you drive a tram"),
    (ANA, "Ana 'Nita' Lopez builds boats.", "you build boats"),
    (ANA, "A former nurse, she now writes about sleep.", "a former nurse, you now write about sleep"),
    (ANA, "Her book The Slow Kiln won a prize in 2019.", "your book The Slow Kiln won a prize in 2019"),
    (ANA, "Under her watch rehandles fell from 2.1 to 1.3.", "under your watch rehandles fell from 2.1 to 1.3"),
    (ANA, "She and two friends founded a co-op.", None),
    (ANA, "Ana and Bob Lee wrote a handbook on drains.", None),
    (ANA, "Speaks Basque; collects maps", "you speak Basque and collect maps"),
    # they, where the mentor is the only one it can be
    (SAM, "They restore pianos for schools.", "you restore pianos for schools"),
    (SAM, "Sam paints a sign a day with their left hand.", "you paint a sign a day with your left hand"),
    # her and him: object and possessive
    (ANA, "Heartline hired her in 2019.", "Heartline hired you in 2019"),
    (ANA, "She closed her first deal after 19 months.", "you closed your first deal after 19 months"),
    (ANA, "She taught herself Fortran at fifty.", "you taught yourself Fortran at fifty"),
    (ANA, "She led crews with more years than her.", "you led crews with more years than you"),
    (ANA, "She sold her two shops to her staff.", "you sold your two shops to your staff"),
    (ANA, "She printed her 'Low Tide' on a borrowed press.", "you printed your 'Low Tide' on a borrowed press"),
    (ANA, "Nobody believed him for two years, and he went on.", None),
    # coordinated verbs
    (ANA, "She bakes, delivers and sings.", "you bake, deliver and sing"),
    (ANA, "Ana designs bridges and teaches in Ghent.", "you design bridges and teach in Ghent"),
    (ANA, "She was a diver and was paid by the hour.", "you were a diver and were paid by the hour"),
    (ANA, "He keeps bees and also mends clocks.", "you keep bees and also mend clocks"),
    (ANA, "She has nine kilns, two dogs, and books.", "you have nine kilns, two dogs, and books"),
    (ANA, "She writes poems and reports", "you write poems and reports"),
    # quoted words stay
    (
        ANA,
        'Her talk, "She said no", explains how she left banking.',
        'your talk, "She said no", explains how you left banking',
    ),
    (ANA, "She wrote 'What he knew', a play.", "you wrote 'What he knew', a play"),
    (
        ANA,
        "Ana asks every guest “How did you find us?” at the door",
        "you ask every guest “How did you find us?” at the door",
    ),
    # relative clauses, parentheses
    (ANA, "She is a chef who lost her sense of smell.", "you are a chef who lost your sense of smell"),
    (ANA, "She wrote the library that three ministries use.", "you wrote the library that three ministries use"),
    (ANA, "She founded a school (now closed) in Porto.", "you founded a school (now closed) in Porto"),
    # names with particles, an apostrophe, an address; single names
    (HENK, "Henk van der Berg dredges canals.", "you dredge canals"),
    (HENK, "Berg's book is out of print", "your book is out of print"),
    (HENK, "Mr Berg keeps the sluice at Gouda.", "you keep the sluice at Gouda"),
    (SITI, "Puan Siti binti Hassan began as a tally clerk.", "you began as a tally clerk"),
    (
        SITI,
        "Siti became the first woman pilot of the port in 2007.",
        "you became the first woman pilot of the port in 2007",
    ),
    (AOIFE, "Aoife O'Brien keeps sheep on two islands.", "you keep sheep on two islands"),
    (AOIFE, "O’Brien's flock has 400 ewes.", None),
    (INES, "Dona Inês cleaned 2,100 reels.", None),
    (INES, "Ines de Souza cleaned 2,100 reels.", "you cleaned 2,100 reels"),
    (KOFI, "Kofi built a radio from a lunch box.", "you built a radio from a lunch box"),
    (KOFI, "Kofi - welder, 12 bridges", "you are a welder"),
    (ANA, "Ana Lopez: head of physics at a school in Vigo", "you are head of physics at a school in Vigo"),
    # the subject was left out
    (ANA, "switched to nights in 2016", "you switched to nights in 2016"),
    (ANA, "was a test lead at Mzigo", "you were a test lead at Mzigo"),
    (ANA, "was tram driver too!! 2012-2016", "you were a tram driver too, 2012-2016"),
    (ANA, "set up a night pharmacy in Marseille", "you set up a night pharmacy in Marseille"),
    (ANA, "left a tenured post to start a seed bank", "you left a tenured post to start a seed bank"),
    (
        ANA,
        "taught Year 4 for 11 years, now trains new teachers",
        "you taught Year 4 for 11 years, now train new teachers",
    ),
    (
        ANA,
        "published a negative result and wrote about what it cost him",
        "you published a negative result and wrote about what it cost you",
    ),
    (ANA, "sold her shop to her staff in 2021", "you sold your shop to your staff in 2021"),
    (ANA, "maintains a small tool for seed banks", "you maintain a small tool for seed banks"),
    (ANA, "consults on bird strikes at 3 airports", "you consult on bird strikes at 3 airports"),
    (ANA, "reviewed over 200 grant applications", "you reviewed over 200 grant applications"),
    (ANA, "now leads policy for 12 cities", "you now lead policy for 12 cities"),
    # no verb, no telling
    (ANA, "12 books", None),
    (ANA, "5 yrs as a field vet in Somaliland", None),
    (ANA, "PhD at 41 after 15 years as a lab technician", None),
    (ANA, "talk 'Alerts nobody reads', Utrecht 2023", None),
    (ANA, "Her talk 'Salt' at HydroForum", None),
    (ANA, "first woman to head the land registry in her province", None),
    (ANA, "the only woman among 70 drivers when she started", None),
    (ANA, "rug weaver, sells through her own site", "you are a rug weaver"),
    (ANA, "Based in Leeds", None),
    (ANA, "Founded in 1998 in a church hall", None),
    (ANA, "Retired maths teacher from Cork", "you are a retired maths teacher from Cork"),
    (ANA, "awarded the Blue Prize in 2019", None),
    (ANA, "Tests, tenders and tea", None),
    (ANA, "Works with clay", None),
    (ANA, "talks about soil on the radio", None),
    # somebody else may be meant
    (ANA, "She hired a nurse who lost her licence.", None),
    (ANA, "took over a product whose founder kept the roadmap in his head", None),
    (ANA, "Her mother taught her weaving.", None),
    (ANA, "She is a baker and her husband says he is a saint.", None),
    (ANA, "Maria says she is the best.", None),
    (ANA, "Her mother was a nurse and she hated it.", None),
    (ANA, "She told her that the plan was bad.", None),
    (ANA, "The shop she ran grew and was sold.", None),
    (ANA, "She runs a school that trains nurses and teaches maths.", None),
    (ANA, "She runs workshops and talks on pricing.", None),
    (SAM, "Sam trains nurses; they call the course a holiday.", "you train nurses; they call the course a holiday"),
    (ANA, "The Ana Lopez Foundation gives grants to her pupils.", None),
    (ANA, "Lopez & Sons hired her.", None),
    (MAY, "Joined the board in May 2019", "you joined the board in May 2019"),
    (JORDAN, "She built wells in Jordan.", None),
    # names in other forms, appositions, labels, asides
    (HENK, "H. van der Berg dredges canals.", "you dredge canals"),
    (HENK, "Van der Berg's crew is paid by the day.", "your crew is paid by the day"),
    (HENK, "HvdB was a diver.", "you were a diver"),
    (ANA, "Ana Lopez, the founder of a school, lives in Leeds.", "you live in Leeds"),
    (ANA, "Ana Lopez, who fishes at night, sells what others throw back.", "you sell what others throw back"),
    (ANA, "Ana (they/them) tunes bells.", "you tune bells"),
    (ANA, "Ana (b. Leeds) is a potter.", "you are a potter"),
    (ANA, "Speaker: Dr Ana Lopez leads a lab of five.", "you lead a lab of five"),
    (ANA, "From the annual report: Ana was a judge until 2011.", "you were a judge until 2011"),
    (ANA, "The speaker worked for six years as a surveyor.", "you worked for six years as a surveyor"),
    (ANA, "Before that she was a voicer.", "you were a voicer"),
    (ANA, "She introduced the 'handover': what changed, what I need.", "you introduced the 'handover'"),
    (ANA, "She runs a mill (see below) and a shop.", "you run a mill and a shop"),
    (
        ANA,
        "She began in a boat shed — the boat was still in it — and worked at the post office until 2013.",
        "you began in a boat shed and worked at the post office until 2013",
    ),
    (ANA, "She bakes bread. #bread #rye", "you bake bread"),
    (ANA, "trained as a solicitor (!), left at 34", "you trained as a solicitor and left at 34"),
    (ANA, "refused to sign a handback in 2012", "you refused to sign a handback in 2012"),
    (ANA, "Would like to see his old plots again.", "you would like to see your old plots again"),
    (ANA, "Her assemblies never last long.", "your assemblies never last long"),
    (ANA, "She wrote “Wind & Wood” & a play.", "you wrote “Wind & Wood” and a play"),
    (ANA, "“A river is a road,” she says.", "“A river is a road,” you say"),
    (ANA, "Ana's shop has sold 31 of them.", "your shop has sold 31 of them"),
    # "you" and "us" in the source are somebody else
    (ANA, "She tells us what she charges.", None),
    (ANA, "If you visit, she bakes for you.", None),
    (ANA, "1st commission: a door, she lost money on it", None),
    (ANA, "Closed Mondays since 2024", None),
    (ANA, "Opened 2018.", None),
    (ANA, "Asked about computers she says: “I am afraid.”", None),
    (ANA, "moved to the town where she was born", "you moved to the town where you were born"),
    (ANA, "Thanks to Ana the mill has a roof.", "thanks to you the mill has a roof"),
    (ANA, "She met Ana Lopez in 2012.", None),
]


@pytest.mark.parametrize(("mentor", "text", "told"), TOLD, ids=[row[1][:60] for row in TOLD])
def test_a_background_line_is_told_rightly_or_not_at_all(mentor: Mentor, text: str, told: str | None) -> None:
    """One row of the table."""
    found = tell_background(text, mentor, first_person=False)
    assert (found.text if found else None) == told


FIRST_PERSON = [
    ("I make plates for people who cook.", "you make plates for people who cook"),
    ("I'm a ranger and I've walked every path twice.", "you are a ranger and you have walked every path twice"),
    ("I was poor with 31 shapes.", "you were poor with 31 shapes"),
    (
        "Today we are three people and make 2,300 pieces a year.",
        "today you are three people and make 2,300 pieces a year",
    ),
    ("My first kiln blew up in 2009.", "your first kiln blew up in 2009"),
    ("In 2017 I doubled my prices and lost two shops.", "in 2017 you doubled your prices and lost two shops"),
    ("Grew up in Kotka, where I sold fish.", "you grew up in Kotka, where you sold fish"),
    ("I am not for sale.", "you are not for sale"),
    ("I began as a clerk and was never meant to cook.", "you began as a clerk and were never meant to cook"),
    ("Plays the lute, not well.", "you play the lute, not well"),
    ("Ana Lopez leads the choir.", "you lead the choir"),
    ("So I built a hut.", "you built a hut"),
    ("One never answered and he is right.", None),
    ("My door is open, but please don't send me crypto.", None),
    ("If you visit you must call me.", None),
    ("Ours is 61.", None),
    ("My rule: grow half of what you can harvest.", None),
    ("What I can't do: fill the rota.", None),
    ("My mother taught me to read when she was ill.", None),
    ("People tell me that I talk too much.", None),
    ("Four.", None),
    ("No shows on Mondays.", None),
]


@pytest.mark.parametrize(("text", "told"), FIRST_PERSON, ids=[row[0][:60] for row in FIRST_PERSON])
def test_the_mentors_own_words_are_told_back(text: str, told: str | None) -> None:
    """One row of the table for backgrounds in the first person."""
    found = tell_background(text, ANA, first_person=True)
    assert (found.text if found else None) == told


SPEAKERS = [
    ("I'm Ana. I make plates. We are three.", True),
    ("My lab studies river ice.", True),
    ("Ana Lopez teaches. She says “I never sleep”.", False),
    ("my notes\nwas QA too\nblog about tests", False),
    ("I saw Ana at a fair. Runs a bakery.", False),
    ("I met him in Leeds. Runs a bakery.", False),
    ("Head of maths. 12 books.", False),
    ("", False),
]


@pytest.mark.parametrize(("background", "own"), SPEAKERS)
def test_who_speaks_in_a_background_is_told_apart(background: str, own: bool) -> None:
    """The mentor's own words, somebody's about them, or the mentee's notes."""
    assert speaks_in_first_person(background, ANA) is own


def test_a_left_out_subject_is_reported() -> None:
    """Ranking treats jotted lines differently from sentences."""
    jotted = tell_background("switched to nights in 2016", ANA, first_person=False)
    sentence = tell_background("She switched to nights in 2016", ANA, first_person=False)
    assert jotted
    assert sentence
    assert (jotted.subject_added, sentence.subject_added) == (True, False)
