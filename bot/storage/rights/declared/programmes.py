"""What is learned: it is about nobody."""

from bot.domain.rights.declared import DeclaredTable, Particulars, declare

PROGRAMMES: tuple[DeclaredTable, ...] = (
    declare(
        "framework",
        "occupational standards",
        keys="id organisation_id",
        words="code version title source",
        particulars=Particulars(called="title"),
    ),
    declare(
        "competence",
        "competences of a standard",
        keys="id organisation_id framework_id",
        facts="number",
        words="title",
        particulars=Particulars(called="title"),
    ),
    declare(
        "indicator",
        "indicators of a competence",
        keys="id organisation_id competence_id",
        facts="number",
        words="text",
        particulars=Particulars(called="text"),
    ),
    declare(
        "programme",
        "programmes of the school",
        keys="id organisation_id",
        facts="cut_off blind_first revision retention_months photo_months setting prior_rule",
        words="code title",
        particulars=Particulars(called="title"),
    ),
    declare(
        "course_component",
        "course components of a programme",
        keys="id organisation_id programme_id",
        words="title",
        particulars=Particulars(called="title"),
    ),
    declare(
        "programme_competence",
        "which competences a programme has",
        keys="organisation_id programme_id competence_id course_component_id",
        facts="number",
    ),
    declare(
        "context",
        "contexts of a programme",
        keys="id organisation_id programme_id",
        facts="number",
        words="title",
        particulars=Particulars(called="title"),
    ),
    declare(
        "context_competence",
        "what a context brings of a competence",
        keys="organisation_id context_id competence_id",
        facts="contribution",
    ),
    declare(
        "school_holiday",
        "holidays of the school",
        keys="id organisation_id",
        facts="first_on last_on",
        words="name",
    ),
    declare(
        "thresholds",
        "from when on views count as apart, by programme",
        keys="programme_id organisation_id",
        facts="chosen",
    ),
    declare(
        "workplace_weight",
        "what a competence weighs in the workplace's result",
        keys="programme_id competence_id organisation_id",
        facts="weight",
    ),
)
