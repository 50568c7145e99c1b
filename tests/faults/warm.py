"""What the program reads once and keeps for as long as it runs: read here, before it is forked.

So each fork has the texts of all languages, the pages and the longest patterns from the beginning.
"""

from bot.domain.languages import LANGUAGES
from bot.i18n.tongues import tongue_of
from bot.platforms.page.bundle import OWN_BUNDLE
from bot.platforms.sample_page.bundle import SAMPLE_BUNDLE
from bot.platforms.web.page_files import Page
from handlers.talking.ordinary.danger import tells_of_danger

for language in LANGUAGES:
    tongue_of(language, "")
for bundle in (OWN_BUNDLE, SAMPLE_BUNDLE):
    Page(bundle)
tells_of_danger("")
