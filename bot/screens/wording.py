"""What the programme's facts say in its own two languages, as words, with where they come from."""

from bot.words import Words, lines, t, told
from programme.call import Contact, Mark, Source
from programme.wording import Wording


def worded(wording: Wording) -> Words:
    return told(wording.by_language)


def cited(source: Source) -> Words:
    """The source and how far it can be trusted; a link where there is a page."""
    words = t("{source} · {mark}", source=worded(source.words), mark=_MARKS[source.mark])
    if source.url is None:
        return t("<i>{source}</i>", source=words)
    return t('<a href="{url}">{source}</a>', url=source.url, source=words)


class Footnotes:
    """The sources of one page: each line carries a number, and the numbers are explained once at the end."""

    def __init__(self) -> None:
        self._numbers: dict[Source, int] = {}

    def of(self, source: Source) -> Words:
        return t("[{n}]", n=self._numbers.setdefault(source, len(self._numbers) + 1))

    def listed(self) -> Words:
        """After everything that cites has been written. Folded: few read it, and a phone is small."""
        told = tuple(t("[{n}] {source}", n=number, source=cited(source)) for source, number in self._numbers.items())
        return lines(t("<b>Sources</b>"), t("<blockquote expandable>{sources:lines}</blockquote>", sources=told))


def reached(contact: Contact) -> Words:
    return t("{unit}, {phone}", unit=worded(contact.unit), phone=contact.phone)


def bilingual(ko: str, en: str) -> Words:
    """What was written in Korean and perhaps in English."""
    return told({"ko": ko, "en": en} if en else {"ko": ko})


_MARKS = {
    Mark.RECORD: t("record"),
    Mark.LAW: t("law"),
    Mark.PUBLIC_PAGE: t("public page"),
    Mark.INFERRED: t("inferred"),
    Mark.UNVERIFIED: t("not verified"),
}
