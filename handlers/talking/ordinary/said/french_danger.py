"""French words that tell of danger; folded, an apostrophe is a blank. See `ordinary/danger.py`."""

_DOER = (
    r"(?:pere|mere|papa|maman|beau pere|belle mere|parents|frere|soeur|oncle|mari|copain|copine|ex"
    r"|patron|patronne|chef|cheffe|responsable|tuteur|tutrice|mentor|coach|prof|profs|professeur"
    r"|enseignante?|collegues?)"
)
_OF_MINE = r"(?:(?:mon|ma|mes|son|sa|le|la|les|notre|un) )?"
_AT_A_PLACE = (
    r"(?:au travail|au boulot|a l ecole|en stage|chez moi|a la maison|en cours|dans l entreprise"
    r"|sur le chantier)"
)
_HIGH_UP = r"(?! (?:\w+ ){0,3}(?:echelle|echafaudage|toit|nacelle|hauteur|escabeau)\b)"
_WHO = rf"(?:il|elle|ils|elles|on|qui|{_DOER})"
_KIN = r"(?:pere|mere|papa|maman|beau pere|belle mere|frere|mari|copain|ex)"
_AS_IS_SAID = r"(?! (?:sur (?:les nerfs|le systeme|l epaule)|la honte|l affiche|le rapport)\b)"
_IN_PLAY = r"(?! (?:au|aux|a|en|de)\b)"
_BY_DISMISSAL = r"(?! (?:de |d )?(?:(?:me|nous) )?(?:licenci|vir|renvo|pluie|pleuvoir)\w*)"

PHRASES: tuple[str, ...] = (
    r"(me|m|se|nous) sen(s|t|tons|tais|tait) …(en danger|menacee?s?|en insecurite|harcelee?)",
    r"(me|se|nous) sen(s|t|tons|tais|tait) …(pas|plus|jamais) (\w+ )?en (securite|surete)"
    rf"{_HIGH_UP}",
    rf"je (ne )?suis (pas|plus) (\w+ )?en (securite|surete){_HIGH_UP}",
    r"(pas|plus) en securite (chez moi|a la maison|avec (lui|elle|eux))",
    rf"peur (de|du|des|d) {_OF_MINE}(lui|elle|eux|{_DOER}|@name)\b(?! (de|d) (tomber|rater))",
    r"peur qu (il|elle|ils|elles) (me|nous) (frappe|tape|tue|fasse|fassent|viole|suive)\w*",
    rf"peur d (aller|retourner|venir|rentrer) {_AT_A_PLACE}", r"peur d y retourner",
    rf"ose (plus|pas) (\w+ )?(aller|retourner|venir|rentrer) {_AT_A_PLACE}",
    r"(me|m|m a|m ont|nous|suis|est|ete|etre|fait|fais|faire) (\w+ )?harcel\w*",
    r"harcel\w* @name", r"^harcelement$", r"harcelement (moral|sexuel|scolaire|au travail)",
    r"victime (de|d) (harcelement|viol|violences?|agression|abus)",
    r"moqu\w* (\w+ ){0,3}de (moi|nous|@name)(?! (parce que je rigole|gentiment))",
    r"(m|me|nous) (insulte|humilie|rabaisse|intimide|persecute)(nt)?\b",
    r"(m a|m ont|nous a|nous ont|suis|ai ete|me fais) (\w+ )?"
    r"(insulte|humilie|rabaisse|intimide|persecute|insulter|humilier|racketter|rackette)\w*",
    r"me traite(nt)? de\b", r"(on|ils|elles) m embete(nt)? "
    rf"(tout le temps|toujours|sans arret|tous les jours|{_AT_A_PLACE})",
    r"(propos|remarques?|blagues?|insultes?|commentaires?) (racistes?|sexistes?|sexuel\w*)",
    rf"(me|m a|m ont|nous) (\w+ )?(frappe|gifle|cogne|tabasse|etrangle)\w*{_AS_IS_SAID}",
    rf"{_WHO} (me|m a|m ont|nous) (\w+ )?tape\w*{_AS_IS_SAID}",
    rf"{_WHO} (me|nous) (\w+ )?(bat|battent|battait)\b{_IN_PLAY}",
    r"(frappe|frappent|gifle|giflent|tabasse|tabassent|insulte|insultent|menace|menacent) @name",
    r"(je suis|j ai ete|me fais|@name est|@name a ete|@name se fait) (\w+ )?"
    r"(battue?|battre|frappee?|frapper|tapee?|taper|giflee?|tabassee?|tabasser)(?! (au|aux)\b)",
    rf"{_KIN} (la|le|l|l a) (\w+ )?(frappe|bat|tape|gifle|cogne|tabasse|etrangle)\w*{_IN_PLAY}",
    r"(me|m a|m ont) (\w+ )?pousse\w* (contre|par terre|dans l escalier|de l echelle)",
    r"(donne|donnent|recois|recoit|prends|prend) (\w+ )?des (coups|gifles|claques|baffes)"
    r"(?! (de|d|avec|sur|dans)\b)", r"(me|nous|m a|m ont) (fait|font|faisait) du mal",
    r"(me|m a|m ont|suis|ai ete|a ete|fait|fais) (\w+ )?(agress\w*|viol(e|ee|er)\b)",
    r"^agression$", r"agress\w* sexuel\w*", r"^viol$", r"^violences?$",
    r"violences? (conjugales?|domestiques?|familiales?|sexuelles?|physiques?)",
    r"violente? avec (moi|nous|@name)", r"abus\w* (de (moi|nous|lui)|d elle|sexuel\w*)", r"^abus$",
    r"attouchement\w*", r"mains? baladeuses?", r"gestes? deplaces?",
    r"(me|m a|m ont) (\w+ )?(touche|tripote|pelote|caresse)\w*"
    r"(?! (un mot|deux mots|beaucoup|droit au coeur)\b)",
    r"(me|m a|m ont|suis|nous|ete) (\w+ )?maltrait\w*", r"maltraitance",
    rf"(me|m a|m ont|nous|suis|ai ete) (\w+ )?menac\w*{_BY_DISMISSAL}", r"menaces? de mort",
    r"(veut|va|vont|veulent|essaie de|essaye de|menace de) (me|nous) "
    r"(tuer|frapper|taper|violer|etrangler|tabasser)",
    r"chantage", r"me (fait|font) chanter", r"stalk(e|ent|er|ing)",
    r"(me|m a) (suit|suivent|suivie?) (partout|jusque chez moi|dans la rue)",
    r"suicid\w*", r"automutil\w*", r"scarifi\w*", r"idees? (noires|suicidaires)",
    r"me (tuer|faire du mal|mutiler|pendre|noyer|jeter sous)(?! a\b)", r"me (mutile|scarifie)",
    r"(veut|voudrait|va|envie de|pense a|parle de|menace de|essaie de) se "
    r"(tuer|pendre|noyer|mutiler|faire du mal|jeter sous)",
    r"me (coupe|couper|ouvrir|taillade) (\w+ )?les (veines|poignets|bras)",
    r"me (fais|suis fait) du mal\b(?! (a|au|en|avec)\b)",
    r"(plus|pas) (\w+ )?envie de vivre", r"(veux|veut|voulais|voulait) (plus|pas) (\w+ )?"
    r"(vivre|exister|etre la$)",
    r"(envie de|veux|veut|voudrais|voudrait|aimerais|prefere|prefererais) (\w+ )?"
    r"(mourir|etre morte?|crever|disparaitre$)",
    r"(si|mieux que|voudrais que|aimerais que) (j|je) (etais|sois|soit) morte?",
    r"(serai\w*|irai\w*) (\w+ )?mieux sans moi", r"en finir avec (la|ma) vie",
    r"(veux|veut|voudrais|envie d|vais|pense a|va) en finir"
    r"(?! avec (ce|cet|cette|ces|le|les|l|mon)\b)",
    r"mettre fin a (mes|ses|ma|sa) (jours|vie)", r"plus (de|aucune) raison de vivre",
    r"(ma|sa) vie n a (plus|pas|aucun) (de )?sens", r"fatiguee? de vivre", r"^au secours$",
)  # fmt: skip

HARMLESS: tuple[str, ...] = (
    r"(ca|cela|ce qui|message|geste|mot|mots|cadeau|histoire) (me|m a) (\w+ )?(touche|frappe)\w*",
    r"(mort|morte) de (rire|faim|fatigue)", r"(veux|vais|voudrais) mourir de rire",
    r"(machine|marteau|porte|cable|perceuse|visseuse|vent|courant) (me|m a|nous) \w+",
    r"(me|m a) bat\w* (au|aux|a la|a)\b",
)  # fmt: skip
"""What sounds like it, and of which nobody suffers."""
