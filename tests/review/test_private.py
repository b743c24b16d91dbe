"""Private and unconfirmed lines told in other words, and ordinary sentences that share a word with one."""

from __future__ import annotations

import pytest

from outreach.briefing.brief import make_brief
from outreach.domain.case import Action, Ask, Case, Meeting
from outreach.domain.draft import Kind
from outreach.domain.people import Mentee, Mentor
from outreach.review.check import review
from tests.review.drafts import TODAY


def case(note: str = "", private: str = "", background: str = "", own: str = "") -> Case:
    """A baker's case with one line that is withheld."""
    return Case(
        Mentee("Zed Quill", ("Run my own bakery by 2029",), role="Baker", background=own),
        Mentor("Kim Ode", f"Kim Ode has run a bakery in Leeds since 2011. Nine people work there.\n{background}"),
        Ask(about="when to hire", minutes=20),
        Meeting(
            minutes=30,
            notes=f"Hire for the hour you hate most\nWrite the week down before hiring\n{note}",
            private=(private,) if private else (),
            next_actions=(Action("Write down one week"),),
        ),
    )


def told(of: Case, text: str, kind: Kind = Kind.THANK_YOU) -> bool:
    """Whether a sentence is found to tell of what is withheld."""
    findings = review("Thanks", f"Dear Kim,\n\n{text}\n\nZed", make_brief(of, kind, TODAY)).findings
    return any(finding.rule == "P1" for finding in findings)


TIRED = case(private="seemed tired")
DAUGHTER = case("her daughter is in hospital")
ACCOUNTANT = case(private="thinks the accountant blocks every change")
VIENNA = case(background="heard she is moving to Vienna??")
BUDGET = case("!her budget was cut, upset")
SHOP = case("off the record: she may sell the shop to a chain")
LEASE = case(private="quarrel with her brother about the lease")
DIVORCE = case("he is getting divorced")
BABY = case(private="is pregnant, due in May")
DRINK = case(private="drinks too much")
JOB = case("!looking for another job")
KNEE = case(private="her knee keeps her from the early shift")
GUILD = case("!he was passed over for the chair of the guild")
PRINT = case(private="can hardly read small print any more")
STALL = case(private="thinks of giving up the Sunday stall")
MILL = case("confidential: the flour mill is raising its prices in March")
COPENHAGEN = case(background="?? maybe off to a training post in Copenhagen")
SON = case(private="his son dropped out of the apprenticeship")
LOAN = case(private="the oven loan is not paid yet, the bank presses")
GRANT = case("off the record: the grant for apprentices has been refused")
HEARING = case(private="hearing is getting worse, asks twice")
CHAT = case(background="?? has vertigo, somebody wrote in the guild chat")
MARKET = case(own="I bake for the market. I may bake for the winter market next year ??")
OVEN = case("!oven 3 will be closed", background="The shop shuts at noon.")
DOG = case(private="very low since the dog died")
DEPUTY = case("!her deputy has resigned")
WAGES = case("!K. has not been paid for the autumn fair")
PIPES = case(private="may give up the pies")
STIPEND = case(own="I bake rye.\nheard that my stipend may be extended by six months")
OWN = case(own="I bake rye. They may give me the Harbour Street shop, not sure yet")


@pytest.mark.parametrize(
    ("of", "text"),
    [
        (TIRED, "You looked exhausted."),
        (TIRED, "I hope you get some rest."),
        (TIRED, "You seemed worn out at the end."),
        (DAUGHTER, "I am sorry about your family's illness."),
        (DAUGHTER, "I hope your daughter is home again."),
        (DAUGHTER, "I hope your little girl gets better soon."),
        (ACCOUNTANT, "I understand the trouble with the accountant."),
        (ACCOUNTANT, "You said that your accountant stands in the way of changes."),
        (VIENNA, "I wanted to ask before your move to Austria."),
        (VIENNA, "Good luck in Vienna."),
        (BUDGET, "I am sorry that your budget was cut."),
        (BUDGET, "I hope the cuts to your budget are not too deep."),
        (BUDGET, "I was sorry to see you sad about the money."),
        (SHOP, "I will not tell anyone that you want to sell the shop."),
        (SHOP, "If a chain buys your shop, who bakes?"),
        (LEASE, "I hope you and your brother agree about the lease soon."),
        (LEASE, "Family arguments over a lease are hard."),
        (DIVORCE, "I wish you strength during your separation."),
        (DIVORCE, "The end of your marriage must be hard."),
        (BABY, "Congratulations on the baby."),
        (DRINK, "I worry about your drinking."),
        (JOB, "Good luck with your job search."),
        (JOB, "I hope you find a new position."),
        (OWN, "I may soon have the shop in Harbour Street."),
        (KNEE, "I hope your knee is kinder to you by spring."),
        (GUILD, "I'm sorry that the guild chose somebody else for the chair."),
        (GUILD, "I was sad to hear you did not get the post at the guild."),
        (PRINT, "I'll print it in large letters, since your eyes tire."),
        (STALL, "I hope you carry on with the Sunday stall."),
        (MILL, "I'm sorry about the mill's prices going up in March."),
        (MILL, "I gather the mill wants more money from March."),
        (COPENHAGEN, "I gather you may soon be off to Copenhagen."),
        (COPENHAGEN, "I hear that Denmark may call you away."),
        (SON, "I hope your boy finds his way after leaving the apprenticeship."),
        (LOAN, "I wish you luck with the bank and the loan."),
        (GRANT, "I do hope there will be money for the apprentices after all."),
        (GRANT, "I was sorry to hear that the apprentices' grant fell through."),
        (HEARING, "I'll speak up next time, now I know about your hearing."),
        (MARKET, "I will probably be baking for the winter market next year."),
        (OVEN, "With oven 3 about to shut, the early shift counts double."),
        (CHAT, "I hope that the vertigo lets you climb ladders again."),
        (DOG, "I hope the house feels a little less empty soon without your dog."),
        (DOG, "I was so sorry to learn about your dog."),
        (DEPUTY, "I hope you find a new deputy quickly."),
        (DIVORCE, "It can't be easy to run a firm while a marriage ends."),
        (WAGES, "I hope the fair pays you for the autumn soon."),
        (PIPES, "It would be a shame if you stopped making pies."),
        (STIPEND, "And as my stipend runs half a year longer now, there is time."),
    ],
)
def test_a_withheld_line_in_other_words_is_found(of: Case, text: str) -> None:
    """By like words, by names, by the country of a city."""
    assert told(of, text)


@pytest.mark.parametrize(
    ("of", "text"),
    [
        (TIRED, "I went home tired but happy."),
        (TIRED, "I am tired of guessing."),
        (TIRED, "It was a long week for us here, and I was worn out."),
        (DAUGHTER, "My daughter laughed at my list."),
        (DAUGHTER, "Best wishes to you and your family."),
        (DAUGHTER, "My mother is in hospital, so I read your list there."),
        (ACCOUNTANT, "I will change one thing at a time."),
        (ACCOUNTANT, "I think every change needs a week."),
        (VIENNA, "I am moving my oven next week."),
        (BUDGET, "I have a small budget."),
        (BUDGET, "You told me to cut my list."),
        (BUDGET, "I was upset at first, then glad."),
        (SHOP, "I sell forty loaves a day."),
        (SHOP, "My shop opens at six."),
        (LEASE, "My brother signed our lease in May."),
        (LEASE, "I had an argument with my oven."),
        (DIVORCE, "My parents separated when I was nine."),
        (DIVORCE, "I keep the flour and the yeast separated."),
        (BABY, "In May we open the second oven."),
        (DRINK, "We were drinking tea when you called."),
        (JOB, "My job begins at four."),
        (JOB, "I am looking for a mixer."),
        (OWN, "I bake rye and not much else."),
        (STALL, "I hope to carry on with my own stall on Sundays."),
        (LOAN, "I hear the bell of the oven even at night."),
        (LOAN, "The bank holiday gave me time to write the week down."),
        (CHAT, "If a list says who was late, somebody gets told off."),
        (KNEE, "My knee is fine again, thank you."),
        (KNEE, "I'll be back by the end of the month."),
        (PRINT, "I keep the plan on the wall by the till."),
        (HEARING, "It must be strange to get letters like mine."),
        (GRANT, "I was sad to put the phone down."),
        (GUILD, "Your hand was steady and mine was not."),
        (STALL, "I won't give up on rye."),
        (DOG, "A girl with a dog bought the last loaf."),
        (DAUGHTER, "My daughter made the poster."),
        (KNEE, "My knee hurts, too, when it rains."),
        (DOG, "I hope the dog next door lets me sleep."),
        (DEPUTY, "My deputy asked for the recipe."),
        (WAGES, "A man paid for his rye and left without a word."),
        (STIPEND, "My stipend ends like everything else."),
        (VIENNA, "I hope you stay well."),
    ],
)
def test_a_shared_word_alone_tells_nothing(of: Case, text: str) -> None:
    """The mentee's own feelings, family and work are theirs to tell."""
    assert not told(of, text)


def test_an_agenda_tells_nothing_of_private_notes_either() -> None:
    """Although it reads no notes."""
    assert told(ACCOUNTANT, "I would like to talk about the trouble with your accountant.", Kind.AGENDA)


def test_what_a_usable_fact_says_as_well_is_free() -> None:
    """The background names the daughter, so she may be named."""
    of = case("her daughter is in hospital", background="Runs it with her daughter.")
    assert not told(of, "You run the bakery with your daughter.")
    assert told(of, "I hope your daughter is out of hospital.")
