"""What the program loads or reads once, when it first needs it: here before it is forked.

So each fork has the whole storage, the texts of all languages, the pages and the longest patterns
from the beginning.
"""

from importlib import import_module
from pkgutil import walk_packages

from bot import storage
from bot.domain.languages import LANGUAGES
from bot.i18n.tongues import tongue_of
from bot.platforms.page.bundle import OWN_BUNDLE
from bot.platforms.sample_page.bundle import SAMPLE_BUNDLE
from bot.platforms.web.page_files import Page
from handlers.talking.ordinary.danger import tells_of_danger

for module in walk_packages(storage.__path__, "bot.storage."):
    if ".migrations" not in module.name:
        import_module(module.name)
for language in LANGUAGES:
    tongue_of(language, "")
for bundle in (OWN_BUNDLE, SAMPLE_BUNDLE):
    Page(bundle)
tells_of_danger("")
