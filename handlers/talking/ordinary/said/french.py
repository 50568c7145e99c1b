"""French: greetings, thanks, illness, what is wrong, and plain questions; folded, apostrophes out.

A question begins with a word of `FIRST`; what it is about is the only group of its pattern.
"""

from handlers.talking.ordinary.said.kinds import Asked, Ordinary

PHRASES: dict[Ordinary, tuple[str, ...]] = {
    Ordinary.THANKS: (
        "merci", "un grand merci", "grand merci", "mille mercis", "ok merci", "super merci",
        "parfait merci", "d accord merci", "je vous remercie", "je te remercie", "merci bien",
    ),
    Ordinary.GREETING: (
        "bonjour", "salut", "bonsoir", "coucou", "re bonjour", "rebonjour", "bien le bonjour",
    ),
    Ordinary.GOODBYE: (
        "au revoir", "a demain", "a bientot", "a plus tard", "a tout a l heure",
        "a la prochaine",
        "a lundi", "bonne nuit", "bon week end", "bon weekend", "bonne fin de journee",
        "bonne journee", "bonne soiree", "bonnes vacances",
    ),
    Ordinary.FINE: (
        "d accord", "ok d accord", "parfait", "bien", "tres bien", "c est bon", "c est bien",
        "ok c est bon", "entendu", "bien entendu", "compris", "j ai compris", "bien compris",
        "ca marche", "ca va", "c est note", "pas de probleme", "pas de souci", "nickel", "genial",
        "super", "formidable",
    ),
    Ordinary.WAIT: (
        "attends", "attendez", "attends un peu", "attendez un peu", "attends un instant",
        "attendez un instant", "un moment", "un instant", "un petit instant", "une seconde",
        "une minute", "deux minutes", "patientez",
    ),
    Ordinary.HELP: (
        "aide", "aidez moi", "aide moi", "a l aide", "au secours", "besoin d aide",
        "j ai besoin d aide", "pouvez vous m aider", "peux tu m aider", "tu peux m aider",
        "comment ca marche", "comment ca fonctionne", "comment cela fonctionne",
        "que peux tu faire", "que pouvez vous faire", "que puis je faire",
    ),
}  # fmt: skip

COURTESIES = (
    "merci beaucoup", "merci bien", "merci d avance", "d avance merci", "merci a vous",
    "merci a toi", "mille mercis", "bonjour a tous", "bonne journee", "bonne journee a vous",
    "belle journee", "bonne soiree", "bonne fin de journee", "bon courage", "cordialement",
    "bien cordialement", "cdlt", "bien a vous", "bien a toi", "salutations",
    "meilleures salutations", "sinceres salutations", "amicalement", "svp", "stp",
    "s il vous plait", "s il te plait", "bonjour kompaan", "salut kompaan", "bonsoir kompaan",
    "merci kompaan",
)  # fmt: skip

_DAYS = (
    r"(?:(?:a partir|de|du|des|le|la|les|au|aux|et|en|ce|cet|cette|toute|jusqu|jusque|a|semaine"
    r"|prochain|prochaine|demain|apres|aujourd|hui|lundi|mardi|mercredi|jeudi|vendredi|samedi"
    r"|dimanche|matin|midi|soir|\d{1,2}|1er|janvier|fevrier|mars|avril|mai|juin|juillet|aout"
    r"|septembre|octobre|novembre|decembre) )+"
)
_ILLNESS = (
    r"(?:(?:de )?(?:la |le |l |une |un |du )?(?:grosse |gros |forte |petite )?(?:grippe|fievre"
    r"|rhume"
    r"|gastro\w*|angine|covid|corona|migraine|bronchite|otite|toux|intoxication alimentaire"
    r"|mal (?:de|a la|au|aux) \w+))"
)
_LEAVE = r"(?:conges?(?: maladie| paye)?|vacances|arret(?: maladie| de travail)?|voyage)"
_THERE = r"(?:pas la|pas present|pas presente|absente?|malade|souffrante?|alitee?)"
AWAY = (
    rf"(?:desolee? |pardon )?je (?:ne )?(?:suis|serai|reste|tombe) (?:\w+ ){{0,2}}{_THERE}"
    r"|je (?:ne )?me sens (?:\w+ )?(?:pas (?:\w+ )?bien|malade|mal)"
    r"|je (?:ne )?(?:peux|pourrai|vais) pas (?:pouvoir )?(?:venir|travailler|etre la)"
    r"|je (?:ne )?(?:viens|viendrai) pas|je ne travaille pas"
    rf"|je (?:suis|pars|serai) (?:\w+ )?en {_LEAVE}|je prends (?:\w+ ){{0,2}}{_LEAVE}"
    rf"|j ai (?:attrape |chope |encore )?{_ILLNESS}"
    rf"|(?:je suis |je reste )?(?:\w+ )?(?:a la maison|chez moi|au lit) avec {_ILLNESS}"
    r"|je reste (?:\w+ )?(?:au lit|a la maison|chez moi) (?:malade)|en arret(?: maladie)?"
    r"|malade(?: aujourd hui| au lit| a la maison)?"
    rf"|{_DAYS}je (?:ne )?(?:serai|suis) (?:\w+ )?(?:{_THERE}|en {_LEAVE})"
    rf"|{_DAYS}je (?:ne )?(?:peux|pourrai|viens|viendrai) pas(?: venir| travailler)?"
)
MORE_OF_AWAY = (
    r" (?:aujourd|demain|apres|cette|ce|jusqu|jusque|a partir|du|des|depuis|le|la|au|et|pour|car"
    r"|parce|pendant|donc|toute|chez moi|a la maison|lundi|mardi|mercredi|jeudi|vendredi|samedi"
    r"|dimanche)\b.*"
)
ILL = rf"(?:malade|maladie|souffrante?|alitee?|pas (?:\w+ )?bien|sens mal|{_ILLNESS})"

_NOT = r"(?:(?:ce|ca|cela) n est|c est|ca est) pas"
WRONG = (
    r"(?:(?:non|mais|desolee?|pardon|hey|bonjour|attendez|attends) )*(?:"
    rf"{_NOT} (?:correct|juste|vrai|bon|exact|ca|normal|possible)"
    r"|(?:c est|tout est) (?:faux|incorrect|inexact|une erreur)|il y a une erreur"
    r"|il y a une erreur (?:dans|sur) (?:mon|le|mes|les) (?:rapports?|scores?|notes?)"
    r"|(?:ca|cela) ne (?:colle|correspond) pas|pas (?:correct|juste|exact)"
    r"|(?:mon|le|ce) (?:score|rapport) (?:est faux|est incorrect|n est pas (?:juste|correct|bon))"
    r"|(?:mes|les|ces) (?:scores|notes) (?:sont (?:faux|fausses|incorrects)"
    r"|ne sont pas (?:justes|corrects|correctes|bons|bonnes))"
    r")"
)

_IT = (
    r"(?:ca|cela|ceci|tout ca|le dernier(?: score)?|la derniere(?: note)?|mon dernier score"
    r"|ma derniere note|ce score|cette note|le score|la note)"
)
UNDO = (
    r"(?:(?:non|oups|desolee?|pardon|attends|attendez|ok|pouvez vous|peux tu|tu peux) )*(?:"
    rf"(?:annule[rz]?|efface[rz]?|retire[rz]?|supprime[rz]?|enleve[rz]?) {_IT}"
    r"|(?:reviens|revenez|revenir|retour) en arriere"
    r")(?: (?:svp|stp|s il vous plait|s il te plait|merci))*"
)

POLITE = (
    "svp", "stp", "s il te plait", "s il vous plait", "exactement", "au juste", "en fait",
    "maintenant", "merci", "ici", "cette semaine", "aujourd hui", "donc",
)  # fmt: skip
LEADING = (
    "bonjour", "salut", "bonsoir", "coucou", "et", "mais", "alors", "dis", "dites", "question",
    "une question", "petite question", "excusez moi", "pardon",
)  # fmt: skip

_COMPETENCE = r"(?:(?:le |la |l )?(?:competence|indicateur|numero|nr) |le |la )?"
_COLOURED = r"(?:en )?(?:rouge|orange|grise?|verte?(?: (?:clair|fonce))?)"
_MINE = r"(?:mes|mon|ma|notre|nos)"
_PEOPLE = r"(?:eleves|etudiants|etudiantes|jeunes|apprentis|stagiaires)"
_AROUND = (
    r"(?:tuteur|tutrice|tuteurs|coach|coachs|mentor|mentors|professeur|professeurs|prof|profs"
    r"|enseignante?|enseignantes?|enseignants|accompagnateur|accompagnatrice)"
)
_SAID = r"(?:ce que j\w* .+|ca|cela|ceci|mes .+|mon .+|ma .+|tout)"
_A_SCORE = r"(?:ca|cela|quelque chose|(?:un|le|mon|ce) score|une (?:erreur|note)|ma note|la note)"
_TO_MEND = r"(?:annuler|corriger|modifier|changer|effacer|supprimer|retirer|enlever)"
_NOT_OURS = r"(?!(?:je|j|tu|vous|il|elle|on|nous|ils|elles|le conseil|mes|les eleves)\b)"

QUESTIONS: tuple[tuple[Asked, str], ...] = (
    (
        Asked.CHOICE,
        r"que (?:puis|dois) je (?:encore )?choisir|qu est ce que je (?:peux"
        r"|dois) (?:encore )?choisir"
        r"|(?:jusqu a quand|avant quand|quand) (?:puis|dois) je (?:encore )?choisir"
        r"|qu ai je (?:deja )?choisi|qu est ce que j ai (?:deja )?choisi"
        r"|qu est ce qui compte(?: pour moi)?"
        r"|sur quoi (?:suis je|est ce que je suis|serai je) (?:evaluee?|jugee?)",
    ),
    (
        Asked.EVALUATIONS,
        r"(?:qui|que) (?:dois je|est ce que je dois) (?:encore )?evaluer|qui a choisi quoi"
        r"|quelles evaluations (?:dois je|est ce que je dois|y a t il|ai je)(?: a)?(?: preparer)?"
        r"|qu est ce que je dois (?:encore )?evaluer|qu ont choisi (?:mes|les) eleves"
        r"|qu est ce que (?:mes|les) eleves ont choisi",
    ),
    (
        Asked.RESULT,
        r"ou en suis je (?:au|sur (?:mon|le) lieu de) travail"
        r"|ou en est (.+?) (?:au|sur (?:son|le) lieu de) travail",
    ),
    (
        Asked.RESULT,
        r"quel est mon resultat(?: au travail)?|quel est le resultat (?:de "
        r"|d )(.+?)(?: au travail)?",
    ),
    (
        Asked.DECISION,
        r"ai je reussi|est ce que j ai reussi|est ce que je suis qualifiee?|suis je qualifiee?"
        r"|qu est ce que le conseil(?: de classe)? a decide(?: (?:pour|sur|de) (.+))?",
    ),
    (
        Asked.DECISION,
        r"est ce que (.+?) (?:a reussi|est qualifiee?)",
    ),
    (Asked.DECISION, r"qu a decide le conseil(?: de classe)?(?: (?:pour|sur|de) (.+))?"),
    (
        Asked.END_VIEW,
        r"qu est ce que j emporte(?: a la fin)?|qu emporte je"
        r"|ou (?:est|se trouve|puis je trouver|puis je voir) mon bilan",
    ),
    (
        Asked.READERS,
        rf"qui (?:voit|lit|recoit|peut (?:voir|lire)) {_SAID}"
        rf"|est ce que (?:{_MINE}|le|la|les|l) (?:\w+ )?(?:voit|voient|lit|lisent"
        rf"|peut (?:voir|lire)|peuvent (?:voir|lire)) {_SAID}"
        rf"|est ce que \w+ (?:voit|lit|peut (?:voir|lire)) {_SAID}"
        rf"|(?:mon|ma) (?:{_AROUND}|classe|ecole|eleve) (?:voit|lit|peut) (?:t )?(?:il|elle)"
        rf"(?: voir| lire)? {_SAID}",
    ),
    (
        Asked.PHOTO,
        r"quand (?:est|sera|a lieu|aura lieu|prend on"
        r"|prenez vous) (?:prise )?la (?:prochaine )?photo"
        r"(?: prise)?|quand est ce que (?:la (?:prochaine )?photo (?:est prise|sera prise|a lieu)"
        r"|on prend la (?:prochaine )?photo|la (?:prochaine )?periode (?:se termine|finit"
        r"|commence))"
        r"|quand (?:se termine|finit|termine|commence|debute|ferme) (?:la|cette|notre) "
        r"(?:prochaine )?periode|jusqu a quand (?:puis je|peut on"
        r"|est ce que je peux) (?:encore )?noter"
        r"|(?:pour|avant) quand (?:dois je|est ce que je dois) (?:\w+ ){0,2}(?:noter|note|terminer"
        r"|termine|fini)|quelles sont les periodes",
    ),
    (
        Asked.STANDING,
        r"ou en suis je|ou est ce que j en suis|comment (?:je me debrouille"
        r"|est ce que je me debrouille"
        r"|je m en sors|ca va pour moi)|pourquoi suis je (?:en )?(?:rouge|orange|grise?|verte?)",
    ),
    (Asked.STANDING, r"ou en est (.+)"),
    (Asked.STANDING, r"comment (?:va|se debrouille|s en sort|progresse|avance) (.+)"),
    (Asked.STANDING, r"comment ca (?:va|se passe) (?:avec|pour) (.+)"),
    (Asked.STANDING, r"ou puis je voir (?:comment va|le rapport (?:de|d)) (.+)"),
    (Asked.STANDING, rf"pourquoi (?:est ce que )?{_COMPETENCE}(\d{{1,4}}) est(?: il| elle)? .+"),
    (Asked.STANDING, rf"pourquoi (?:est ce que )?(.+?) est(?: il| elle)? {_COLOURED}"),
    (
        Asked.OPEN,
        r"que dois je (?:encore )?(?:faire|noter|remplir|completer)"
        r"|qu est ce que (?:je dois|j ai) (?:encore )?(?:a )?(?:faire|noter|remplir|completer)"
        r"|qu est ce qui (?:me )?(?:reste|est (?:encore )?ouvert|m attend|manque)"
        r"(?: encore)?(?: a faire| a noter)?(?: pour moi)?"
        r"|que (?:me )?reste t il(?: encore)?(?: a faire| a noter)?(?: pour moi)?|que manque t il"
        r"|qui (?:dois je|est ce que je dois) (?:encore )?noter"
        r"|combien (?:m )?(?:en )?(?:me )?(?:reste t il|dois je)(?: encore)?(?: en)?"
        r"(?: a faire| a noter| faire| noter)?"
        r"|(?:y a t il|est ce qu il y a|ai je|est ce que j ai) (?:encore )?quelque chose "
        r"(?:a faire|d ouvert|a noter)",
    ),
    (
        Asked.STUDENTS,
        rf"quels {_PEOPLE} (?:ai je|est ce que j ai)|(?:qui|quels) sont {_MINE} {_PEOPLE}"
        rf"|combien (?:d |de ){_PEOPLE} (?:ai je|est ce que j ai)"
        rf"|qui (?:puis je|est ce que je peux) noter|qui est dans {_MINE} classe",
    ),
    (
        Asked.AROUND,
        rf"qui (?:est|sont) (?:{_MINE}|le|la|les|l) {_AROUND}(?: (?:de|d) (.+))?"
        r"|qui m (?:accompagne|encadre)|qui me suit",
    ),
    (
        Asked.ALERTS,
        r"(?:y a t il|est ce qu il y a) (?:des |de |d )?(?:nouveaux |nouvelles )?(?:problemes"
        r"|alertes"
        r"|ecarts|differences|divergences|conflits)"
        r"|(?:quels|quelles) (?:problemes|alertes|ecarts|differences|divergences) y a t il"
        r"|quelles sont les alertes|ou (?:sont|y a t il) (?:les |des )?(?:ecarts|differences)",
    ),
    (
        Asked.UNDO,
        rf"comment (?:(?:puis je|est ce que je peux|je peux) )?{_TO_MEND} {_A_SCORE}"
        rf"|(?:puis je|est ce que je peux|peut on) (?:encore )?{_TO_MEND} {_A_SCORE}",
    ),
    (
        Asked.HELP,
        r"comment (?:noter|commencer|je note|est ce que je note|dois je noter|puis je noter"
        r"|faire pour noter|donner un score)(?: quelqu un| un eleve| quelque chose)?"
        r"|que (?:puis je|peut on) (?:ecrire|dire|demander|taper|faire)|qui (?:es tu|etes vous)"
        r"|qu est ce que je peux (?:ecrire|dire|demander|taper|faire)"
        r"|que (?:peux tu|sais tu|pouvez vous|savez vous) faire"
        r"|qu est ce que (?:tu (?:peux|sais)|vous (?:pouvez|savez)) faire",
    ),
    (
        Asked.MEANING,
        r"que (?:signifie|signifient|veut dire|veulent dire|represente|representent) (.+)",
    ),
    (
        Asked.MEANING,
        rf"qu est ce que (?:c est que )?{_NOT_OURS}(.+?)"
        r"(?: (?:signifie|signifient|veut dire|veulent dire))?",
    ),
    (Asked.MEANING, rf"c est quoi {_NOT_OURS}(.+)"),
    (Asked.MEANING, r"a quoi (?:correspond|correspondent|sert|servent) (.+)"),
    (Asked.MEANING, r"de quoi (?:parle|parlent) (.+)"),
    (Asked.MEANING, r"quelle est la difference entre (.+)"),
)  # fmt: skip

FIRST = frozenset((
    "que", "qu", "quand", "comment", "combien", "ou", "qui", "quels", "quelles", "quel", "quelle",
    "quoi", "c", "y", "pourquoi", "est", "ai", "suis", "puis", "peut", "mon", "ma", "jusqu", "pour",
    "avant", "sur", "a", "de",
))  # fmt: skip
"""Words with which these questions begin."""

UNSIGNED = (
    r"(?:pourquoi|quand|comment|combien|ou|qui|que|quel\w*(?: \w+)?) (?:est|sont|a|ont|ai|peut"
    r"|peux|puis|dois|doit|faut|fait|va|vais|reste|pense|voit|veut|sais|sait|suis|se)\b"
    r"|est ce (?:que|qu)\b|qu est ce\b|c est quoi\b"
    r"|(?:pourquoi|comment) (?:il|elle|je|on|ca|le|la|les|mon|ma|mes|c)\b"
    r"|(?:puis|dois|suis|ai) je\b|(?:peux|as|es|sais|veux|dois) tu\b"
    r"|(?:pouvez|avez|etes|savez|voulez|devez) vous\b|y a t il\b|a t (?:il|elle|on)\b"
)
"""How a question begins that is written without its sign."""

STOPPED = (
    r"(?:ne |n )?(?:travaille|viens|vient|est|suis) plus(?: (?:la|ici|chez nous|dans l entreprise"
    r"|avec nous))?"
    r"|(?:a|ai) (?:arrete|demissionne|quitte|ete (?:licenciee?|viree?|renvoyee?)|abandonne)"
    r"(?: (?:le|la|son|mon|sa|ma|l) ?(?:stage|formation|contrat|entreprise|ecole|job|travail)| ici"
    r"| de travailler)?"
    r"|(?:est|suis) (?:definitivement )?partie?(?: d ici| de chez nous)?"
    r"|(?:arrete|quitte) (?:le|la|son|mon|sa|ma|l) ?(?:stage|formation|contrat|entreprise)"
)
"""What is said of somebody who stopped, behind the name."""

STOPS = (
    "plus", "arrete", "demissionne", "quitte", "licencie", "licenciee", "vire", "viree", "renvoye",
    "renvoyee", "abandonne", "parti", "partie",
)  # fmt: skip
"""One of these is in each of those."""
