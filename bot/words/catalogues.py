"""The catalogues, read straight from the .po files at first use, so that no stale .mo can speak."""

from functools import cache
from gettext import GNUTranslations
from importlib.resources import files
from io import BytesIO

from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po

from bot.words.languages import negotiate

DOMAIN = "messages"


@cache
def catalogue(language: str) -> GNUTranslations:
    """A phrase without a wording comes back as its English msgid; a language that is no longer shipped reads as English."""
    spoken = negotiate(language)
    source = files("locales").joinpath(spoken, "LC_MESSAGES", f"{DOMAIN}.po")
    compiled = BytesIO()
    write_mo(compiled, read_po(BytesIO(source.read_bytes()), locale=spoken, domain=DOMAIN))
    compiled.seek(0)
    return GNUTranslations(compiled)
