"""German: greetings, thanks, illness, what is wrong, and plain questions; small letters.

Umlauts stand as they are: they are found as people type them, 'ü' also as 'ue' and as 'u'. A
question begins with a word of `FIRST`; what it is about is the only group of its pattern.
"""

from handlers.talking.ordinary.said.kinds import Asked, Ordinary

PHRASES: dict[Ordinary, tuple[str, ...]] = {
    Ordinary.THANKS: (
        "danke", "vielen dank", "ok danke", "super danke", "herzlichen dank", "besten dank",
        "tausend dank", "dankeschön", "ich danke dir", "ich danke ihnen", "ich danke",
    ),
    Ordinary.GREETING: (
        "guten morgen", "guten tag", "guten abend", "moin", "moin moin", "servus", "grüß gott",
        "grüß dich", "grüezi", "mahlzeit",
    ),
    Ordinary.GOODBYE: (
        "tschüss", "tschüs", "tschau", "ciao", "auf wiedersehen", "auf wiederschauen", "bis morgen",
        "bis bald", "bis dann", "bis später", "bis montag", "gute nacht", "schönes wochenende",
        "schönen tag", "schönen abend", "schönen feierabend", "mach's gut", "mach s gut",
    ),
    Ordinary.FINE: (
        "gut", "sehr gut", "alles klar", "in ordnung", "verstanden", "alles gut", "passt",
        "geht klar",
        "ist gut", "einverstanden", "perfekt", "klar", "kein problem", "mache ich", "mach ich",
        "super",
    ),
    Ordinary.WAIT: (
        "warte", "warten sie", "warte mal", "warte kurz", "moment mal", "einen moment",
        "einen moment bitte", "einen augenblick", "augenblick", "eine sekunde", "eine minute",
        "sekunde",
    ),
    Ordinary.HELP: (
        "hilfe", "hilf mir", "hilf mir bitte", "bitte hilfe", "helfen sie mir", "ich brauche hilfe",
        "kannst du mir helfen", "können sie mir helfen", "wie funktioniert das", "wie geht das",
        "was kannst du", "was kannst du alles", "was können sie", "was kann ich tun",
    ),
}  # fmt: skip

COURTESIES = (
    "danke schön", "danke sehr", "dankeschön", "danke dir", "danke ihnen", "danke im voraus",
    "vielen dank im voraus", "vielen lieben dank", "besten dank", "bitte", "bitte schön",
    "bitte sehr", "gern geschehen", "schönen tag", "schönen tag noch", "schönen abend",
    "schönen abend noch", "einen schönen tag", "einen schönen tag noch", "einen schönen abend",
    "schönes wochenende", "mit freundlichen grüßen", "freundliche grüße", "viele grüße",
    "liebe grüße", "beste grüße", "gruß", "grüße", "lg", "mfg", "vg", "hallo kompaan",
    "guten morgen kompaan", "guten tag kompaan", "danke kompaan",
)  # fmt: skip

_DAYS = (
    r"(?:(?:ab|am|an|bis|vom|von|zum|der|dem|den|die|diese|diesen|dieser|nächste|nächsten|kommende"
    r"|kommenden|ganze|ganzen|und|in|woche|heute|morgen|übermorgen|montag|dienstag|mittwoch"
    r"|donnerstag|freitag|samstag|sonnabend|sonntag|früh|mittag|abend|\d{1,2}|januar|februar|märz"
    r"|april|mai|juni|juli|august|september|oktober|november|dezember) )+"
)
_ILLNESS = (
    r"(?:(?:die |eine |einen |ein |das )?(?:starke |starken |schlimme |leichte |hohes )?(?:grippe"
    r"|fieber|erkältung|corona|covid|migräne|magen darm(?: grippe)?|bronchitis|angina|schnupfen"
    r"|husten|(?:kopf|bauch|hals|rücken|zahn|ohren)schmerzen))"
)
_LEAVE = r"(?:urlaub|krankenstand|ferien|elternzeit)"
_THERE = (
    r"(?:krank(?: ?geschrieben| ?gemeldet)?|abwesend|nicht da|nicht im betrieb|nicht anwesend|weg)"
)
_A_TIME = r"(?:\w+ ){0,3}"
AWAY = (
    rf"ich (?:bin|war|werde|bleibe|liege) {_A_TIME}{_THERE}(?: sein)?"
    r"|ich fühle? mich (?:\w+ ){0,2}(?:nicht (?:\w+ )?(?:gut|wohl)|krank|schlecht)"
    r"|mir geht es (?:\w+ )?(?:nicht (?:so )?gut|schlecht)"
    rf"|ich kann {_A_TIME}nicht (?:kommen|arbeiten|da sein)"
    rf"|ich komme {_A_TIME}nicht(?: zur arbeit)?"
    rf"|ich (?:bin|gehe|fahre|fliege) {_A_TIME}(?:im|in|in den|in die|auf) {_LEAVE}"
    rf"|ich (?:habe|nehme) {_A_TIME}(?:{_LEAVE}|frei)|ich melde mich {_A_TIME}krank"
    rf"|ich habe {_A_TIME}{_ILLNESS}|(?:ich (?:bin|liege) )?(?:\w+ )?(?:zu hause"
    rf"|im bett) mit {_ILLNESS}"
    rf"|ich (?:bleibe|liege) {_A_TIME}krank (?:zu hause|im bett)|krank(?: ?gemeldet| ?geschrieben)?"
    r"|krank (?:heute|zu hause|im bett)"
    rf"|{_DAYS}(?:bin|werde) ich {_A_TIME}(?:{_THERE}|im {_LEAVE})(?: sein)?"
    rf"|{_DAYS}(?:habe|nehme) ich {_A_TIME}(?:{_LEAVE}|frei)"
    rf"|{_DAYS}(?:kann|komme) ich {_A_TIME}nicht(?: kommen| arbeiten)?"
)
MORE_OF_AWAY = (
    r" (?:heute|morgen|übermorgen|diese|diesen|nächste|nächsten|bis|ab|vom|von|am|und|seit|weil"
    r"|denn"
    r"|für|also|die|den|zu hause|im bett|montag|dienstag|mittwoch|donnerstag|freitag|samstag"
    r"|sonntag)\b.*"
)
ILL = rf"(?:\w*krank\w*|nicht (?:\w+ )?(?:gut|wohl)|schlecht|{_ILLNESS})"

WRONG = (
    r"(?:(?:nein|aber|doch|sorry|entschuldigung|hallo|moment|warte) )*(?:"
    r"(?:(?:das|es|hier|da) )?stimmt (?:so |\w+ )?(?:nicht|nie)|(?:das|es|hier|da) stimmt was nicht"
    r"|(?:hier|da|irgend) ?(?:etwas )?stimmt etwas nicht|irgendetwas stimmt nicht"
    r"|(?:das|es) (?:ist|war) (?:\w+ )?(?:falsch|nicht richtig|nicht korrekt|nicht wahr|ein fehler"
    r"|verkehrt)"
    r"|nicht richtig|nicht korrekt|(?:das|da) ist ein fehler(?: drin)?"
    r"|(?:meine|die|diese) (?:bewertungen?|noten|punkte) (?:stimmen nicht|stimmt nicht|sind falsch"
    r"|ist falsch)|(?:mein|der|dieser) bericht (?:stimmt nicht|ist falsch)"
    r")"
)

_IT = (
    r"(?:das|es|dies|das letzte|die letzte(?: bewertung)?|meine letzte bewertung|diese bewertung"
    r"|die bewertung|den letzten eintrag)"
)
_ORDERS = r"(?:(?: wieder| bitte| mal| doch)*)"
UNDO = (
    r"(?:(?:nein|oh|ups|sorry|warte|ok|bitte|kannst du|kannst du bitte) )*(?:"
    rf"mache? {_IT}{_ORDERS} rückgängig|nimm {_IT}{_ORDERS} zurück|losche? {_IT}{_ORDERS}"
    rf"|lösche? {_IT}{_ORDERS}|{_IT}{_ORDERS} (?:rückgängig machen|zurücknehmen|löschen)"
    r"|rückgängig(?: machen)?"
    r")(?: (?:bitte|danke|wieder))*"
)

POLITE = (
    "bitte", "genau", "eigentlich", "nochmal", "danke", "heute", "diese woche", "jetzt", "gerade",
    "denn", "überhaupt", "nochmals",
)  # fmt: skip
LEADING = (
    "guten tag", "guten morgen", "hallo", "servus", "moin", "und", "aber", "frage", "eine frage",
    "kurze frage", "sag mal", "entschuldigung", "also",
)  # fmt: skip

_COMPETENCE = r"(?:(?:die |der |den )?(?:kompetenz|indikator|nummer|nr) |die )?"
_COLOURED = r"(?:(?:auf|in) )?(?:hell ?|dunkel ?)?(?:rot|orange|grau|grün)"
_MINE = r"(?:meine|meinen|mein|meiner|unsere|unser)"
_PEOPLE = r"(?:azubis?|auszubildenden?|schüler\w*|lernenden?|jugendlichen?|lehrlinge?)"
_AROUND = (
    r"(?:mentor|mentorin|mentoren|coach|coaches|lehrer|lehrerin|lehrkraft|lehrkräfte|ausbilder"
    r"|ausbilderin|begleiter|begleiterin)"
)
_SAID = r"(?:was ich .+|das|dies|meine .+|meinen .+|mein .+|alles)"
_A_SCORE = r"(?:das|es|etwas|(?:einen|den|meinen) fehler|(?:eine|die|meine) (?:letzte )?bewertung)"
_TO_MEND = r"(?:korrigieren|ändern|löschen|rückgängig machen|zurücknehmen|verbessern|berichtigen)"
_NOT_OURS = (
    r"(?!(?:noch |jetzt |alles )*(?:offen|zu tun|los|passiert|mit|mein ergebnis|das ergebnis)\b)"
)

QUESTIONS: tuple[tuple[Asked, str], ...] = (
    (
        Asked.CHOICE,
        r"was (?:kann|muss|soll|darf) ich (?:noch )?wählen|(?:bis wann|wann) (?:kann|muss"
        r"|darf) ich "
        r"(?:noch )?wählen|was habe ich (?:schon |bereits )?gewählt|was zählt(?: für mich)?"
        r"|(?:worin|woran|wonach) werde ich (?:beurteilt|bewertet|gemessen)",
    ),
    (
        Asked.EVALUATIONS,
        r"(?:wen|was) muss ich (?:noch )?(?:beurteilen|evaluieren|auswerten)|wer hat was gewählt"
        r"|welche (?:auswertungen|beurteilungen) (?:muss ich vorbereiten|gibt es|habe ich)"
        r"|was haben (?:meine|die) \w+ gewählt",
    ),
    (
        Asked.RESULT,
        r"(?:wie|wo) stehe ich (?:da )?(?:bei der arbeit|auf der arbeit|im betrieb)(?: da)?"
        r"|was ist mein ergebnis(?: im betrieb)?|was ist das ergebnis von (.+?)(?: im betrieb)?",
    ),
    (
        Asked.RESULT,
        r"(?:wie|wo) steht (.+?) (?:bei der arbeit|auf der arbeit|im betrieb)(?: da)?",
    ),
    (
        Asked.DECISION,
        r"habe ich (?:bestanden|es geschafft)|bin ich qualifiziert|hat (.+?) (?:bestanden)",
    ),
    (
        Asked.DECISION,
        r"was hat die (?:klassenkonferenz|konferenz) (?:(?:über|zu|für) (.+?) )?(?:entschieden"
        r"|beschlossen)",
    ),
    (
        Asked.END_VIEW,
        r"was nehme ich mit|wo (?:ist|finde ich|steht|sehe ich) mein abschlussbild",
    ),
    (
        Asked.READERS,
        rf"wer (?:sieht|liest|bekommt|kann|darf) (?:sehen |lesen )?{_SAID}"
        rf"|(?:sieht|sehen|liest|lesen) (?:{_MINE} |der |die |das )?\w+ {_SAID}"
        rf"|(?:kann|können|darf|dürfen) (?:{_MINE} |der |die |das )?\w+ (?:sehen|lesen)?{_SAID}",
    ),
    (
        Asked.PHOTO,
        r"wann (?:ist|wird|kommt) das (?:nächste )?(?:foto|bild)(?: gemacht| aufgenommen)?"
        r"|wann (?:endet|beginnt|schließt|startet|ist) (?:die|der|dieser|diese) (?:nächste )?"
        r"(?:periode|zeitraum|bewertungszeitraum)(?: zu ende)?"
        r"|bis wann (?:kann|muss|darf|soll) ich (?:noch )?(?:alles )?(?:bewerten|bewertet haben"
        r"|fertig sein)|welche zeiträume gibt es",
    ),
    (
        Asked.STANDING,
        r"(?:wie|wo) stehe ich(?: da)?|wie weit bin ich|wie läuft es bei mir"
        rf"|warum (?:bin|stehe) ich {_COLOURED}",
    ),
    (Asked.STANDING, r"wie (?:läuft|geht|steht) es (?:um |mit |bei |für )(.+)"),
    (Asked.STANDING, r"wie (?:steht|macht sich|geht es) (.+?)(?: da)?"),
    (Asked.STANDING, r"(?:wo|wie weit) (?:steht|ist) (.+)"),
    (Asked.STANDING, r"wo (?:sehe|finde) ich (?:wie es|den bericht von) (.+?)(?: geht)?"),
    (
        Asked.STANDING,
        rf"(?:warum|wieso|weshalb) (?:ist|steht) {_COMPETENCE}(\d{{1,4}}) .+",
    ),
    (
        Asked.STANDING,
        rf"(?:warum|wieso|weshalb) (?:ist|steht) (.+?) {_COLOURED}",
    ),
    (
        Asked.OPEN,
        r"was (?:muss|soll|kann) ich (?:noch )?(?:tun|machen|bewerten|ausfüllen)"
        r"|was (?:ist|steht) (?:noch |alles )*(?:offen|zu tun|an|aus)(?: für mich)?"
        r"|was (?:fehlt|bleibt) (?:noch)?(?: zu tun)?|was wartet (?:noch )?(?:auf mich)?"
        r"|wen muss ich (?:noch )?bewerten|gibt es noch (?:etwas|was) zu tun"
        r"|wie ?viele? (?:muss|habe|ist|sind|bleibt|bleiben) (?:ich |mir )?(?:noch )?(?:machen|tun"
        r"|bewerten|zu tun|offen|zu bewerten|übrig)"
        r"|(?:muss|habe) ich noch (?:etwas|was) (?:zu )?(?:tun|machen|bewerten)",
    ),
    (
        Asked.STUDENTS,
        rf"(?:welche|wie viele) {_PEOPLE} (?:habe|betreue|begleite|sehe) ich"
        rf"|wer sind {_MINE} {_PEOPLE}|wen (?:kann|darf) ich (?:alles )?bewerten"
        rf"|wer ist (?:alles )?in {_MINE} klasse",
    ),
    (
        Asked.AROUND,
        rf"wer (?:ist|sind) (?:{_MINE}|der|die) {_AROUND}(?: von (.+))?"
        r"|wer (?:begleitet|betreut) mich",
    ),
    (
        Asked.ALERTS,
        r"gibt es (?:neue |schon )*(?:probleme|meldungen|abweichungen|unterschiede|konflikte)"
        r"|welche (?:probleme|meldungen|abweichungen|unterschiede) gibt es"
        r"|wo (?:weichen sie ab|sind sie uneinig|gibt es unterschiede)",
    ),
    (
        Asked.UNDO,
        rf"(?:wie )?kann ich {_A_SCORE} (?:noch |wieder )?{_TO_MEND}"
        rf"|wie (?:korrigiere|ändere|lösche|verbessere|berichtige) ich {_A_SCORE}",
    ),
    (
        Asked.HELP,
        r"wie (?:bewerte ich|kann ich (?:bewerten|anfangen|beginnen)|fange ich an|gebe ich "
        r"(?:eine )?bewertung(?:en)?(?: ein| ab)?)(?: jemanden| einen azubi)?"
        r"|was kann ich (?:hier )?(?:alles )?(?:schreiben|sagen|fragen|tippen)"
        r"|was kannst du(?: alles)?|wer bist du|wer sind sie",
    ),
    (
        Asked.MEANING,
        rf"was (?:bedeutet|bedeuten|heißt|heißen|ist|sind) {_NOT_OURS}(.+)",
    ),
    (Asked.MEANING, r"wofür steh(?:t|en) (.+)"),
    (Asked.MEANING, r"worum geht es (?:bei|in) (.+)"),
    (Asked.MEANING, r"(?:was ist|wo ist) der unterschied zwischen (.+)"),
)  # fmt: skip

FIRST = frozenset((
    "was", "wer", "wen", "wann", "wie", "wieviel", "wieviele", "wo", "wofür", "wofur", "wofuer",
    "worum", "worin", "woran", "wonach", "welche", "gibt", "warum", "wieso", "weshalb", "bis",
    "kann", "können", "konnen", "koennen", "darf", "dürfen", "durfen", "duerfen", "sieht", "sehen",
    "liest", "lesen", "habe", "hat", "bin", "muss",
))  # fmt: skip
"""Words with which these questions begin."""

UNSIGNED = (
    r"(?:was|wer|wen|wem|wie|warum|wieso|weshalb|wann|wo|(?:welche\w?|wie viele?)(?: \w+)?) (?:ist"
    r"|sind|war|hat|habe|haben|kann|können|muss|müssen|darf|soll|sieht|findet|finde|mache|macht"
    r"|geht|steht|denkt|stehe|bin|bist|hast|kannst|bedeutet|heißt|sehe|weiß|gibt es)\b"
    r"|(?:darf|kann|muss|soll|bin|habe) (?:ich|wir|man|du)\b|(?:hast|bist|kannst|weißt) du\b"
    r"|(?:haben|können|wissen|sind) sie\b|gibt es\b"
)
"""How a question begins that is written without its sign: its verb stands before who does it."""

STOPPED = (
    r"arbeite[t]? (?:jetzt |nun )?(?:hier |bei uns )?nicht mehr(?: hier| bei uns| mit)?"
    r"|(?:ist|bin) (?:jetzt )?nicht mehr (?:da|hier|bei uns|dabei)|komm(?:t|e) nicht mehr"
    r"(?: zur arbeit)?"
    r"|(?:hat|habe) (?:\w+ )?(?:aufgehört|gekündigt|abgebrochen|hingeschmissen"
    r"|(?:die|seine|ihre|meine) (?:ausbildung|lehre|stelle) (?:abgebrochen|beendet|gekündigt"
    r"|aufgegeben))"
    r"|(?:ist|bin|wurde) (?:entlassen|gekündigt|gegangen|rausgeflogen)(?: worden)?"
    r"|hör(?:t|e) auf|bricht (?:die|seine|ihre) ausbildung ab|breche (?:die|meine) ausbildung ab"
)
"""What is said of somebody who stopped, behind the name."""

STOPS = (
    "mehr", "aufgehört", "gekündigt", "abgebrochen", "hingeschmissen", "beendet", "aufgegeben",
    "entlassen", "gegangen", "rausgeflogen", "auf", "ab",
)  # fmt: skip
"""One of these is in each of those."""
