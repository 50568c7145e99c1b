"""What the own chat's page says itself, beside the chat; see bot.platforms.web.page_texts."""

from bot.messages import Text, _

OWN_TEXTS: dict[str, Text] = {
    "unread": _("New"),
    "menu": _("More"),
    "install": _("Put on the home screen"),
    "settings": _("Settings"),
    "settings_line": _("/settings"),
    "privacy": _("What is kept of me"),
    "other": _("Somebody else on this device"),
    "signs": _("Messages on this device"),
    "signs_off": _(
        "Shall this device tell you when something is waiting for you? It shows no names."
    ),
    "signs_on": _("This device tells you when something is waiting for you."),
    "signs_blocked": _(
        "This browser does not let Kompaan tell you anything. In the settings of this site "
        "you can allow it."
    ),
    "signs_failed": _("That did not work here. Try it again later."),
    "signs_turn_on": _("Turn on"),
    "signs_turn_off": _("Turn off"),
    "signs_later": _("Not now"),
    "leave": _("Close this chat here"),
    "leave_hint": _(
        "The chat then no longer opens on this device; nothing in it is lost. To come back you "
        "need a new link from your school or your coach, or one that you make in /settings "
        "elsewhere."
    ),
    "stay": _("Stay"),
    "home_screen": _(
        "Kompaan as an app on this device: tap the share button of the browser, then “Add to Home "
        "Screen”. Only from there can it notify you. Should it ask for a code when you open it, "
        "make one in /settings here."
    ),
    "understood": _("Understood"),
}
