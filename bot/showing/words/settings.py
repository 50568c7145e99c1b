"""The words for the education in which a programme stands."""

from bot.domain.school.frameworks import Setting
from bot.messages import _

SETTING_WORD = {
    Setting.COMPULSORY: _("compulsory education"),
    Setting.ENTREPRENEURIAL: _("entrepreneurial training"),
    Setting.HIGHER: _("higher education"),
}
