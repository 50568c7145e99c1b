"""Words that tell of danger, in four languages: answered with a person, whatever else is done.

A plain table of phrases, our own wording, folded as people type. Each needs somebody who suffers
(me, myself, a name); what a tool does, or what is said in play, stands in `HARMLESS` and is left
out first. In doubt it takes words for danger: nothing follows but a few lines with whom to turn to.
"""

import re
from collections.abc import Iterable

from bot.domain.folding import fold
from handlers.talking.ordinary.patterns import compiled
from handlers.talking.ordinary.said import french_danger, german_danger

NAMED = "iemand0"
"""What stands for somebody's name while words are looked through."""

_STANDS_FOR = {
    "…": r"(?:\w+ ){0,3}",
    "@name": NAMED,
    "@me": rf"(?:me|mij|ons|{NAMED})",
    "@self": r"(?:mezelf|mijzelf|me zelf|mij zelf|zichzelf|zich zelf)",
    "@them": r"(?:hem|haar|hen|zijn zus|haar zus|zijn broer|haar broer)",
    "@doer": r"(?:vader|moeder|papa|mama|pa|ma|stiefvader|stiefmoeder|broer|zus|oom|nonkel|opa"
    r"|vriend|vriendin|lief|ex|man|baas|chef|patron|mentor|coach|leerkracht|leraar|juf|meester"
    r"|collega\w*|begeleider|leidinggevende|ploegbaas|werfleider|klasgeno\w+)",
    "@thing": r"(?:machine|automaat|zekering|differentieel|wind|tocht|hamer|pallet|heftruck|kabel"
    r"|bliksem|deur|motor|pomp|boor|boormachine|stekker|hammer|drill|wind|door|clock|machine)",
    "@part": r"(?:af|uit|open|dicht|aan|in|om|op|over|stuk|toe|door)",
}  # fmt: skip
"""What a sign in a phrase stands for: a few words between, who suffers, who does it."""

_AS_SPORT = r"(?! (?:\w+ ){0,3}(met|op|in|voor|bij|tijdens|with|at|on|in)\b)"
_UNSAFE = (
    r"(onveilig|(niet|ni|nie|nooit) (\w+ )?veilig|bedreigd)"
    r"(?! (\w+ ){0,2}(ladder|stelling|steiger|dak|hoogwerker)\b)"
)
_ON_A_TOOL = r"(?! (?:\w+ ){0,4}(aan|met|tijdens|bij)\b)"

DANGER: dict[str, tuple[str, ...]] = {
    "nl": (
        rf"k?voel(t|en|de)? …(@me|mn|zich|hem|haar) …{_UNSAFE}",
        r"(onveilig|niet veilig) (gevoel|voor @me)", r"(ik|we) ben …niet veilig",
        r"(niet|ni|nie) op (mijn|m n|mn) gemak bij (hem|haar|hen|@doer|iemand0)",
        r"(bang|schrik) (van|voor) ((mijn|m n|mn|zijn|haar|de|die|onze) )?(\w+ )?"
        rf"(@doer|ouders|thuis|{NAMED})(?! (zijn|haar) (evaluatie|examen|score))",
        r"(bang|schrik) (van|voor) (hem|haar|hen|ze)(?! dat)",
        r"(durf|durft) …(niet|ni|nie)( meer)? (naar|op) (mijn|m n|mn|zijn|haar|het|de )?"
        r"( ?)(werk|stage|school|huis|thuis|werkplek|werkvloer|campus)",
        r"bang om (naar|op) ((mijn|m n|het|de) )?(werk|stage|school|huis)",
        r"(ge)pest", r"gepeste", r"pest(en|te|ten)? (\w+ )?(@me|@them|elkaar)",
        r"(@me|@them) …(pesten|gepest|te pesten)", r"pesterij\w*", r"^pesten$", r"treiter\w* @me",
        r"(lach|lachen|lacht) (@me) …uit",
        r"(scheld|scheldt|schelden) (@me) …uit",
        r"uitgescholden",
        r"racistisch\w* (opmerking\w*|grap\w*|uitlating\w*)", r"\w*mishandel\w*",
        r"misbruikt?e? (van )?(@me|@them)", r"(@me|@them|ben|word|wordt|werd|is) …misbruikt",
        r"seksueel misbruik", r"^misbruik$",
        r"(slaat|sloeg|slaan|sloegen|schopt|schopte|schoppen|stampt|stampte|wurgt|knijpt|bijt) "
        r"(\w+ )?@me(?! (\w+ ){0,3}@part\b)",
        r"@doer (slaat|sloeg|schopt|schopte|wurgt|stampt) (@them|@me)(?! (\w+ ){0,3}@part\b)",
        r"@doer (slaat|schopt)( ons)?$", r"hij slaat altijd", r"^(mijn|m n) @doer slaat\b",
        r"(heeft|hebben|had|hebt) (@me|@them) …(geslagen|geschopt|gestampt|gewurgd|geknepen)",
        rf"(ik|{NAMED}) (word|wordt|werd) …(geslagen|geschopt){_AS_SPORT}",
        r"ik ben (\w+ )?(thuis|door \w+) (\w+ )?(geslagen|geschopt)",
        r"(word|wordt|werd) (thuis|daar|vaak|soms|altijd|elke dag|door …@doer) geslagen",
        r"(krijg|krijgt|kreeg|krijgen) (\w+ )?(slaag|klop|slagen|klappen)",
        r"(duw|duwt|duwde) @me (\w+ )?(tegen|omver|op de grond|van de)",
        r"bedreig\w* (\w+ )?(@me|@them)",
        r"(ben|word|wordt|werd|voel|voelt|heeft|hebben) …bedreigd",
        r"bedreiging(en)?", r"dreig\w* (@me|@them|ermee|om @me) "
        r"(te )?(sla|slaa|schop|vermoord|dood|doden|verkracht|wurg|pak|steken)\w*",
        r"dreig\w* met (geweld|een mes|slaan|slagen|klappen)",
        r"aangerand", r"aanranding", r"verkracht\w*",
        r"ongewenst\w* (gedrag|aanraking\w*|intimiteit\w*)",
        r"(raak|raakt|raakte) @me …aan(?! (de|het|een))",
        r"(heeft|hebben|had) (@me|@them) …(aangeraakt|betast|vastgegrepen)",
        r"(betast|betastte|begluurt|grijpt) (@me|@them)",
        r"zit (altijd |steeds |soms )?aan (me|mij)\b",
        r"(zijn|haar|z n) handen niet thuis(houden)?",
        r"seksue\w* (gedrag|opmerking\w*|intimidatie|getint\w*)",
        r"(word|wordt|werd|voel|voelt) …geintimideerd", r"intimideer\w* (@me|@them)",
        r"^intimidatie$", r"seksuele intimidatie",
        r"(word|wordt|werd|ben|heeft|hebben) …lastig ?gevallen(?! met)",
        r"val(t|len) @me …lastig(?! met)", r"chanteer\w* (@me|@them)", r"gechanteerd", r"chantage",
        r"(huiselijk|fysiek|lichamelijk|seksueel) geweld", r"geweld (tegen|op) (@me|@them)",
        r"^geweld$", r"gewelddadig\w*", r"stalkt? (@me|@them)", r"gestalkt", r"stalker",
        r"zelf ?moord\w*", r"zelfdoding\w*", r"suicid\w*", r"euthanasie",
        r"(wil|wou|wilde) (echt |gewoon |liever |ook |soms |alleen |maar )*dood"
        r"( (zijn|gaan|en|want|maar|of|ik|hij|ze|help|aub|omdat|nu|dus|echt|soms|niet)|$)",
        r"(wil|wou|wilde) (\w+ )?sterven",
        r"(wil|wilt|willen|wou|wilde|hoef|hoeft) …(niet|ni|nie) meer (\w+ )?(leven|verder leven)",
        r"(niet|ni|nie) meer (te )?(wil|wilt|willen|wou|wilde) leven",
        r"(geen zin|moe) (meer )?(om )?te leven",
        r"(geen zin) meer (om te )?leven",
        r"(er|wil|wou) (er )?niet meer (wil |willen |te )?zijn$",
        r"(wil|wou|wilde|willen) er (niet|ni|nie) meer zijn",
        r"er (niet|ni|nie) meer (wil|wou|willen) zijn",
        r"zie het (niet|ni|nie) meer zitten", r"beter (dat|als) ik er niet (meer )?(was|ben)",
        r"(liever|beter) dood", r"was ik maar dood", r"wou dat ik (\w+ )?dood was",
        r"(me|mij|zich|mezelf|zichzelf) (\w+ ){0,2}van kant (te )?(maken|maak|maakt)",
        r"(maak|maakt|maken) (me|mij|zich|mezelf|zichzelf) (\w+ )?van kant",
        r"(ik|wil|wou|ga|zou|hij|zij|ze|maak|maakt) …(er )?(een|n) einde (aan|eraan)"
        r"( (te )?(maken|maakt|maak|mijn leven|het leven|alles))",
        r"(maak|maakt) er …(een|n)? ?einde aan", r"einde aan (mijn|m n|haar|zijn|het) leven",
        r"(me|mij|zich|mezelf|zichzelf) (\w+ )?(op te hangen|ophangen|verhangen|verdrinken)",
        r"(hang|hangt) (me|mij|zich|mezelf|zichzelf) op",
        r"(spring|springen) (\w+ )?onder (de|een) trein",
        r"(snij|snijd|snijdt|snijden|sneed|kras|krast|verwond|verwondt) (\w+ )?(@self|zich)",
        r"@self (\w+ )?(te )?(snijden|verwonden|krassen)",
        rf"(snij|snijd|verwond) (me|mij)\b{_ON_A_TOOL}",
        r"(ga|wil|moet|zou) (me|mij) (snijden|verwonden)",
        r"(snij|snijd|snijdt|snijden|kras|krast) …in (mijn|m n|mn|zijn|haar) (onder)?(arm|armen"
        r"|pols|polsen|been|benen)",
        r"(doe|doet|doen) (me|mij|zich|@self) (\w+ )?(iets|pijn) ?aan",
        rf"@self (\w+ )?(iets aan\w*|pijn){_ON_A_TOOL}",
        r"(me|mij|zich) iets aan ?(te )?(doen|doe|doet)",
    ),
    "en": (
        r"feel(s|ing)? …(unsafe|threatened|in danger)", r"felt (\w+ )?unsafe",
        r"(not|dont|don t|doesnt|doesn t|never) feel(ing)? (\w+ )?safe", r"feel(s)? not safe",
        r"(am|i m|im|is|are) not safe (here|there|at|with)", r"^(i am|i m|im) not safe",
        r"(afraid|scared|frightened|terrified) of (going to (work|school)|him\b|her\b|them\b)",
        r"(afraid|scared|frightened|terrified) of ((my|the|our|his) )?(\w+ )?(boss|mentor|teacher"
        r"|coach"
        rf"|father|mother|dad|mum|parents|brother|boyfriend|girlfriend|colleagues?|{NAMED})",
        r"(am|is|are|was|being|been|get|gets) (\w+ )?(bullied|harassed|abused|assaulted|molested"
        r"|raped|stalked)",
        r"(bully|bullies|bullied|bullying|harass|harasses|harassed|harassing|abuse|abuses|abused"
        r"|assault|assaulted|rape|raped|molest|molested|molests|grope|gropes|groped|stalks?"
        r"|stalked|stalking"
        rf"|blackmails?|blackmailed) (me|us|him|her|{NAMED})\b",
        r"^(bullying|harassment|violence|abuse)$",
        r"(sexual|domestic) (harassment|abuse|violence|assault)",
        rf"(hits?|beats?|kicks?|kicked|slaps?|slapped|punche[sd]|chokes?|choked) (me"
        rf"|{NAMED})\b(?! (to|at|why|how|as)\b)",
        rf"(hitting|beating|kicking|slapping|punching|choking) (me|us|him|her|{NAMED})\b",
        r"(he|she|they|father|dad|boyfriend|mentor|boss) (hits?|beats|beat|kicks?|kicked|slaps?"
        r"|slapped|choked) (him|her)\b(?! (to|at|as|in)\b)",
        r"beat me up", r"threaten(s|ed|ing)? (me|him|her|to (hit|kill|hurt|beat))\b",
        r"(touche[sd]|touching) (me|him)\b(?! (up|on))", r"touched her$", r"blackmail", r"stalker",
        r"violent (to|with|towards) (me|us|him|her)",
        r"suicid\w*", r"kill(ing)? (myself|himself|herself|themselves)", r"\bkms\b",
        r"(will|going to|gonna|wants? to|threatens? to|threatened to|tried to) kill me",
        r"(want|wish|wanna|wants) (to die|die|i was dead|i were dead)", r"wish i (was|were) dead",
        r"(end|take|ending) (my|his|her) (own )?life",
        r"(want|wants|wanted|going) to end (it|it all)( all)?\b(?! (the|with|here|at))",
        r"no reason to live",
        r"not want to live",
        r"(don t|dont|doesn t) want to (live|be here|exist)",
        r"self harm\w*", r"(hurt|hurting|harm|harming|cutting) (myself|himself|herself)"
        r"(?! (\w+ )?(with|on|at|in)\b)",
        r"cut (myself|himself|herself)\b(?! (\w+ ){0,2}(on|with|in|at)\b)",
    ),
    "fr": french_danger.PHRASES,
    "de": german_danger.PHRASES,
}  # fmt: skip
"""Phrases, by the language they are said in; all are looked for, whatever is spoken."""

HARMLESS = (
    r"(ik )?pest(en)? (hem |haar )?(niemand|nooit|niet)", r"^ik pest \w+ (nooit|niet)",
    r"pest control", r"@thing \w+ (@me|@them|her|him)\b", r"it beats me", r"beats me( why| how)?",
    r"kill me now", r"kill me so",
    r"(geef|gaf|krijgt?|kreeg) (de )?klop ?(op|met)",
    r"beats? (me|him|her) (to|at)\b", *french_danger.HARMLESS, *german_danger.HARMLESS,
)  # fmt: skip
"""Phrases that sound like it, and of which nobody suffers: a tool's, a sport's, a joke's."""


def _pattern(phrases: Iterable[str]) -> str:
    joined = "|".join(phrases)
    for sign, meant in _STANDS_FOR.items():
        joined = joined.replace(sign, meant)
    return rf"\b(?:{joined})\b"


_DANGER = [_pattern(phrases) for phrases in DANGER.values()]
_HARMLESS = _pattern(HARMLESS)
_FEAR = (
    r"\b(bang|schrik|scared|afraid|frightened|terrified|peur|angst|veilig|gemak|sla\w+|sloeg\w*"
    r"|ge?pest\w*|schop\w*|bedreig\w*|hit\w*|beat\w*|kick\w*|bull(?:y|ie)\w*|geschlagen|schiss"
    r"|panik|frapp\w*|gifl\w*|tabass\w*|harcel\w*|menac\w*|insult\w*|moqu\w*|violente?|battue?"
    r"|schlägt|schlagen|schlug|tritt|treten|würgt|verprügel\w*|bedroh\w*|beleidig\w*|beschimpf\w*"
    r"|belästig\w*|erpress\w*|gewalt|lachen|lacht)\b"
)
SMALL = {"van", "de", "den", "der", "het", "ten", "ter", "vanden", "vande", "el", "al", "von", "le",
         "la", "du", "op", "in", "wil", "will", "dood", "bang", "maar"}  # fmt: skip
"""Words of names that say something else as well."""

_WORD = re.compile(r"[^\W_]+")
_FEARED = re.compile(r"\b(van|voor|of|de) [A-Z]\w+")


def words_of(text: str) -> list[str]:
    """List the words of a text, folded as the table is."""
    return _WORD.findall(fold(text))


def tells_of_danger(text: str, names: Iterable[str] = ()) -> bool:
    """Say whether words tell of somebody who is not safe; `names` are of people around."""
    known = {word for name in names for word in words_of(name)} - SMALL
    marked = words_of(_FEARED.sub(rf"\1 {NAMED}", text))
    named = [NAMED if word in known else word for word in marked]
    return _finds(marked) or (named != marked and _finds(named))


def tells_of_fear(text: str) -> bool:
    """Say whether it depends on a name whether words tell of danger: 'afraid of Karim'."""
    return compiled(_FEAR).search(fold(text)) is not None


def _finds(said: list[str]) -> bool:
    left = compiled(_HARMLESS).sub(" ", " ".join(said)).strip()
    return any(compiled(pattern).search(left) for pattern in _DANGER)
