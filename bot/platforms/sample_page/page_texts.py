"""What the sample's page says itself, beside its chats; see bot.platforms.web.page_texts."""

from bot.messages import Text, _

SAMPLE_TEXTS: dict[str, Text] = {
    "title": _("Kompaan – scoring together, by chat"),
    "intro": _(
        "Four people follow one student, each in a chat of their own. Score in one, and watch "
        "the colours change. Nobody reads what is not theirs."
    ),
    "skips": _("Skip to"),
    "skip": _("Go to the chat of {name}", name="{name}"),
    "language_choice": _("Language of this page"),
    "tries": _("Things to try"),
    "try_mentor": _("As mentor, score thirteen indicators in one message"),
    "try_student": _("As student, see the colours but none of the mentor’s indicators"),
    "try_coach": _("As coach, read everything, notes included"),
    "line_student": _("/report"),
    "line_coach": _("/report {student} 10", student="{student}"),
    "try_clock": _("Move the clock: reminders come, and then the photo"),
    "step": _("Step {number} of {count}:", number="{number}", count="{count}"),
    "try_it": _("Do it here"),
    "next_step": _("Next step"),
    "leave_guide": _("Close the guide"),
    "tried_board": _("Stored. Changed on the board above:"),
    "tried_same": _("Stored. The board stays as it was."),
    "tried_student": _(
        "Done: the student sees how far each of the three is. What the mentor and the teacher "
        "said of each indicator is not shown here."
    ),
    "tried_coach": _("Done: the coach reads every indicator, of all three, and the notes."),
    "change": _(
        "{number} “{title}”, {who}: {now} (before: {before}), {covered} of {indicators} came up.",
        number="{number}",
        title="{title}",
        who="{who}",
        now="{now}",
        before="{before}",
        covered="{covered}",
        indicators="{indicators}",
    ),
    "clock": _("The sample’s clock"),
    "clock_hint": _(
        "The sample has a clock of its own. Move it forward, and see what people are told unasked."
    ),
    "move_hour": _("+1 hour"),
    "move_day": _("+1 day"),
    "move_reminder": _("next reminder"),
    "move_photo": _("photo"),
    "clock_moved": _("It is now {when}. New messages: {count}.", when="{when}", count="{count}"),
    "clock_moves": _("The clock is on its way …"),
    "clock_passes": _("On the way: {when}.", when="{when}"),
    "clock_passes_told": _(
        "On the way: {when}. New messages: {count}.", when="{when}", count="{count}"
    ),
    "nothing_ahead": _("nothing is planned"),
    "no_sample": _(
        "This page shows the people of a sample, and there are none in this database. "
        "'kompaan sample' loads them into an empty one; a school's own people talk on Telegram, "
        "on Slack, or in the terminal: 'kompaan chat'."
    ),
    "tabs": _("Chats"),
    "changed": _("something changed"),
    "board": _("The colours"),
    "open_board": _("Open with titles"),
    "legend": _("What the colours say"),
    "bar": _("how much has come up"),
    "no_board": _("There are no colours to show here."),
    "role_student": _("student"),
    "role_mentor": _("mentor"),
    "role_teacher": _("teacher"),
    "role_coach": _("coach"),
    "sees_student": _("sees own scores; of others only colour"),
    "sees_mentor": _("sees the indicators of own students"),
    "sees_teacher": _("sees the indicators of own groups"),
    "sees_coach": _("sees everything, notes included"),
    "person": _("Who speaks in this chat"),
    "tongue": _("This chat is in {language}. Change it.", language="{language}"),
}
