"""Words that tell of danger, in four languages: answered with a person, whatever else is done.

A plain table, our own wording, folded as people type. It rather takes too much for danger than too
little: nothing follows but a few lines with whom to turn to.
"""

import re

from bot.domain.folding import fold

_SOME = r"(?:\w+ ){0,3}"
"""What `…` stands for: a few words between two that belong together."""

DANGER: dict[str, tuple[str, ...]] = {
    "nl": (
        r"voel(t|en|de)? (me|mij|zich|ons) …(onveilig|niet veilig|bedreigd)",
        r"voel(t|en)? …(me|mij|zich|ons) …(onveilig|niet veilig|bedreigd)",
        r"(onveilig|niet veilig) (gevoel|voor mij|voor me)",
        r"ben …niet veilig",
        r"bang (van|voor) (mijn|m n|hem|haar|hen|ze|de baas|de mentor|de leerkracht)",
        r"(ge)?pest(en|te)?", r"pesterij\w*", r"\w*mishandel\w*", r"misbruik\w*",
        r"(slaat|sloeg|schopt|schopte|duwt|wurgt) (me|mij|hem|haar)",
        r"(ben|word|wordt|werd|heeft me|heeft mij) (\w+ )?geslagen",
        r"(be)?dreig\w* (me|mij|met|hem|haar)", r"bedreigd", r"bedreiging(en)?",
        r"aangerand", r"aanranding", r"verkracht\w*", r"ongewenst\w* (gedrag|aanraking\w*)",
        r"raakte? (me|mij) …aan", r"seksue\w* (gedrag|opmerking\w*|intimidatie)",
        r"(ge)?intimide(er\w*|re\w*)", r"intimidatie", r"lastig ?gevallen",
        r"val(t|len) (me|mij) …lastig", r"chanteer\w*", r"chantage",
        r"geweld", r"gewelddadig\w*", r"stalk\w*",
        r"zelfmoord\w*", r"zelfdoding\w*", r"(wil|wou) (\w+ )?(dood|sterven)",
        r"(niet|geen zin) meer (willen |om te )?leven", r"liever dood",
        r"(snij|snijd|verwond) (me|mij|mezelf|mijzelf)", r"(me|mij) ?zelf (\w+ )?(pijn|iets aan)",
    ),
    "en": (
        r"feel(s|ing)? …(unsafe|threatened|in danger)", r"felt (\w+ )?unsafe",
        r"(not|dont|don t|doesnt|doesn t|never) feel(ing)? (\w+ )?safe", r"am not safe",
        r"(afraid|scared|frightened) of (my|him|her|them|the boss|the mentor|the teacher)",
        r"bull(y|ies|ied|ying)", r"harass\w*", r"abus(e|ed|es|ive|ing)", r"assault\w*",
        r"rap(e|ed|es)", r"molest\w*", r"grop(e|ed|es|ing)",
        r"(hits?|beats?|kicks?|kicked|slaps?|slapped|punche[sd]|chokes?) (me|him|her)",
        r"threaten(s|ed|ing)? (me|to|him|her)", r"touch(es|ed) (me|him|her)",
        r"stalk\w*", r"blackmail\w*", r"violen(ce|t)",
        r"suicid\w*", r"kill (myself|himself|herself|themselves|me)",
        r"(want|wish) (to die|i was dead|i were dead)", r"(end|take) my (own )?life",
        r"no reason to live", r"not want to live", r"self harm\w*",
        r"(hurt|hurting|cut|cutting|harm) (myself|himself|herself)",
    ),
    "fr": (
        r"(me|se) sen[st] …(en danger|menacee?|en insecurite)",
        r"(me|se) sen[st] (pas|plus) …(en securite|en surete)",
        r"peur (de|du) (mon|ma|lui|elle|eux|patron|chef|mentor)",
        r"harcel\w*", r"agress(e|ee|ion|ions|er|ent)", r"viol(e|ee|er|s|ence|ences|ent|ente)?",
        r"(me|m a|m ont) (\w+ )?(frappe|tape|touche|menace|insulte)\w*",
        r"maltrait\w*", r"abus\w* (de moi|sexuel\w*)", r"attouchement\w*", r"chantage",
        r"suicid\w*", r"me (tuer|faire du mal|couper|blesser)", r"plus envie de vivre",
        r"(envie de|veux|voudrais) mourir", r"en finir avec la vie",
    ),
    "de": (
        r"fuhle? (mich|sich) …(unsicher|nicht sicher|bedroht|nicht mehr sicher)",
        r"fuhlt sich …(unsicher|nicht sicher|bedroht)",
        r"angst vor (meine\w*|ihm|ihr|ihnen|dem chef|der chefin|dem mentor)",
        r"(ge)?mobb(t|ing|en)", r"belastig\w*", r"missbrauch\w*", r"misshandel\w*",
        r"vergewaltig\w*", r"(schlagt|schlug|tritt|wurgt) (mich|ihn|sie)",
        r"(hat|haben|wurde|werde) …geschlagen", r"bedroh\w*", r"fasst mich …an",
        r"gewalt", r"gewalttatig\w*", r"erpress\w*",
        r"selbstmord\w*", r"suizid\w*", r"selbsttotung", r"(mich|sich) (umbringen|toten)",
        r"(will|mochte) (\w+ )?(sterben|nicht mehr leben)",
        r"(mich|mir) (selbst |selber )?(verletz\w*|etwas antun|ritz\w*)",
    ),
}  # fmt: skip
"""Patterns of words, by the language they are said in; all are looked for, whatever is spoken."""

_DANGER = re.compile(
    rf"\b({'|'.join(words for said in DANGER.values() for words in said).replace('…', _SOME)})\b"
)
_WORD = re.compile(r"[^\W_]+")


def tells_of_danger(text: str) -> bool:
    """Say whether words tell of somebody who is not safe."""
    return _DANGER.search(" ".join(_WORD.findall(fold(text)))) is not None
