"""What the own chat's page says itself, beside the chat; see bot.platforms.web.page_texts."""

from bot.messages import Text, _

OWN_TEXTS: dict[str, Text] = {
    "unread": _("New"),
    "menu": _("More"),
    "install": _("Put on the home screen"),
    "settings": _("Settings"),
    "settings_line": _("/settings"),
    "other": _("Somebody else on this device"),
    "leave": _("Close this chat here"),
    "leave_hint": _(
        "The chat then no longer opens on this device; nothing in it is lost. To come back you "
        "need a new link from your school, or one that you make in /settings elsewhere."
    ),
    "stay": _("Stay"),
    "home_screen": _(
        "Kompaan as an app on this device: tap the share button of the browser, then “Add to Home "
        "Screen”. Only from there can it notify you. Should it ask for a code when you open it, "
        "make one in /settings here."
    ),
    "understood": _("Understood"),
}
