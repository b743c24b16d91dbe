"""How many things a message asks for, and what a stranger is not asked."""

from __future__ import annotations

import pytest

from outreach.domain.draft import Channel, Finding, Kind, Level
from outreach.domain.people import Relationship
from outreach.review.check import review_context
from outreach.review.context import Context
from outreach.review.rule import Policy
from tests.review.drafts import ward

ONE_REQUEST = [
    "Would you have 20 minutes for a call about how you began? If not, no hard feelings.",
    "What I'd like to ask is how you chose your first clients. A short reply would be plenty.",
    "My question is this: how did you decide which ward to start with? Two lines would help.",
    "How did you get your first commission? That is my one question.",
    "Is there a morning when I could ring you for twenty minutes? Mornings suit me best.",
    "I wonder whether you might spare 15 minutes for a call. Any day works for me.",
    "I would be grateful for a short call of 20 minutes. I can call whenever suits you.",
    "If you could spare twenty minutes, I'd come to you. Just name a time.",
    "Please tell me, in a line or two, which glue you would use. If you'd rather not, please say so.",
    "Could I ask you for 20 minutes? Would Tuesday or Thursday after four suit you?",
    "May I have 15 minutes of your time on the phone? Should you prefer e-mail, could you write me a line instead?",
    "I keep asking myself: how do people do this? Would you have 20 minutes to tell me how you did?",
    "Would you be willing to talk for 20 minutes? Let me know if a weekday evening would be easier.",
    "Could we talk for 20 minutes? I'd be happy to send my questions beforehand.",
    "Could we talk for half an hour? If you are not the right person, perhaps you could point me to someone who is.",
    "Would you have 20 minutes? In return I could send you our delay logs, if useful.",
    "I have one question, and I hope you can answer it by email: how do you price a repair?",
    "I'd love to hear how you moved from nursing to data. Could we speak for 20 minutes?",
    "Do you have 20 minutes in the next weeks? Please pick any time that suits you.",
    "Would you mind if I called you for ten minutes one evening?",
    "Might I come by your workshop for half an hour one Saturday and ask you about dovetails?",
    "I'm writing to ask whether you would give me twenty minutes of your time.",
    "It would mean a lot to me if you could spare a quarter of an hour.",
    "I was wondering if you'd be open to a brief chat, 15 minutes at most. No worries if not.",
    "Could you tell me how you got your first job in the field? A line by email is plenty.",
    "Would you let me ask you three short questions by email? They would take ten minutes.",
    "What would you do in my place? I would be glad of a few lines.",
    "I would like to ask your advice on one thing: should I finish the degree first?",
    "Would a 20-minute call be possible? I will send an agenda the day before, so you know what to expect.",
    "Can I buy you a coffee and ask you about your years at sea? Half an hour would be plenty.",
    "Your time is short, I know. Still: could you look back and tell me what you would do differently?",
    "Could you spare me twenty minutes on the phone to explain how you decide which old layers can stay?",
    "I hope to hear from you, but please don't feel obliged. Would you have 15 minutes for a call?",
    "Would you have twenty minutes for me? Could we perhaps do it by phone, since my connection is bad?",
    "I need one piece of advice: where would you put the first sensor?",
    "Perhaps you could spare 20 minutes for a call. Shall I ring you, or would you rather ring me?",
    "I'd welcome your thoughts on one question: is lime or clay better for a damp wall?",
    "Would you share with me how you handled the first year? 20 minutes on the phone would do.",
    "Could I pick up the phone one day and ask you how you set up the first clinic? Fifteen minutes would be enough.",
    "Do you think a short call would be possible? I only need 15 minutes.",
    "Would you be so kind as to answer one question about your time in Oslo?",
    "Can you recommend a book on hedge laying? I ask because your talk made me curious.",
    "How does one learn to write that briefly? If you have ten minutes for a call, I would love to ask you.",
    "I would very much like to speak with you for 20 minutes about the first year of a practice.",
    "Last May we sent the first boat out. Would you have 20 minutes to tell me how you chose yours?",
    "At the end of May I shared your article with my class. Could we speak for 15 minutes?",
    "Between April and May we lost nine hives. May I ask you for twenty minutes on the phone?",
]
NO_OR_TWO_REQUESTS = [
    "Would you have 20 minutes for a call, and could you introduce me to Anna?",
    "Could we talk for 20 minutes? I would also be glad if you read my CV.",
    "Could you give me some advice on grants? I'd also like us to meet every month.",
    "May I call you for 15 minutes? Please have a look at the attached plan before that.",
    "Would you have 20 minutes to talk? I'd also love an introduction to your editor.",
    "Could I ask you for 20 minutes, and would you look over my portfolio?",
    "Could you spare 20 minutes to talk and look at my CV?",
    "How did you get your first commission? And could you put me in touch with the gallery?",
    "I would be grateful for a short call. Also, do you know anyone who hires beginners?",
    "Please tell me how you began. Please also send me your slides.",
    "Would you have 15 minutes for a call? Another favour: could you share my page with your followers?",
    "I wonder whether you might spare 15 minutes. If it goes well, could you write me a letter of recommendation?",
    "Could we speak for 20 minutes? It would also be wonderful to visit your studio for a day.",
    "Would you be open to a call? And would you read the first chapter of my thesis?",
    "Could I ask you about your first year? I'd also appreciate your signing my petition.",
    "Would you have 20 minutes? I would love to shadow you for a week as well.",
    "Could we talk for 20 minutes? After that, would you be willing to give a talk at our school?",
    "I think about lime mortar a lot.",
    "I look forward to hearing from you.",
    "Thank you for your inspiring work. I hope to follow in your footsteps.",
    "I would like to become a data engineer and your career shows the way.",
    "Could you send me your reading list? I would also like a 20-minute call.",
    "Would you give me twenty minutes on the phone? Please forward my note to your colleagues too.",
    "Could we talk for 20 minutes, and may I have a copy of your slides?",
    "May I call you? I'd be grateful too if you would check my grant application.",
    "Would you spare 20 minutes? Perhaps you could connect me with your publisher too.",
]
NO_JOB_ASKED = [
    "Your job at the clinic must leave little time.",
    "How did you get your first job at sea?",
    "My goal is to become a head nurse by 2028.",
    "I applied for the role of shift lead last spring.",
    "You found your first job through a friend, and so did I.",
    "I read the reference to the paper on page 3.",
    "I often refer to your table in class.",
    "The job of a hedge is to keep sheep in.",
    "My boss is hiring two people for the night shift.",
    "I hope to find a position as a junior vet one day.",
    "I'm not looking for a job, only for advice.",
    "This is not about a vacancy.",
    "Please don't worry, I am not after a job.",
    "I have a job I like, and I want to do it better.",
    "My CV has a gap of two years that I never know how to explain.",
    "The post office job paid for my studies.",
    "You hired your first apprentice after six years; how did you know it was time?",
    "I work for a small firm in Leeds.",
    "I joined a team of four in May.",
    "I would like to work with lime one day.",
    "My internship at the brewery ended in June.",
    "I start an internship in Cork in March, and I'd like to prepare well.",
    "Our department has two open positions, so I do the work of three.",
    "I have been offered a role as team lead and am not sure whether to take it.",
    "I am interested in the role of the bridge officer.",
    "You think of your readers first, and I'd like to learn that.",
    "I was an apprentice myself before I moved into the office.",
    "The roles in our choir are open to everyone.",
    "People kept me in mind when a shift came free.",
    "Your first position at Kew was in the seed bank.",
    "You took on an apprentice at the age of seventy.",
]
JOB_ASKED = [
    "Is there a chance of a season in your workshop next year?",
    "If your team is ever looking for someone like me, I would be glad to hear of it.",
    "Please keep me in mind for openings.",
    "I'd be grateful if you could put in a word for me.",
    "Do you happen to know of any junior roles in your group?",
    "I have enclosed my CV for your records.",
    "Perhaps there is a place for me in your workshop as a trainee.",
    "I would be happy to join your company in any role.",
    "Could you pass on my name to your head of department?",
    "Might there be an internship at your studio next summer?",
    "Would your firm take on an apprentice like me?",
    "Should a position become free, I'd love to apply.",
    "I'm currently looking for new opportunities and wondered whether you are hiring.",
    "Please find my résumé attached.",
    "Would you recommend me for the trainee programme at your company?",
    "I hope there might be an opening for a beginner like me on your crew.",
    "Could you help me find a job in your industry?",
    "I am applying to your company and would value a referral.",
    "I'd love to know if your lab has a position for a PhD student.",
    "If anything opens up at Nordhav, I'd be the first to apply.",
    "Are there any openings at your hospital?",
]
NO_MENTOR_ASKED = [
    "You have mentored 40 nurses, I read.",
    "I am looking for mentors who would speak in our programme.",
    "My mentor at work told me to write to you.",
    "You said that mentoring taught you patience.",
    "I do not expect you to mentor me; one answer is plenty.",
    "Our mentoring scheme ends in May.",
    "I was mentored by a retired baker.",
    "Your guidance on page 12 helped me.",
    "I had no mentor when I began.",
    "Mentors like you are rare in our valley.",
    "I meet my supervisor every month.",
    "I take a boat out every week.",
]
MENTOR_ASKED = [
    "Would you take me under your wing?",
    "I'd be honoured to call you my mentor.",
    "Would you consider being a mentor to me?",
    "I need a mentor like you.",
    "Could you guide me over the coming months?",
    "Could we meet once a month?",
    "I'd love to be mentored by you.",
    "I was hoping you might act as my mentor.",
    "I am searching for a mentor in this field and thought of you.",
    "Would you be willing to meet regularly?",
    "Would you coach me through the next year?",
    "I would like you to be a mentor for me during my training.",
]
NO_FAVOUR = [
    "By Friday the opening with the two chairs will be on paper.",
    "The opening at the harbour is the part I like best.",
    "Let me know if I got something wrong.",
    "If I can ever do something for you, please tell me.",
    "I look forward to the question list whenever you have time to send it.",
    "Please give my regards to your team.",
    "Tell me if the form breaks, and I'll mend it.",
    "I'll ask my boss about a four-day week.",
    "You asked me what I would do with one more nurse.",
    "Could I have known that before? Probably not.",
    "Who would have thought that ten shifts tell so much?",
    "I can't wait to begin.",
    "Please don't trouble to answer this.",
    "I hope you have a quiet week.",
    "I hope you can rest over the holidays.",
    "Would you believe it, the sister said yes at once.",
    "You asked whether I would do it again, and I would.",
    "I wonder how I ever worked without a list.",
    "I'd be happy to show you the result in spring.",
    "If you are ever in Leith, the tea is on me.",
    "You offered to introduce me to Anna, and I'd gladly take you up on it.",
    "I would love to tell you in January how it went.",
    "Stop me if I rush again next time.",
    "I will send you the numbers by Friday.",
    "May your bees winter well.",
]
FAVOUR = [
    "Could you also introduce me to two colleagues?",
    "One more thing: would you read my plan before Friday?",
    "I'd be grateful if you could recommend me to your director.",
    "Do you know of any openings in your department?",
    "Would you have another hour next week to go through my CV?",
    "Please send me the names of the people you mentioned at the hospital.",
    "May I ask one more favour: could you write me a reference?",
    "I was wondering if you could look over my application.",
    "I attach my CV in case you hear of anything.",
    "Might you be able to put me in touch with the editor?",
    "It would be great if you could share this with your network.",
    "Would you mind if I sent you a draft to read?",
]

CALL = "Would you have 20 minutes for a call? If not, no hard feelings. "


def found(
    text: str, kind: Kind = Kind.FIRST_CONTACT, relationship: Relationship = Relationship.COLD
) -> dict[str, Finding]:
    """Failing findings of a message without a case, by rule."""
    context = Context("A question", f"Dear Kim,\n\n{text}\n\nThank you,\nZed", kind, Channel.EMAIL, relationship)
    return {one.rule: one for one in review_context(context, Policy()).findings if one.level is Level.FAIL}


@pytest.mark.parametrize("text", ONE_REQUEST)
def test_a_request_with_its_topic_its_date_and_its_way_out_is_one(text: str) -> None:
    """However it is put."""
    assert not found(text).keys() & {"R3", "R8", "R9"}


@pytest.mark.parametrize("text", NO_OR_TWO_REQUESTS)
def test_no_request_and_two_requests_are_found(text: str) -> None:
    """Two that differ in what is asked for, or a wish that asks for nothing."""
    assert "R3" in found(text)


def test_the_second_request_is_the_one_reported() -> None:
    """Also where it stands before the one that the message is about."""
    for text in (
        "Would you have 20 minutes for a call? Could you send me your slides?",
        "Could you send me your slides? Would you have 20 minutes for a call?",
    ):
        hit = found(text)["R3"]
        body = f"Dear Kim,\n\n{text}"
        assert "slides" in body[hit.start : hit.end], text


@pytest.mark.parametrize(
    ("relationship", "text"),
    [
        (Relationship.REVERSE, "Could I show you how the map works in a first lesson of half an hour?"),
        (Relationship.REVERSE, "Would half an hour one evening be of use to you?"),
        (Relationship.PEER, "Shall we swap notes for half an hour on how each of us prices repairs?"),
        (Relationship.PEER, "Could we compare lists for half an hour? I'd bring mine."),
    ],
)
def test_an_offer_put_as_a_question_is_the_request_between_equals(relationship: Relationship, text: str) -> None:
    """Who teaches or shares asks whether it is welcome."""
    assert "R3" not in found(text, relationship=relationship)


@pytest.mark.parametrize("text", NO_JOB_ASKED)
def test_a_job_that_is_only_spoken_of_is_no_request(text: str) -> None:
    """The reader's, one's own, a goal, another sense of the word."""
    assert not found(CALL + text).keys() & {"R3", "R9"}


@pytest.mark.parametrize("text", JOB_ASKED)
def test_a_job_or_a_referral_asked_of_a_stranger_is_found(text: str) -> None:
    """Also where it is hidden in a condition."""
    assert "R9" in found(CALL + text)


@pytest.mark.parametrize("text", NO_MENTOR_ASKED)
def test_mentoring_that_is_only_spoken_of_is_no_request(text: str) -> None:
    """A programme, somebody else's mentor, the reader's own mentoring."""
    assert not found(CALL + text).keys() & {"R3", "R8"}


@pytest.mark.parametrize("text", MENTOR_ASKED)
def test_asking_a_stranger_to_be_ones_mentor_is_found(text: str) -> None:
    """Or for a long row of meetings."""
    assert "R8" in found(CALL + text)


@pytest.mark.parametrize("text", NO_FAVOUR)
def test_a_thank_you_may_hope_offer_and_look_forward(text: str) -> None:
    """A kindness is no favour."""
    assert "T4" not in found(text, Kind.THANK_YOU)


@pytest.mark.parametrize("text", FAVOUR)
def test_a_thank_you_that_asks_for_more_is_found(text: str) -> None:
    """An introduction, a reading, a CV."""
    assert "T4" in found(text, Kind.THANK_YOU)


@pytest.mark.parametrize(
    "text",
    [
        "Please send the question list whenever you find a moment.",
        "Could you send me the question list you spoke of?",
        "Does Thursday 14 January still suit you?",
    ],
)
def test_what_was_promised_may_be_called_to_mind(text: str) -> None:
    """The mentor's own actions, and the next meeting."""
    draft = ward(Kind.THANK_YOU)
    assert "T4" not in draft.failing(draft.with_sentence(text))
