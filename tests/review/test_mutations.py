"""Each rule that keeps a draft from being ready, tried on ready drafts with one thing changed."""

from __future__ import annotations

import re

import pytest

from outreach.domain.draft import Kind
from outreach.domain.people import Relationship
from tests.review.drafts import Ready, all_drafts, of_kind, ward

EVERY = [pytest.param(one, id=one.name) for one in all_drafts()]
FIRST = [pytest.param(one, id=one.name) for one in of_kind(Kind.FIRST_CONTACT)]
AGENDAS = [pytest.param(one, id=one.name) for one in of_kind(Kind.AGENDA)]
THANKS = [pytest.param(one, id=one.name) for one in of_kind(Kind.THANK_YOU)]
NEW_NUMBER = "7777"


@pytest.mark.parametrize("draft", EVERY)
def test_a_draft_from_templates_is_ready(draft: Ready) -> None:
    """What code writes from a case passes the review."""
    assert [f"{finding.rule} {finding.message}" for finding in draft.revision.findings if finding.level == "fail"] == []


@pytest.mark.parametrize("draft", EVERY)
def test_every_number_changed_in_turn_is_found(draft: Ready) -> None:
    """A number that no fact has is an invention, wherever it stands."""
    body = draft.revision.body
    passed = []
    for match in re.finditer(r"\d+", body):
        new = body[: match.start()] + NEW_NUMBER + body[match.end() :]
        in_name = re.search(r"[^\W\d_]$", body[: match.start()])
        if not in_name and not draft.failing(new) & {"R18", "G4", "G5", "R16"}:
            passed.append(body[max(0, match.start() - 20) : match.end() + 20])
    assert passed == []


@pytest.mark.parametrize("draft", EVERY)
def test_the_greeting_must_name_the_mentor(draft: Ready) -> None:
    """Another name, or none, is wrong."""
    name = draft.brief.case.mentor.greeting_name
    first, rest = draft.revision.body.split("\n", 1)
    for greeting in (
        f"Dear Xanthippe{name[:1]},",
        "Hello,",
        "Hello there,",
        first.replace(name, name[:-1] + "x"),
        f"Dear Sir or {name[:2]},",
    ):
        assert "R16" in draft.failing(f"{greeting}\n{rest}"), greeting


@pytest.mark.parametrize("draft", EVERY)
def test_the_last_line_must_be_the_mentees_name(draft: Ready) -> None:
    """Another name, the mentor's, or none."""
    head, _ = draft.revision.body.rsplit("\n", 1)
    for last in ("Xanthippe", draft.brief.case.mentor.name, "", "Yours"):
        assert "R16" in draft.failing(f"{head}\n{last}".rstrip()), last


PLACEHOLDERS = [
    "[Your Name]",
    "{{name}}",
    "{name}",
    "<name>",
    "XXX",
    "TBD",
    "[date]",
    "____",
    "[insert example here]",
    "<your role>",
    "TBC",
]


@pytest.mark.parametrize("placeholder", PLACEHOLDERS)
def test_a_placeholder_is_found_in_every_kind(placeholder: str) -> None:
    """Nothing may be left to fill in, in body or subject."""
    for draft in all_drafts():
        assert "R17" in draft.failing(draft.with_sentence(f"I work with {placeholder} every day."))
        assert "R17" in draft.failing(draft.revision.body, f"A question from {placeholder}")


LEFTOVERS = [
    "Here is the email you asked for:",
    "Here's a draft:",
    "Sure! Below is the message.",
    "Certainly, here you go.",
    "Subject: A question",
    "As an AI language model, I cannot attend.",
    "<|im_end|>",
    "<|im_start|>assistant",
    "Assistant: thank you",
    "Fact: you keep bees",
    "Note: keep it short",
    "Here is a revised version of the message.",
    "I hope this draft helps.",
    "Let me know if you want me to make it shorter.",
    "[INST] write [/INST]",
    "### Response",
    "</s>",
]


@pytest.mark.parametrize("leftover", LEFTOVERS)
def test_what_a_model_says_around_a_message_is_found(leftover: str) -> None:
    """A preamble, an echo of the prompt, a control token."""
    draft = ward()
    for body in (f"{leftover}\n\n{draft.revision.body}", draft.with_sentence(leftover)):
        assert draft.failing(body), body


@pytest.mark.parametrize("draft", EVERY)
def test_another_name_is_found(draft: Ready) -> None:
    """A person, a place or a firm that no fact has."""
    for sentence in (
        "I work with Bartholomew on this.",
        "This began at Microsoft.",
        "I am writing from Reykjavík.",
        "My colleague Priya Raman agrees.",
        "Harvard taught me this.",
    ):
        assert draft.failing(draft.with_sentence(sentence)), sentence


@pytest.mark.parametrize("draft", EVERY)
def test_an_invented_address_or_quotation_is_found(draft: Ready) -> None:
    """Neither a link nor an address nor anybody's words are made up."""
    for sentence in (
        "My work is at https://example.org/me.",
        "Write to me at someone@example.org.",
        "See www.example.org for more.",
        "My page is portfolio.dev/me today.",
        "I liked “the courage to begin again every morning”.",
        'You said "patience beats every dashboard".',
    ):
        assert "R18" in draft.failing(draft.with_sentence(sentence)), sentence


@pytest.mark.parametrize("draft", EVERY)
def test_a_weekday_that_does_not_fit_is_found(draft: Ready) -> None:
    """Dates are written out with the right weekday."""
    days = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
    for match in re.finditer(r"(\w+day) \d{1,2} [A-Z]\w+", draft.revision.body):
        if match[1] in days:
            other = days[(days.index(match[1]) + 1) % 7]
            body = draft.revision.body[: match.start()] + other + draft.revision.body[match.end(1) :]
            assert "R18" in draft.failing(body)


@pytest.mark.parametrize("draft", EVERY)
def test_a_text_over_the_hard_limit_is_found(draft: Ready) -> None:
    """However true it is."""
    body = draft.revision.body
    while len(body.split()) <= 300:
        body = body.replace("\n\n", "\n\nThank you for reading this and for your time and thought. ", 1)
    assert "L1" in draft.failing(body)


@pytest.mark.parametrize("draft", FIRST)
def test_a_first_contact_over_150_words_is_found(draft: Ready) -> None:
    """The limit of an e-mail to a stranger."""
    words = len(draft.revision.body.split())
    assert "L1" in draft.failing(draft.with_sentence(" ".join(["and thank you again"] * ((151 - words) // 4 + 1))))
    assert "L1" not in draft.failing(draft.with_sentence("and thank you again"))


@pytest.mark.parametrize("draft", FIRST)
def test_a_first_contact_without_a_request_is_found(draft: Ready) -> None:
    """It must ask for something."""
    paragraphs = draft.revision.body.split("\n\n")
    kept = [part for part in paragraphs if "?" not in part]
    assert "R3" in draft.failing("\n\n".join(kept))


SECOND_REQUESTS = [
    "Could you also introduce me to your team?",
    "Would you review my plan?",
    "Can you send me your slides?",
    "Please share your reading list.",
    "Please forward this to anyone who may help.",
    "I would be grateful if you could read my notes.",
    "I'd appreciate it if you passed this on.",
    "Could I also visit you one day?",
    "May I shadow you for a day?",
    "Would it be possible to meet your colleagues?",
    "Are you free for lunch?",
    "Do you have time to look at my draft?",
    "Let me know if you can help with my plan too.",
    "Any chance you could write me a letter?",
    "I was wondering whether you would read my thesis.",
    "Kindly send me the form.",
    "I need you to look at my plan.",
    "Can we also talk every week?",
    "It would be great if you could check my form.",
    "It would help me if you shared your notes.",
    "I'd love your thoughts on my plan.",
    "Feel free to send me your notes.",
    "Might you put me in touch with your team?",
    "I hope you can also look over my plan.",
    "Send me your notes, please.",
    "Also, what would you charge for a review of my plan?",
]


@pytest.mark.parametrize("sentence", SECOND_REQUESTS)
def test_a_second_request_is_found(sentence: str) -> None:
    """One thing is asked of a stranger."""
    assert "R3" in ward().failing(ward().with_sentence(sentence))


@pytest.mark.parametrize("sentence", SECOND_REQUESTS)
def test_a_thank_you_asks_for_nothing(sentence: str) -> None:
    """The same sentences are new favours there."""
    draft = ward(Kind.THANK_YOU)
    assert "T4" in draft.failing(draft.with_sentence(sentence))


NOT_OF_A_STRANGER = [
    ("R8", "I would like you to be my mentor."),
    ("R8", "Would you mentor me?"),
    ("R8", "I am looking for a mentor."),
    ("R8", "I hope you will take me on."),
    ("R8", "It would mean a lot to become your mentee."),
    ("R8", "I'd love to have you as a mentor."),
    ("R8", "Could you take me under your wing?"),
    ("R8", "I am seeking mentorship from you."),
    ("R8", "Would you consider mentoring me?"),
    ("R8", "I want to learn from you as my mentor."),
    ("R8", "I'm in search of a mentor."),
    ("R8", "Would you be open to a mentoring relationship?"),
    ("R9", "Is there a job at your clinic?"),
    ("R9", "Could you refer me?"),
    ("R9", "I would be grateful for a referral."),
    ("R9", "Please put in a word for me."),
    ("R9", "My CV is attached."),
    ("R9", "I have attached my resume."),
    ("R9", "Are you hiring?"),
    ("R9", "I would love to work for you."),
    ("R9", "Please consider me for a position."),
    ("R9", "I want to join your team."),
    ("R9", "Do you have any openings in your team?"),
    ("R9", "Could you recommend me to your manager?"),
    ("R9", "Is there a vacancy in your department?"),
    ("R9", "Could you help me get a job at your company?"),
    ("R9", "Would you have an internship for me?"),
    ("R9", "I am looking for a job and hope you can help."),
    ("R9", "Could you pass my CV on?"),
]


@pytest.mark.parametrize(("rule", "sentence"), NOT_OF_A_STRANGER)
def test_what_is_not_asked_of_a_stranger_is_found(rule: str, sentence: str) -> None:
    """A job, a referral, to be one's mentor."""
    for draft in of_kind(Kind.FIRST_CONTACT):
        if draft.brief.case.mentor.relationship is Relationship.COLD:
            assert rule in draft.failing(draft.with_sentence(sentence)), draft.name


@pytest.mark.parametrize(
    "sentence",
    [
        "As we discussed, I will count the shifts.",
        "When we met, you told me about the form.",
        "I attended your talk in Oslo.",
        "It was great to meet you at the conference.",
        "Thank you for our call last week.",
        "You mentioned that nurses skip pages.",
        "I read your book with great interest.",
        "Following our conversation, I changed the form.",
        "I enjoyed your lecture on forms.",
        "It was a pleasure talking to you.",
        "Your advice on forms helped me.",
        "I was at your workshop in spring.",
        "We met at a conference.",
        "I have followed your work for years.",
        "I loved your podcast on nursing.",
        "Since our last meeting I have changed the form.",
        "I have been reading your newsletter for years.",
        "As promised, here is my plan.",
        "Thanks for your help with the form.",
    ],
)
def test_a_shared_past_that_no_fact_tells_is_found(sentence: str) -> None:
    """A stranger is not told of a call that never was."""
    assert "R18" in ward().failing(ward().with_sentence(sentence))


@pytest.mark.parametrize(
    ("kind", "sentence"),
    [
        (Kind.THANK_YOU, "I hope your daughter is better soon."),
        (Kind.THANK_YOU, "Your daughter is in hospital, so January may not work."),
        (Kind.THANK_YOU, "I know that your daughter is ill."),
        (Kind.THANK_YOU, "You think the matron blocks every change."),
        (Kind.THANK_YOU, "I understand if you cancel in January because of the hospital."),
        (Kind.THANK_YOU, "thinks the matron blocks every change"),
        (Kind.FIRST_CONTACT, "I heard you are moving to Vienna."),
        (Kind.FIRST_CONTACT, "Good luck with the move to Vienna."),
        (Kind.AGENDA, "Congratulations on moving to Vienna."),
    ],
)
def test_a_withheld_line_is_found_in_its_own_and_in_other_words(kind: Kind, sentence: str) -> None:
    """Private and unconfirmed lines stay in the app."""
    draft = ward(kind)
    assert draft.failing(draft.with_sentence(sentence))


@pytest.mark.parametrize(
    "sentence",
    [
        "You founded a charity for orphans.",
        "Your book on leadership is well known.",
        "You won a prize for your form.",
        "You are a pioneer of digital nursing.",
        "Your patients love you.",
        "You trained as a lawyer.",
        "Your talk on sleep changed my life.",
        "You have written novels about hospitals.",
        "I'm writing because you left medicine to paint.",
    ],
)
def test_a_claim_about_the_mentor_that_no_fact_tells_is_found(sentence: str) -> None:
    """Plain words can be invented too, without a name or a number."""
    assert ward().failing(ward().with_sentence(sentence))


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("you cut the admission form", "I cut the admission form"),
        ("I'm writing because you cut the admission form", "I'm writing because she cut the admission form"),
        ("you cut the admission form", "her team cut the admission form"),
        ("I'm Tomi Adebayo, a ward clerk", "You are Tomi Adebayo, a ward clerk"),
        ("I'm Tomi Adebayo", "I'm Marta Zielińska"),
        ("My goal is to move into hospital data work", "Your goal is to move into hospital data work"),
        ("you cut the admission form", "Marta Zielińska cut the admission form"),
        ("a ward clerk at Leith Infirmary", "a head of informatics at Ostrava Clinic"),
        (
            "I'm writing because you cut the admission form from 94 questions to 31 in 2019.",
            "As a night nurse for eleven years, I know the form.",
        ),
        ("you cut the admission form from 94 questions to 31 in 2019", "you have been nine years on two wards"),
        ("you cut the admission form from 94 questions to 31 in 2019", "you keep the discharge forms"),
        ("you cut the admission form from 94 questions to 31", "you cut the admission form from 31 questions to 94"),
        ("In return, I can offer feedback from a busy ward", "In return, you can offer feedback from a busy ward"),
    ],
)
def test_mentee_and_mentor_swapped_is_found(old: str, new: str) -> None:
    """Each keeps their own life."""
    body = ward().revision.body
    assert old in body
    assert ward().failing(body.replace(old, new)), new


@pytest.mark.parametrize("draft", AGENDAS)
def test_an_agendas_times_must_sum_up(draft: Ready) -> None:
    """One minute more or less in any part."""
    body = draft.revision.body
    for match in re.finditer(r"\((\d+) min\)", body):
        for step in (-1, 1):
            new = body[: match.start()] + f"({int(match[1]) + step} min)" + body[match.end() :]
            assert "G4" in draft.failing(new)
    total = draft.brief.meeting.minutes
    assert "G4" in draft.failing(body.replace(f"{total} minutes in all", f"{(total or 0) + 5} minutes in all"))


@pytest.mark.parametrize("draft", AGENDAS)
def test_an_agenda_keeps_the_mentees_questions_word_for_word(draft: Ready) -> None:
    """Neither reworded nor dropped."""
    for question in draft.brief.meeting.questions:
        new = draft.revision.body.replace(question, question.replace(" ", " really ", 1))
        assert "G5" in draft.failing(new)
        assert "G5" in draft.failing(draft.revision.body.replace(question, ""))


@pytest.mark.parametrize("draft", THANKS)
def test_a_thank_you_needs_an_item_and_an_action(draft: Ready) -> None:
    """Something that was said, and what will be done."""
    sections = {section.name: section.text for section in draft.revision.sections}
    body = draft.revision.body
    for name in ("echo", "plan", "close"):
        body = body.replace(sections.get(name) or "\0", "It was very useful and I'll act on it.")
    actions = [action for action in draft.brief.meeting.next_actions if action.owner == "mentee"]
    notes = draft.brief.of("meeting.notes")
    assert draft.failing(body) == ({"T2"} if notes else set()) | ({"T3"} if actions else set())


@pytest.mark.parametrize("draft", EVERY)
def test_an_email_needs_a_subject(draft: Ready) -> None:
    """In every kind."""
    assert draft.failing(draft.revision.body, "  ")
