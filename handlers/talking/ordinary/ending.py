"""How the end of a period is asked about in plain words: what to choose, to evaluate, to decide."""

_AT_WORK = (
    r"op (?:(?:het|de|mijn|m n|zijn|haar) )?(?:werk|werkplek|werkvloer|stage|stageplaats|bedrijf)"
)

CHOICE = (
    r"(?:wat|waaruit|welke? (?:opleidings)?onderde(?:el|len)) (?:moet|kan|mag) ik "
    r"(?:nog )?(?:allemaal )?kiezen"
    r"|(?:tot )?wanneer (?:moet|kan|mag) ik (?:nog )?kiezen|wat heb ik (?:al )?gekozen"
    r"|(?:wat|welke? (?:opleidings)?onderde(?:el|len)) (?:telt|tellen) (?:er )?(?:voor mij )?"
    r"(?:allemaal )?mee(?: voor mij| voor de beoordeling)?"
    r"|(?:waarop|op wat) word ik (?:allemaal )?(?:geevalueerd|beoordeeld)"
    r"|what (?:can|must|should|do) i (?:have to )?choose|what did i choose|what counts(?: for me)?"
    r"|(?:on what|what) am i (?:evaluated|assessed)(?: on)?"
)
"""What a student chooses, and what counts."""

EVALUATIONS = (
    r"(?:wie|wat) moet ik (?:nog )?(?:allemaal )?(?:evalueren|beoordelen)"
    r"|welke evaluaties (?:moet ik (?:allemaal )?voorbereiden|zijn er|heb ik)"
    r"|wie heeft (?:er )?wat gekozen|wat hebben (?:mijn|de) leerlingen gekozen"
    r"|(?:who|whom|what) (?:must|should|do) i (?:have to )?(?:evaluate|assess)"
    r"|which evaluations (?:must|should|do) i (?:have to )?prepare|who chose what"
)
"""What a teacher prepares."""

RESULT = (
    rf"hoe (?:sta|doe|scoor) ik (?:het )?(?:er ?(?:nu )?voor )?{_AT_WORK}(?: er ?voor)?"
    rf"|hoe (?:staat|doet) (?P<of>.+?) (?:het )?(?:er ?(?:nu )?voor )?{_AT_WORK}(?: er ?voor)?"
    rf"|wat is mijn resultaat(?: {_AT_WORK})?|wat is het resultaat van (?P<of1>.+?)(?: {_AT_WORK})?"
    rf"|wat moet ik {_AT_WORK} (?:nog )?(?:halen|verwerven)|hoeveel haal ik {_AT_WORK}"
    r"|how (?:am i doing|do i stand) at work|how is (?P<of2>.+?) doing at work"
    r"|what (?:is|s) my result(?: at work)?"
)
"""How far somebody is at work."""

DECISION = (
    r"ben ik (?:geslaagd|er ?door|gekwalificeerd)|is (?P<of>.+?) (?:geslaagd|gekwalificeerd)"
    r"|wat (?:heeft|had) de (?:klassen)?raad (?:over (?P<of1>.+?) )?beslist"
    r"|wat (?:is|werd) er (?:over (?P<of2>.+?) )?beslist(?: over (?P<of3>.+))?"
    r"|did i pass|am i qualified|what did the (?:class )?council decide(?: about (?P<of4>.+))?"
)
"""What the class council decided."""

END_VIEW = (
    r"wat neem ik (?:op het einde )?mee|waar (?:is|staat|vind ik) mijn eindbeeld"
    r"|what do i take along|where (?:is|do i find) my end view"
)
"""What a student takes along."""

FIRST = ("waarop", "waaruit", "op", "on", "ben", "am", "did", "whom")
"""Words with which these begin, besides those of other questions."""
