"""Word lists of English that telling and review need: closed, and only as good as the cases they were read from."""

from __future__ import annotations

# Base forms of verbs that goals, notes and biographies begin with. Words that are as often nouns in those places
# ("work", "plan", "lead") are told apart by what follows them, see telling.py.
VERBS = frozenset(
    """
    accept achieve acquire act add address adopt advise agree aim align allow analyse analyze answer apologise
    apologize apply argue arrange ask assess attach attend audit audition automate avoid bake balance ban be become
    begin believe bind block blog boil book borrow break breathe breed brew bring broaden brush build buy calculate
    calibrate call campaign care carry carve catalog catalogue cater change charge check choose chop circle
    circulate cite clean clear climb close coach collect color colour comb combine come commission compare compete
    compile complain complete compose concentrate conduct confirm confront congratulate connect consider consult
    contact contain continue contribute convert convince cook cool cooperate coordinate cope copy count cover create
    criticise crochet crush cultivate customise cut cycle dance deal decide decline decorate dedicate defeat defend
    defer define delegate delete deliver demonstrate deny depend deploy derive describe deserve design detect
    develop devote diagnose dig digitise digitize dine direct disagree discover discuss distil divide document
    double download draft draw dress drink drive drop dry dye earn eat edit email embrace embroider emigrate employ
    enable engage enjoy enrich enrol ensure enter entertain erase escape establish evaluate examine exclude excuse
    execute exist expand expect explain explode explore export extend fail fall farm feel ferment fight figure fill
    film find finish fire fish fix fly focus fold follow forge forget forgive found freelance freeze fry gain gather
    generate get give glue go grab graduate graft grate greet grind grow guide handle hang happen harvest haul have
    head heal hear help hesitate hide highlight hire hold host hurry identify ignore imagine implement impress
    improve include increase inform insist inspect install intern interpret interrupt interview introduce invent
    invest invite isolate join judge justify keep kill kneel knit know launch lay lead learn leave lecture lend let
    lift limit list listen live localise log look lose lower maintain make manage map mark marry match measure meet
    mend mentor merge message migrate mix mobilise modernise modernize move multiply neglect negotiate note observe
    obtain occupy offer open operate oppose order organise organize overcome oversee own paint pair pass pause pay
    peel perform persuade phone photograph pick pickle pilot pitch plan play plug polish post pour practice practise
    pray predict prefer prepare present preserve pretend prevent price print proceed produce promote pronounce
    propose protect prove provide prune publish pull pursue push put qualify quit quote raise rank rate reach read
    realise realize rear reboot rebrand rebuild receive recognise recognize recommend reconsider record recover
    redo redraw remake reorder reprint reread rerun resit resubmit retake retell retest rework
    recruit redesign reduce refactor refer refuse register rehearse reject rejoin relax release relocate rely remain
    remember remind remove render renovate rent reopen repaint repair repeat rephrase replace reply report rescue
    research resend reserve resign resist reskill resolve respect respond rest restart restore restrict restructure
    resume retire retrain retrofit return reuse reveal review revise rewind rewire rewrite rid ride ring rinse roll
    row ruin run sacrifice sail satisfy save saw say scan schedule scout sculpt secure see seek sell send serve set
    settle sew shadow shape share sharpen shave shift ship shoot shorten show shut sign simplify simulate sing sit
    sketch skim skip sleep smell smooth soak soften solder solve sort speak specialise specialize speed spend spill
    split squeeze stand start stay steal steer step stick stir stitch stop store streamline strengthen stretch
    struggle study submit subscribe subtract succeed suffer suggest supervise support suppose survey survive suspect
    swap sweep swim switch tackle take talk taste teach tear tell tend test thank think throw tidy tie touch tour
    track train transcribe transfer translate travel treat trial trust try turn twist underline understand unite
    unlock unpack unplug update upgrade upload urge use validate value vary visit volunteer wait walk want warn wash
    waste watch wear weave weigh weld widen win wipe wire wish withdraw work write
    """.split()
)

# Past form → base form of irregular verbs; participles that differ are in PARTICIPLES.
PAST = {
    "became": "become", "began": "begin", "bought": "buy", "bred": "breed", "brought": "bring", "broke": "break",
    "built": "build", "came": "come", "caught": "catch", "chose": "choose", "cut": "cut", "dealt": "deal",
    "did": "do", "drew": "draw", "drove": "drive", "dug": "dig", "fed": "feed", "fell": "fall", "felt": "feel",
    "fought": "fight", "found": "find", "gave": "give", "got": "get", "grew": "grow", "had": "have", "heard": "hear",
    "held": "hold", "hit": "hit", "kept": "keep", "knew": "know", "laid": "lay", "learnt": "learn", "led": "lead",
    "left": "leave", "let": "let", "lost": "lose", "made": "make", "met": "meet", "oversaw": "oversee", "paid": "pay",
    "put": "put", "quit": "quit", "ran": "run", "rebuilt": "rebuild", "rewrote": "rewrite", "rode": "ride",
    "rose": "rise", "said": "say", "sang": "sing", "sat": "sit", "saw": "see", "sent": "send", "set": "set",
    "shot": "shoot", "showed": "show", "sold": "sell", "spent": "spend", "split": "split", "spoke": "speak",
    "stood": "stand", "studied": "study", "taught": "teach", "thought": "think", "told": "tell", "took": "take",
    "understood": "understand", "was": "be", "went": "go", "were": "be", "woke": "wake", "ate": "eat",
    "bent": "bend", "blew": "blow", "drank": "drink", "flew": "fly", "forgot": "forget", "froze": "freeze",
    "hid": "hide", "relaid": "relay",
    "hung": "hang", "lent": "lend", "lit": "light", "rang": "ring", "sank": "sink", "sought": "seek",
    "slept": "sleep", "stole": "steal", "struck": "strike", "stuck": "stick", "swam": "swim", "swept": "sweep",
    "threw": "throw", "tore": "tear", "won": "win", "wore": "wear", "wrote": "write",
}  # fmt: skip

PARTICIPLES = frozenset(
    """
    become been begun bought broken brought built chosen come done drawn driven fallen felt found given gone got
    gotten grown had heard held kept known led left lost made met paid put run said seen sent shown sold spent
    spoken stood studied taken taught thought told understood won worked worn written
    """.split()
)

# Nouns that name what a person is; a role or goal whose head is one of them can stand behind "I am a".
PERSON_NOUNS = frozenset(
    """
    analyst apprentice architect artist assistant associate attendant baker barista buyer candidate captain carer
    chef chief clerk coach conductor consultant cook counsellor dad daughter dean dentist designer dev developer
    dietitian director doctor driver economist editor electrician eng engineer evangelist executive expert farmer
    fellow firefighter fireman florist forester founder freelancer gardener graduate guide head historian
    illustrator intern jeweller joiner journalist judge lawyer lead leader learner lecturer librarian luthier
    machinist maintainer maker manager mason mechanic medic mentee mentor metalworker midwife miller minister mum
    musician nurse officer operator optician owner paramedic parent partner pharmacist photographer physicist
    physiotherapist pilot planner plumber postdoc potter president principal producer professor programmer
    psychologist ranger receptionist registrar reporter representative researcher resident roofer sailor salesperson
    scholar scientist seamstress secretary shepherd specialist student supervisor surgeon surveyor tailor teacher
    technician tester therapist trainee trainer translator tutor vet volunteer waiter warden weaver welder winemaker
    woodworker worker writer
    adjudicator admin advisor adviser advocate affineur agent archivist author barrister boatbuilder bookbinder breeder
    broker captain caretaker cheesemaker choirmaster chorister co-founder columnist composer conservator coordinator
    curator dancer dispatcher draughtsman foreman framer grower headteacher host inspector instructor interpreter
    inventor investigator lighterman locum luthier member methodologist nominee novelist operative optometrist organiser
    organist paediatrician painter pianist planner playwright poet potter practitioner printer puppeteer referee
    restorer reviewer sculptor singer solicitor steward storyteller superintendent surgeon taster thatcher treasurer
    trustee tuner typist voicer
    """.split()
)

# Nouns of one thing that a goal may be: "a first contract".
THING_NOUNS = frozenset(
    """
    apprenticeship award book career certificate client commission contract customer degree diploma exhibition
    fellowship film grant job licence license paper permit place placement portfolio position post product promotion
    prototype publication qualification residency role scholarship seat shop show startup studio thesis transfer
    workshop
    """.split()
)

DETERMINERS = frozenset(
    "a an the my your his her its our their this that these those some any no every each all both one two three".split()
)

PREPOSITIONS = frozenset(
    """
    about above across after against along among around as at before behind below beside between beyond by despite
    down during for from in inside into like near of off on onto out outside over past per round since than through
    throughout till to toward towards under until up upon via with within without
    """.split()
)

ADVERBS = frozenset(
    """
    afterwards again already also always besides currently eventually ever everywhere first formerly here indeed
    instead later mainly meanwhile mostly never nevertheless now nowadays often once only originally perhaps
    presently previously really recently sometimes soon still then there thus today together twice usually
    """.split()
)

MONTHS = {
    "january": 1, "february": 2, "march": 3, "april": 4, "may": 5, "june": 6, "july": 7, "august": 8, "september": 9,
    "october": 10, "november": 11, "december": 12,
}  # fmt: skip

WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")

# Jotted short forms that have one reading only.
SHORT_FORMS = {
    "w/": "with", "w/o": "without", "b/c": "because", "yrs": "years", "yr": "year", "hrs": "hours", "hr": "hour",
    "wk": "week", "wks": "weeks", "mths": "months", "mgr": "manager", "mgmt": "management", "ppl": "people",
    "pls": "please", "dont": "don't", "doesnt": "doesn't", "cant": "can't", "wont": "won't", "isnt": "isn't",
    "didnt": "didn't", "wasnt": "wasn't", "im": "I'm", "ive": "I've", "1st": "first", "2nd": "second", "3rd": "third",
    "pp": "pages", "pcs": "pieces", "eng": "engineer", "dept": "department", "govt": "government", "til": "until",
    "h/over": "handover", "sr": "senior", "jr": "junior", "approx": "about", "info": "information", "&": "and",
    "mtg": "meeting", "mtgs": "meetings", "appt": "appointment", "thru": "through",
    "jan": "January", "feb": "February", "mar": "March", "apr": "April", "jun": "June", "jul": "July", "aug": "August",
    "sep": "September", "sept": "September", "oct": "October", "nov": "November", "dec": "December",
}  # fmt: skip

# Words that carry nothing of their own; the rest of a text is its content.
FUNCTION_WORDS = DETERMINERS | PREPOSITIONS | ADVERBS | frozenset(
    """
    i me mine myself you yours yourself he him himself she hers herself it itself we us ours they them theirs who
    whom whose which what when where why how and but or nor so yet if because while although though whether am is
    are was were be been being do does did doing done have has had having can could may might must shall should will
    would not don't doesn't didn't can't won't isn't aren't wasn't weren't i'm i've i'd i'll you're you've you'd
    you'll it's that's there's let's very just too much many more most less least few other another such same own
    way get got yes please etc even rather quite
    """.split()
)  # fmt: skip

# Verbs whose third person looks like a plural noun: "runs workshops and talks".
NOUNISH = frozenset(
    """
    act address answer audit award balance block blog book break build buy call campaign care change charge check
    clear coach commission cook copy count cover cut cycle dance deal design document double draft draw drive drop
    email end exhibit experiment face farm fight figure film fire fish fix focus form freeze fund grant group guide
    handle head help hire host house increase interview invite issue judge lead lecture limit list live log look map
    mark match measure mentor message mix move need note offer open order paint pair pass pause pay phone photograph
    pick pilot pitch place plan plant play point post practice present price print prize profit project pull push
    question quit quote rank read record release rent repair repeat reply report rescue research reserve rest result
    retreat return review ride ring risk roll row run sail say schedule scout search set shadow shape share shift
    ship shoot shop show sign skip sort speed split stage stand start state stay step stick stop store stretch study
    support survey swap swim switch talk test time tour track trade train transfer travel treat trial trip turn
    update upgrade use value view visit volunteer wait walk want warn waste watch wear win withdraw work
    """.split()
) - {"build", "buy", "live", "mentor", "run", "say", "stay", "wear", "withdraw", "study", "clear", "quit", "wait"}

# Words that make a clause depend on another one.
SUBORDINATORS = frozenset(
    """
    after although as because before how if once since so though unless until what when whenever whether while why
    """.split()
)

# Nouns for relatives; "her mother … she" may be either of the two.
KIN = frozenset(
    """
    aunt boss brother child children colleague cousin dad daughter father friend grandfather grandmother grandson
    husband manager mentor mother mum parents partner sister son teacher uncle wife
    """.split()
)

# Verbs with two objects: "taught her weaving" is no weaving of hers.
TWO_OBJECTS = frozenset(
    """
    appointed asked awarded bought brought called cost costs earned elected gave give gives handed lent made make
    makes named offered offers owed paid pays sent showed shown taught teach teaches told won
    """.split()
)

# Past forms that, straight before a preposition, still say what somebody did; any other may be a passive there
# ("published in 2019").
GOES_WITH_PREPOSITION = frozenset(
    """
    advised apprenticed arrived asked began broke came campaigned climbed coached commuted competed consulted
    converted cooked crossed cycled danced emigrated failed fell flew fought freelanced gave got graduated grew
    interned joined learned learnt lectured left lived looked mentored moved performed played qualified quit ran
    reported resigned restarted retired retrained returned rolled rose rowed sailed sang sat served shifted
    specialised specialized spoke started stayed stood studied swam switched talked taught toured trained translated
    travelled turned volunteered walked went worked wrote
    """.split()
)

# Participles that stand as adjectives or passives at the start of a bio: "retired teacher", "awarded a prize".
ADJECTIVAL = frozenset(
    """
    accomplished accredited appointed awarded based born certified chartered decorated dedicated distinguished
    educated elected established experienced featured funded invited known licensed located married motivated named
    nominated published qualified registered retired seasoned selected shortlisted trained
    """.split()
)

# Third-person forms that begin a jotted line; their bases are too often something else to be in VERBS.
ALSO_THIRD = frozenset(
    """
    argues admires adores bends believes chairs detests enjoys hates hikes hopes invents jogs juggles knits likes loves
    milks organises owes owns paddles prefers rows skis swears translates wishes
    """.split()
)
