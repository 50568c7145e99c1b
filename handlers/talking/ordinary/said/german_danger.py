"""German words that tell of danger; umlauts stand as they are. See `ordinary/danger.py`."""

_DOER = (
    r"(?:vater|mutter|papa|mama|stiefvater|stiefmutter|eltern|bruder|schwester|onkel|opa|mann"
    r"|freund|freundin|ex|chef|chefin|boss|meister|ausbilder|ausbilderin|mentor|mentorin|coach"
    r"|lehrer|lehrerin|lehrkraft|kollegen?|kollegin|vorarbeiter)"
)
_OF_MINE = (
    r"(?:(?:mein\w*|dein\w*|sein\w*|ihr\w*|unser\w*|dem|der|den|die|einem|einer) )?"
    r"(?:(?:neuen|alten|eigenen|ganzen) )?"
)
_AT_A_TASK = (
    rf"(?! (?:\w+ ){{0,2}}(?:beim|(?:bei|mit) (?:der|dem|den|einer|einem) (?!arbeit\b|{_DOER}\b)"
    r"|im umgang|auf (?:der|dem|einer|einem) (?:leiter|gerüst|dach)|was|ob|wie|dass)\b)"
)
_THERE = (
    r"(?:hier|dort|da|im betrieb|zu hause|daheim|bei ihm|bei ihr|in der schule|auf der arbeit"
    r"|bei der arbeit)"
)
_PROPOSED = r"(?! (?:\w+ ){0,3}(?:vor|als|zur|zum|nach|um)\b)"
_IN_PLAY = r"(?!im |beim |in |am )"
_WHOM = r"(?:mich|uns|@name)"

PHRASES: tuple[str, ...] = (
    rf"fühl(e|t|en|te)? (mich|sich|uns) …(bedroht|(nicht|nie) (\w+ )?sicher){_AT_A_TASK}",
    rf"fühl(e|t|en|te)? (mich|uns) …unsicher{_AT_A_TASK}",
    rf"fühl(t|en|te)? sich …(unsicher {_THERE}|{_THERE} (\w+ )?unsicher)",
    r"(ich bin|wir sind) (hier|dort|da|zu hause|daheim) (\w+ )?nicht (mehr )?sicher$",
    rf"(angst|schiss|panik) vor {_OF_MINE}(ihm|ihr|ihnen|denen|{_DOER}|@name)\b",
    r"angst (\w+ )?(zur arbeit|in den betrieb|in die schule|nach hause) zu (gehen|kommen)",
    r"trau(e|t)? (mich|sich) nicht( mehr)? (zur|in|auf|nach) (den |die |der )?"
    r"(arbeit|betrieb|schule|hause)",
    r"(ge)?mobb(t|ing|en)",
    r"(hänsel|schikanier|drangsalier|tyrannisier|demütig|erniedrig|beleidig|beschimpf)\w* "
    rf"{_WHOM}(?! nicht)",
    r"(mich|uns|werde|wurde|wird) …(gehänselt|schikaniert|drangsaliert|gedemütigt|erniedrigt"
    r"|beleidigt|beschimpft|ausgelacht|angespuckt)",
    rf"(lacht|lachen) {_WHOM} …aus", r"(er|chef|mentor|kollege|meister|ausbilder) macht mich "
    r"…fertig$", r"(sie|die|kollegen) machen mich …fertig$",
    r"rassistisch\w* (bemerkung|kommentar|witz|spruch|sprüche|beleidigung|äußerung)\w*",
    r"sexuelle\w*", rf"belästig\w* {_WHOM}(?! (mit|wegen)\b)",
    r"(mich|uns|werde|wurde|wird) (?!mit |wegen )…belästigt",
    rf"(begrapscht|begrabscht|betatscht|befummelt|streichelt) ({_WHOM}|ihn|sie)",
    r"(mich|werde|wurde) …(begrapscht|begrabscht|betatscht|befummelt|angefasst)",
    rf"(fasst|fasste) {_WHOM} …an\b", r"(misshandel|vergewaltig)\w*",
    rf"missbrauch(t|en|te)? ({_WHOM}|ihn|sie)", r"(mich|werde|wurde|wird) …missbraucht",
    r"^missbrauch$",
    r"(schlägt|schlug|schlagen|tritt|trat|treten|würgt|würgte|schubst|schubste|verprügelt|verhaut"
    rf"|verprügeln|ohrfeigt|haut) {_WHOM}{_PROPOSED}",
    rf"{_DOER} (schlägt|schlug|tritt|würgt|verprügelt|haut) (mich|ihn|sie|uns){_PROPOSED}",
    rf"(hat|haben|habe|hatte) ({_WHOM}|ihn|sie) {_IN_PLAY}…(geschlagen|getreten|gewürgt|verprügelt"
    r"|geohrfeigt|angefasst)",
    rf"(ich|@name) (wurde|werde|wird) {_IN_PLAY}…(geschlagen|getreten|verprügelt|gewürgt)",
    r"(werde|wurde|wird) (zu hause|daheim|dort|oft|immer|jeden tag|von …@name) geschlagen",
    r"(kriege|bekomme|kriegt|bekommt|bekam) (\w+ )?(prügel|ohrfeigen|schläge(?! (auf|von|vom)\b))",
    rf"bedroh(t|en|te|ten) ({_WHOM}|ihn|sie)", r"(werde|wurde|wird) …bedroht", r"^bedrohung$",
    r"drohen? (mir|uns|ihm|ihr) …(zu schlagen|umzubringen|mit (gewalt|schlägen))",
    r"droht (mir|uns|ihm|ihr|damit)? ?…(zu schlagen|umzubringen|mit (gewalt|schlägen|dem tod))",
    r"(will|wollte|wollen) mich (umbringen|töten|schlagen|verprügeln|vergewaltigen)",
    r"^gewalt$", r"(häusliche\w*|körperliche\w*|sexualisierte\w*) gewalt",
    r"gewalt gegen (mich|uns|sie|ihn|@name)", r"gewalttätig\w*",
    rf"erpress\w* ({_WHOM}|ihn|sie)", r"(mich|werde|wurde) …erpresst",
    r"stalk(t|er|ing|en)", r"verfolgt mich (bis|nach|überall|ständig|immer)",
    r"selbstmord\w*", r"suizid\w*", r"selbsttötung", r"freitod", r"lebensmüde\w*",
    r"(mich|sich) (selbst |selber )?(umbringen|umzubringen|töten|erhängen|zu erhängen)",
    r"mich (aufhängen|aufzuhängen|vor den zug werfen|vor einen zug werfen)",
    r"bring(e|t)? (mich|sich) (\w+ )?um\b", r"(möchte|will|wollte) (\w+ ){0,2}tot sein",
    r"(möchte|will|wäre) (\w+ )?lieber tot", r"(wäre ich|ich wäre) (\w+ ){0,2}tot",
    r"(will|möchte|wollte) (\w+ ){0,2}(sterben|nicht mehr (leben|weiterleben|aufwachen|da sein))",
    r"nicht mehr leben (will|wollen|möchte|zu wollen)", r"(mir|sich) das leben (zu )?nehmen",
    r"nehme mir das leben", r"(kein|keinen) (sinn|grund) (mehr )?(zu leben|im leben)",
    r"keine lust mehr zu leben", r"(meinem|seinem|ihrem) leben ein ende", r"allem ein ende",
    r"besser (dran )?ohne mich", r"besser wenn ich (nicht mehr da|tot|weg) (wäre|bin)",
    r"(mich|mir|sich) (selbst |selber )(verletz\w*|ritz\w*|weh ?tu\w*)",
    r"verletze mich (selbst|selber|absichtlich)", r"ritz(e|t|en) (mich|sich)",
    r"(ritze|schneide) mir (in )?(die|den) (arme?|pulsadern|handgelenke?)",
    r"(mir|sich) (selbst )?(etwas|was) an(tun|zutun)",
)  # fmt: skip

HARMLESS: tuple[str, ...] = (
    r"(schlägt|schlug|schlagen) (mich|sie|ihn|uns) …(vor|nach)\b",
    r"haut mich (\w+ )?(um|vom hocker)",
    r"(das|es|arbeit|hitze|kälte|lärm|stress|job|prüfung|warten) bringt mich (\w+ ){0,2}um",
    r"(maschine|hammer|tür|kabel|motor|bohrer|leiter|strom|wind|feder) \w+ (mich|ihn|sie|uns)",
)  # fmt: skip
"""What sounds like it, and of which nobody suffers."""
