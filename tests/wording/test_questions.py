"""Indirect questions put as direct ones."""

from __future__ import annotations

import pytest

from outreach.wording.questions import direct, how_would, questions_in

DIRECT = [
    # What the mentee should do.
    ("how to disagree with a senior", "How do I disagree with a senior?"),
    (
        "which channel to switch off first and how to tell my boss",
        "Which channel should I switch off first, and how do I tell my boss?",
    ),
    (
        "what to look at in the first ten minutes of an audit",
        "What should I look at in the first ten minutes of an audit?",
    ),
    ("when to start lambing on a cold north slope", "When should I start lambing on a cold north slope?"),
    ("how much rope to start with in a shallow lagoon", "How much rope should I start with in a shallow lagoon?"),
    (
        "in which order to rescue damp photographs without air conditioning",
        "In which order should I rescue damp photographs without air conditioning?",
    ),
    ("whether to apply in spring or wait a year", "Should I apply in spring or wait a year?"),
    ("whether or not to take the loan", "Should I take the loan?"),
    ("where to begin", "Where should I begin?"),
    ("who to ask for a reference sample", "Who should I ask for a reference sample?"),
    (
        "how to tell whether a dull pipe needs the knife or only cleaner wind",
        "How do I tell whether a dull pipe needs the knife or only cleaner wind?",
    ),
    (
        "how to tell what lime mix an old wall was built with",
        "How do I tell what lime mix an old wall was built with?",
    ),
    (
        "how to study nav when you're on a 12 hour watch",
        "How do you study nav when you're on a 12 hour watch?",
    ),
    ("what to do when an interpreter shortens an answer", "What should I do when an interpreter shortens an answer?"),
    (
        "which few fields to record first when bridge inspection goes from paper to a database",
        "Which few fields should I record first when bridge inspection goes from paper to a database?",
    ),
    ("how to be taken seriously", "How can I be taken seriously?"),
    ("how to really listen", "How do I really listen?"),
    ("what not to buy in the first year", "What should I not buy in the first year?"),
    ("how and when to ask for more money", "How and when should I ask for more money?"),
    # The mentor's past.
    (
        "how you went from 31 shapes to 4 and kept the half job until it was safe",
        "How did you go from 31 shapes to 4, and keep the half job until it was safe?",
    ),
    ("how you said no in 2012", "How did you say no in 2012?"),
    ("why you left", "Why did you leave?"),
    ("what you changed between batch 30 and batch 40", "What did you change between batch 30 and batch 40?"),
    ("how you found the number 61", "How did you find the number 61?"),
    ("how you led crews with more years than you", "How did you lead crews with more years than you?"),
    ("who you asked first", "Who did you ask first?"),
    ("how you first got a bench", "How did you first get a bench?"),
    ("how you planned the move and told your staff", "How did you plan the move and tell your staff?"),
    ("how long it took you to get a licence", "How long did it take you to get a licence?"),
    ("what it was like to leave a big firm", "What was it like to leave a big firm?"),
    ("what you had to give up", "What did you have to give up?"),
    ("how you had prepared the ground", "How had you prepared the ground?"),
    ("how you used to price a repair", "How did you use to price a repair?"),
    ("what you did in the first week", "What did you do in the first week?"),
    ("which firm you joined after the war", "Which firm did you join after the war?"),
    ("how your first year was", "How was your first year?"),
    ("how you wrote the first book, and why", "How did you write the first book, and why?"),
    # What is so.
    ("what you look for", "What do you look for?"),
    ("what you look for in an apprentice", "What do you look for in an apprentice?"),
    ("when it is time to stop", "When is it time to stop?"),
    ("when it's time to stop", "When is it time to stop?"),
    ("if a degree is worth it", "Is a degree worth it?"),
    ("whether it pays", "Does it pay?"),
    ("whether I need a degree", "Do I need a degree?"),
    (
        "whether fourteen gauges can carry an uncertainty analysis",
        "Can fourteen gauges carry an uncertainty analysis?",
    ),
    (
        "whether a cedar top in a damp coastal place should be braced more lightly",
        "Should a cedar top in a damp coastal place be braced more lightly?",
    ),
    ("who signs", "Who signs?"),
    ("who had to say yes", "Who had to say yes?"),
    ("who pays when a pallet sits in customs", "Who pays when a pallet sits in customs?"),
    ("what belongs on a one-page list of solved problems", "What belongs on a one-page list of solved problems?"),
    (
        "what belongs in a shift handover and what does not",
        "What belongs in a shift handover, and what does not?",
    ),
    ("which proof counts most in a damp case", "Which proof counts most in a damp case?"),
    ("what works before the first contact with a household", "What works before the first contact with a household?"),
    ("which paper kills you first", "Which paper kills you first?"),
    ("what makes a mortar fail", "What makes a mortar fail?"),
    (
        "which cases should go in a log and which ones don't count",
        "Which cases should go in a log, and which ones don't count?",
    ),
    # A noun phrase as the subject.
    (
        "how the move from QA to backend worked and who had to say yes",
        "How did the move from QA to backend work, and who had to say yes?",
    ),
    (
        "how the move from QA to backend inside the same company worked, who had to say yes",
        "How did the move from QA to backend inside the same company work, and who had to say yes?",
    ),
    ("why my oil varnish is still soft after two weeks", "Why is my oil varnish still soft after two weeks?"),
    (
        "why my ash glaze runs off at the foot of the pot",
        "Why does my ash glaze run off at the foot of the pot?",
    ),
    (
        "how growers can score bean plants so that the scores can be compared between gardens",
        "How can growers score bean plants so that the scores can be compared between gardens?",
    ),
    ("how many ewes one person can milk well", "How many ewes can one person milk well?"),
    (
        "which records an inspector wants to see in the first year of conversion",
        "Which records does an inspector want to see in the first year of conversion?",
    ),
    (
        "which defects in old traction lifts a beginner inspector overlooks",
        "Which defects in old traction lifts does a beginner inspector overlook?",
    ),
    (
        "what a researcher has to unlearn before writing policy briefs",
        "What does a researcher have to unlearn before writing policy briefs?",
    ),
    (
        "what an evening event must earn to be worth the staff hours",
        "What must an evening event earn to be worth the staff hours?",
    ),
    (
        "how the quarterly bread subscription was set up",
        "How was the quarterly bread subscription set up?",
    ),
    (
        "how the orange notebook was accepted by officers and by other prisons",
        "How was the orange notebook accepted by officers and by other prisons?",
    ),
    (
        "how a driver's log can be turned into something planners use",
        "How can a driver's log be turned into something planners use?",
    ),
    (
        "what boarding a bus really takes from a wheelchair",
        "What does boarding a bus really take from a wheelchair?",
    ),
    ("how a pivot table shows attendance class by class", "How does a pivot table show attendance class by class?"),
    ("how each of us prices repairs for small companies", "How does each of us price repairs for small companies?"),
    ("how your team decides what to keep", "How does your team decide what to keep?"),
    ("how shops decide which pots to stock", "How do shops decide which pots to stock?"),
    ("what a day in your job looks like", "What does a day in your job look like?"),
    ("how young people use video", "How do young people use video?"),
    ("how Anna runs the desk", "How does Anna run the desk?"),
    ("why there are so few of them", "Why are there so few of them?"),
    ("what the harbour office wants to know", "What does the harbour office want to know?"),
    # Modals, negation, contractions.
    ("what I must show so that an office tries me", "What must I show so that an office tries me?"),
    ("what you would do differently", "What would you do differently?"),
    ("what you'd do differently", "What would you do differently?"),
    ("why I can't get past the first round", "Why can't I get past the first round?"),
    ("why it doesn't sell", "Why doesn't it sell?"),
    ("whether you'll go on", "Will you go on?"),
    ("what you've learned since", "What have you learned since?"),
    ("what you wish you had known", "What do you wish you had known?"),
    ("how good my English must be", "How good must my English be?"),
    ("how often you check the ropes", "How often do you check the ropes?"),
    ("how I should tell my boss", "How should I tell my boss?"),
    ("how someone like me gets hired", "How does someone like me get hired?"),
    ("how the course at Delft is structured", "How is the course at Delft structured?"),
    ("how many pots you fire in a year", "How many pots do you fire in a year?"),
    ("what leading a ward means", "What does leading a ward mean?"),
    ("what happens to the bees in November", "What happens to the bees in November?"),
    (
        "how you raised the water by 35 cm and followed nine farms",
        "How did you raise the water by 35 cm, and follow nine farms?",
    ),
    ("how you feed forty ewes", "How do you feed forty ewes?"),
    ("how it all began", "How did it all begin?"),
    ("how she'd have done it", "How would she have done it?"),
    ("what sort of questions they ask at the exam", "What sort of questions do they ask at the exam?"),
    ("what kind of portfolio gets read", "What kind of portfolio gets read?"),
    ("what people get wrong about archives", "What do people get wrong about archives?"),
    ("how much of the budget goes to rent", "How much of the budget goes to rent?"),
    ("why 3 of 4 grafts die", "Why do 3 of 4 grafts die?"),
    ("what surprised you most", "What surprised you most?"),
    ("how moving abroad changed your practice", "How did moving abroad change your practice?"),
    ("whether there is a market", "Is there a market?"),
    ("why people leave after two years", "Why do people leave after two years?"),
]

NOT_CERTAIN = [
    "how not to lose the thread",
    "",
    "how",
    "grafting larvae",
    "how you cut the list",
    "how you set prices",
    "if I leave, what I lose",
    "how you and Anna split the work",
    "how you convinced your boss, who hated it",
    "how the team that you built works",
    "how come nobody told me",
    "how about Tuesday",
    "what a mess",
    "the way from deckhand to surveyor",
    "how she left the crew that won and kept the cup",
    "whether",
    "how courses that work are structured",
    "who drops out; and I can show you ours",
    "how you started with two swarms and today sell 1,400 queens",
    "how you replanted the border and you publish your failures",
    "how you cook varnish and cooked batch 40 in May",
    "how in 2019 you brought a boat to Rotterdam",
    "how my old books balance",
    "how big a deposit landlords want",
    "how getting fired helped",
    "whether it pays or if I should stop",
    "how you moved to IT (and if you regret it)",
    "what clients ask for and what they need",
    "how to: 1) start 2) price",
    "why you quit",
]


@pytest.mark.parametrize(("indirect", "question"), DIRECT)
def test_an_indirect_question_becomes_a_direct_one(indirect: str, question: str) -> None:
    """As its own grammar says, with no word more."""
    assert direct(indirect) == question


@pytest.mark.parametrize("text", NOT_CERTAIN)
def test_what_is_not_certain_is_left_to_another_frame(text: str) -> None:
    """No guess."""
    assert direct(text) is None


DOING = [
    (
        "choosing breeder colonies after a drought when only 35 are left",
        "How would you choose breeder colonies after a drought when only 35 are left?",
    ),
    ("drying seed at 3,700 m without electricity", "How would you dry seed at 3,700 m without electricity?"),
    ("keeping a class while being deputy head", "How would you keep a class while being deputy head?"),
    ("telling sales that a project is dead", "How would you tell sales that a project is dead?"),
    (
        "getting a bench without paying for a course first",
        "How would you get a bench without paying for a course first?",
    ),
    ("standing my ground in a courtroom", "How do I stand my ground in a courtroom?"),
    ("leading people older than me", "How do I lead people older than me?"),
    ("planning a season on paper", "How would you plan a season on paper?"),
    ("building a portfolio of cases", "How would you build a portfolio of cases?"),
]


@pytest.mark.parametrize(("doing", "question"), DOING)
def test_doing_something_is_asked_for(doing: str, question: str) -> None:
    """What the mentee wants to do is asked as how the mentor would; with “my” it is the mentee who does it."""
    assert how_would(doing) == question


@pytest.mark.parametrize(
    "text",
    [
        "pricing",
        "evening classes",
        "the first three months",
        "tasting",
        "mooring lines",
        "working conditions",
        "being seen",
        "keeping your shop",
        "",
    ],
)
def test_a_noun_is_not_taken_for_doing(text: str) -> None:
    """An -ing that stands alone, or is no verb, names a thing."""
    assert how_would(text) is None


@pytest.mark.parametrize(
    ("topic", "questions"),
    [
        (
            "speaking in the 7am meeting and how you led crews with more years than you",
            ("How would you speak in the 7am meeting?", "How did you lead crews with more years than you?"),
        ),
        (
            "going from supervising riders to owning a budget, where do u start",
            ("Going from supervising riders to owning a budget: where do you start?",),
        ),
        (
            "selling direct to shops in EU as a tiny grower - which paper kills you first",
            ("Selling direct to shops in EU as a tiny grower: which paper kills you first?",),
        ),
        ("what next", ("What next?",)),
        ("how you started, what it cost", ("How did you start, and what did it cost?",)),
        ("what do you lose when you can't hear the boat", ("What do you lose when you can't hear the boat?",)),
        ("how do I find a talk in 1400 messages?", ("How do I find a talk in 1400 messages?",)),
        ("how to speak in interview", ("How do I speak in interview?",)),
        ("the first three months after leaving the road", ()),
    ],
)
def test_all_that_a_topic_asks_is_found(topic: str, questions: tuple[str, ...]) -> None:
    """Two things are two questions; a question behind a topic stays with it."""
    assert questions_in(topic) == questions
