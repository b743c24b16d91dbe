"""Nouns by what goes before them: those that need an article, those that take none, and fixed phrases without one."""

from __future__ import annotations

# Nouns of one thing each, as they stand in plans, notes and goals.
COUNT = frozenset(
    """
    abstract accent account action ad address adviser afternoon agency agenda agreement aim alarm album
    allotment ambulance analysis angle animal answer apartment apology app appeal appendix application
    appointment apprentice archive area argument article assessment assignment association attempt audience
    audit author average backup badge bag bakery band bank bar barn base basket batch battery bed bench bike
    bill bin bio biography bird bit blog board boat body bolt book booking border bottle bottleneck bowl
    box brand break bridge brief briefing brochure brush budget bug building bus business button cabin
    calculation calendar call camera campaign candidate car card career carpenter case catalogue catalog
    category cellar centre center ceremony certificate chair chance change channel chapter charity chart
    checklist chef child choir church circle city claim class classroom clause cleaner client clinic clock club
    coat collection colleague college column comment committee community company comparison competition
    complaint computer concept concert conclusion condition conference connection contact contest contract
    conversation cooperative copy corner council country county couple course court cover crate critique crop
    cup curriculum curtain customer cut dashboard database date day deadline deal debate debrief decision deck
    defence definition degree delay demo department deposit description desk diagram diary dictionary difference
    diploma director discount discussion dish district document dog donor door dossier draft drawer drawing
    dress drill driver edit edition editor email employer end entry entrance envelope essay estimate evaluation
    evening event example exam examination exercise exhibition experiment expert explanation extract eye factory
    failure fair farm farmer favour fence festival field figure file film filter firing firm flat flyer focus
    folder fold foot forecast forest form format formula forum foundation frame friend fund gallery game garden
    gate gig glaze glossary goal grade grant graph group guest guide guild guitar habit half hall hand handbook
    handle handout handover head headline hearing hedge hive hobby hole home hospital hotel hour house household
    idea illustration image index inbox instructor instrument interest interpreter internship interview intro
    introduction invoice issue item jacket jar jig job joint journal journey judge kiln kit kitchen knife lab
    label laboratory ladder lamp landlord laptop lawyer lease leaflet lecture ledger legend lesson
    letter library licence license lift limit line link list listing loan location log logbook logo loss lunch
    machine magazine mailing manager manual manuscript map margin market material meal measurement mechanism
    meeting melody member memo mentor menu message method metric mill mine minute mistake mix model module month
    morning motor museum name nap neighbour network newsletter night note notebook notice number nurse object
    obituary offer office officer one-pager online opening opera opinion option orchestra order organ
    organisation organization outline overview owner page paint painting paper paragraph parcel park part
    participant partner party passage patch path patient pattern paycheck pdf pen penalty period permit person
    phone photo photograph phrase piano picture piece pilot place plan plane plank plant plate platform play
    player plot podcast poem point pointer policy pool portfolio portrait position post poster pot potter
    prescription presentation press price principle printer prison problem procedure process product professor
    profile program programme project promise proof proposal prosthesis prototype publisher pump pupil purchase
    puppet purpose puzzle quarter question questionnaire queue quiz quote quotation rate reader reason receipt
    recipe recommendation record recording recruiter reel reference refusal region register rehearsal
    relationship release reminder rep repair repertoire replacement reply report reporter request requirement
    resident response restaurant restore result resume retailer review reviewer revision reward rib rind ring
    rise risk river road roadmap role roof room root rope rota roster route routine row rule runner sale salary
    sample sandwich scale scene schedule schema scheme scholarship school score screen script season seat
    secretary section seminar sensor sentence series server session setting shape shelf shift ship shop
    shortlist show side sign signature signal site sketch slide slot snippet society song source speaker
    specialist spectrum speech spreadsheet stage stair stall stamp stand standard start statement station
    stencil step stick stool stop story street strip student studio study subject subscription suburb suggestion
    suitcase summary supervisor supplier survey switch symbol system table tablet tag talk tank target task
    taster tasting teacher team technique template tenant term test text theatre theme theory thesis thread
    ticket till timeline timesheet timetable tin tip title token tool topic tour towel town track trade train
    trainer transcript translation translator tree trial trick trip truck tune tutor tutorial unit university
    union update user valley van variant variety version video view village violin visit visitor voice volunteer
    wall warehouse warning wave website wedding week weekend wheel window wing wire woman word workbook workflow
    workshop workplace worksheet year yard zone bond panel pitch buyer fork market jig reviewer crane bank rep
    forwarder scanner mark spot studio obituary opponent radius tile towel tram box accountant batch jig stall
    bench hem glove layout check-in crew key capnograph trace sheet backfill gist loaf 1-pager cheat-sheet
    """.split()
)

# Nouns that stand without an article, and the heads of abstract phrases.
MASS = frozenset(
    """
    academia access accommodation advice air anaesthesia architecture art assistance attention authority baking
    balance bandwidth beeswax bracing bread butter capacity care cash clay clothing cost coaching coffee
    communication comfort concrete conducting confidence consent content cooking cotton courage credit data debt
    design detail dialogue documentation dust ecology editing education electricity energy engineering English
    equipment evidence exercise experience expertise fabric feedback fiction finance flour food freelancing
    freight fuel fun funding furniture gardening glass grammar grass grief guidance hardware health heat help
    history homework honey housing hygiene information infrastructure ink insurance interpreting iodine jargon
    journalism justice knowledge labour land leadership learning leather legislation literature logistics luck
    luggage machinery management marketing maths mathematics medicine membership mentoring milk money moisture
    music nursing oil overtime packaging paperwork parenting parking patience pay peat permission physics
    planning poetry postage practice pricing privacy production programming progress promotion proofreading
    publicity quality rain reading recognition recruitment reed rent research rest rice safety salt sand
    sanitation scheduling seaweed security sewing silence skin sleep soap software soil space spelling staffing
    statistics steel stock storage stress stuff style sugar support sympathy tape tax tea teaching terminology
    thinking time timber tooling traffic training transport travel trust typing usability uncertainty
    understanding varnish vocabulary voicing warmth water weather weight wind wine wood wool work writing yoga
    sheeting leave terms
    """.split()
)

# Words of one's own life: bare, they are the writer's.
MINE = frozenset(
    """
    boss supervisor mum mom dad mother father sister brother wife husband uncle aunt cv resume
    """.split()
) | {"line manager", "team lead", "linkedin profile"}

# Posts that one body has once.
ROLES = frozenset("ceo cfo coo cto cio md hod dpo".split())
CAPITAL_ROLES = frozenset("CNO DON".split())
"""The same where small letters may be a name or a word: a director of nursing."""

# Acronyms of things that are one each: "a small PR".
ACRONYMS = frozenset("API CV FAQ KPI MVP MOOC PDF POC PR RFC RFP SLA SOP UI URL".split())

# Verbs whose object comes into being, or is looked for.
MADE_WITH = frozenset(
    """
    add apply arrange ask attend book borrow build buy choose collect commission compose cook create design
    develop do draft draw earn employ find form found get give grow have hire hold host invent invite join keep
    knit lend look make need negotiate offer open order organise organize paint pick plan plant practise prepare
    propose rent request run schedule secure set sew sketch spend start suggest take try use wear win write
    """.split()
)

# Preposition and noun that make a phrase without an article.
PHRASES = frozenset(
    f"{preposition} {noun}"
    for preposition, nouns in {
        "at": "home work school sea night noon university college risk rest once first last least dinner lunch hand",
        "by": "phone email hand post mail train bus car bike boat plane heart letter law word name video chance "
        "mistake default stop night day ear",
        "in": "post person writing advance detail full private public court bed general time spring summer autumn "
        "winter hospital prison school class university college town charge use force line theory practice secret "
        "place order season office sequence parallel turn half return principle translation context print pine "
        "private view mind mid-sentence",
        "on": "time paper board foot loan sale site call track hold demand screen stage request average line record "
        "duty leave holiday top display trial tour camera air trust credit budget schedule purpose",
        "from": "memory scratch home work start scene day beginning hand paper school door experience source",
        "to": "work school bed university college court press paper date market scale sea class church print music",
        "with": "care pleasure confidence help ease time practice permission",
        "without": "warning notice help delay exception permission fear paper practice sleep jargon budget",
        "for": "free fun lunch dinner sale example now hire real work school practice food help",
        "before": "lunch work school class dinner breakfast noon bed",
        "after": "lunch work school class dinner breakfast noon hours",
        "under": "pressure control way contract water",
        "off": "work school duty",
        "during": "class lunch work",
        "into": "bed print practice production use",
        "via": "email phone post",
        "out": "loud",
    }.items()
    for noun in nouns.split()
)
