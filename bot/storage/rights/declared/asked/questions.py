"""Questions of a school and sheets of answers: whose they are, and what an erasure leaves."""

from bot.domain.rights.declared import DeclaredTable, Particulars, declare, goes

QUESTIONS: tuple[DeclaredTable, ...] = (
    declare(
        "question_list",
        "lists of questions that the school wrote",
        keys="id organisation_id",
    ),
    declare(
        "listed_question",
        "the questions of a list",
        keys="organisation_id list_id",
        facts="number kind steps optional",
        words="texts options",
        particulars=Particulars(called="texts"),
    ),
    declare(
        "answer_sheet",
        "answers to questions of the school, being filled in or sent",
        goes("person_id"),
        keys="id organisation_id person_id list_id for_id",
        facts="purpose quiet sent_at",
    ),
    declare(
        "given_answer",
        "what was answered",
        goes("sheet_id.person_id"),
        keys="organisation_id sheet_id",
        facts="number value",
        words="words",
        particulars=Particulars(mentions="words"),
    ),
)
