"""The catalogues, read straight from the .po files at first use, so that no stale .mo can speak."""

from functools import cache
from gettext import GNUTranslations
from importlib.resources import files
from io import BytesIO

from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po

DOMAIN = "messages"


@cache
def catalogue(language: str) -> GNUTranslations:
    """A phrase without a wording comes back as its English msgid. Raises ValueError for a language that is not shipped."""
    source = files("locales").joinpath(language, "LC_MESSAGES", f"{DOMAIN}.po")
    if not source.is_file():
        raise ValueError(f"there is no catalogue for {language!r}")
    compiled = BytesIO()
    write_mo(compiled, read_po(BytesIO(source.read_bytes()), locale=language, domain=DOMAIN))
    compiled.seek(0)
    return GNUTranslations(compiled)
