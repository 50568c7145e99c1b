"""Questionnaires: they are about nobody, and what is counted without a name leads to nobody."""

from bot.domain.rights.declared import DeclaredTable, Particulars, declare, goes

ASKING: tuple[DeclaredTable, ...] = (
    declare(
        "questionnaire",
        "questionnaires of the school",
        keys="id organisation_id list_id programme_id class_group_id",
        facts="anonymous opens_on closes_on days_before closed_before made_at stopped_at",
        words="name titles",
        particulars=Particulars(called="name"),
    ),
    declare(
        "questionnaire_role",
        "whom a questionnaire asks",
        keys="organisation_id questionnaire_id",
        facts="role",
    ),
    declare(
        "asking_round",
        "when a questionnaire is open",
        keys="id organisation_id questionnaire_id period_id",
        facts="photo_at opens_at closes_at ended_at answered",
    ),
    declare(
        "round_answered",
        "that somebody answered without a name, as long as it is open",
        goes("person_id"),
        keys="organisation_id round_id person_id",
    ),
    declare(
        "answer_tally",
        "how often each answer was given without a name",
        keys="organisation_id round_id",
        facts="number value count",
    ),
    declare(
        "unsigned_words",
        "what was written without a name",
        keys="organisation_id round_id",
        facts="number place",
        words="words",
        particulars=Particulars(mentions="words"),
    ),
)
