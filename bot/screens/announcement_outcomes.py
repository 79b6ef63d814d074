"""Who got an announcement, who did not, and why: in numbers, in lists, and as files."""

from typing import assert_never

from bot.documents.announcement_sheets import outcome_sheet, phone_sheet
from bot.screens.announcement_after_taps import AskForFile, AskForPhones, ShowOutcomeList, ShowOutcomes, TakeFile, TakePhones
from bot.screens.announcement_retrying import retry_button
from bot.screens.announcement_taps import ShowAnnouncement
from bot.screens.announcement_words import outcome_why, reached_name
from bot.screens.announcements import begins
from bot.screens.exports import sure_to_take
from bot.screens.page_row import page_row
from bot.screens.screen import Button, Screen, button, column
from bot.screens.ways import HOME
from bot.words import SHIPPED, Words, lines, t, tn, told
from programme.announcements import Outcome, in_language
from services.announcement_exports import OutcomeFile, PhoneFile
from services.announcement_outcomes import OUTCOMES, PAGE, List, OutcomePage, OutcomesSeen
from storage.announcement_outcomes import Reason

LONGEST_LINE = 60


def outcomes(found: OutcomesSeen, said: Words | None = None) -> Screen:
    number = found.one.id
    lists = [button(list_name(one, _count(found, one)), ShowOutcomeList(number, one)) for one in List if _count(found, one)]
    files = [button(t("📥 As an Excel sheet"), AskForFile(number))] if sum(found.within.values()) else []
    phones = [button(t("📞 Phone list ({n:number})", n=found.phones), AskForPhones(number))] if found.phones else []
    return Screen(
        words=lines(t("{said}\n", said=said) if said is not None else None, *_told(found)),
        rows=column([*lists, *_again(found), *files, *phones, *retry_button(number, found.retry), back(number), HOME]),
    )


def _again(found: OutcomesSeen) -> list[Button]:
    """While some are still to come."""
    return [button(t("🔄 How far is it?"), ShowOutcomes(found.one.id))] if _waiting(found) else []


def _waiting(found: OutcomesSeen) -> int:
    return found.counts[Outcome.WAITING] + found.counts[Outcome.LEASED]


def back(number: int) -> Button:
    return button(t("◀ The announcement"), ShowAnnouncement(number))


def _count(found: OutcomesSeen, one: List) -> int:
    return sum(found.within[outcome] for outcome in OUTCOMES[one])


def _told(found: OutcomesSeen) -> list[Words | None]:
    of, people, waiting = found.counts, sum(found.counts.values()), _waiting(found)
    return [
        t("<b>Announcement {n}: who got it</b>", n=found.one.id),
        t("“{begins}”", begins=begins(found.one, LONGEST_LINE)),
        tn(
            "\n✅ {got:number} of {count:number} person got it.",
            "\n✅ {got:number} of {count:number} people got it.",
            people,
            got=of[Outcome.DELIVERED],
        ),
        t("🚫 {n:number} cannot be reached: they have blocked the bot, or their account is gone.", n=of[Outcome.BLOCKED])
        if of[Outcome.BLOCKED]
        else None,
        t("⚠️ {n:number}: Telegram would not take it.", n=of[Outcome.REFUSED]) if of[Outcome.REFUSED] else None,
        t("❓ {n:number}: nobody knows. It was sent, and no answer came; some of them have it.", n=of[Outcome.UNKNOWN])
        if of[Outcome.UNKNOWN]
        else None,
        t("↩️ {n:number}: cancelled, or they turned this kind off before their turn.", n=of[Outcome.WITHDRAWN])
        if of[Outcome.WITHDRAWN]
        else None,
        t("⏳ {n:number}: still to come.", n=waiting) if waiting else None,
        *(_reason(one) for one in found.reasons),
        *_taps(found),
        None if found.everybody else t("\nThe lists show only the people your role covers."),
    ]


def _reason(one: Reason) -> Words:
    return t("   • {n:number} × {why}", n=one.people, why=outcome_why(one.outcome, one.words))


def _taps(found: OutcomesSeen) -> list[Words]:
    """Links into the web open at once, so nobody hears of those taps."""
    counted = [(place, one) for place, one in enumerate(found.one.buttons) if not str(one["leads"]).startswith("https://")]
    return [
        tn(
            "🔘 “{label}”: tapped by {count:number} person",
            "🔘 “{label}”: tapped by {count:number} people",
            found.taps.get(place, 0),
            label=told({language: in_language(one["label"], language) for language in SHIPPED}),
        )
        for place, one in counted
    ]


def list_name(one: List, n: int) -> Words:
    match one:
        case List.ARRIVED:
            return t("✅ Got it ({n:number})", n=n)
        case List.BLOCKED:
            return t("🚫 Not reachable ({n:number})", n=n)
        case List.REFUSED:
            return t("⚠️ Refused ({n:number})", n=n)
        case List.UNKNOWN:
            return t("❓ Unknown ({n:number})", n=n)
        case List.WITHDRAWN:
            return t("↩️ Cancelled ({n:number})", n=n)
        case List.WAITING:
            return t("⏳ Waiting ({n:number})", n=n)
        case _:
            assert_never(one)


def outcome_list(found: OutcomePage) -> Screen:
    number = found.one.id
    more = (found.page + 1) * PAGE < found.count
    return Screen(
        words=lines(
            t("<b>Announcement {n}</b> · {list}", n=number, list=list_name(found.list, found.count)),
            t("Shop and gu; who has no shop here stands as a number.\n"),
            *(
                t("{n}. {who}", n=n, who=_line(n, one.shop, one.gu, outcome_why(one.outcome, one.reason) if one.reason else None))
                for n, one in enumerate(found.found, found.first)
            ),
            None if found.found else t("There is nobody here."),
        ),
        rows=(
            *page_row(found.page, more=more, to=lambda page: ShowOutcomeList(number, found.list, page)),
            *column([_back(number), HOME]),
        ),
    )


def _line(n: int, shop: str, gu: str, why: Words | None) -> Words:
    who = reached_name(n, shop, gu)
    return t("{who}: {why}", who=who, why=why) if why is not None else who


# -- the files, each asked for twice


def sure_to_take_file(number: int) -> Screen:
    return sure_to_take(t("Who got announcement {n}", n=number), yes=TakeFile(number), back=_back(number))


def as_file(found: OutcomeFile, language: str) -> Screen:
    return Screen(
        words=lines(
            t("<b>Who got announcement {n} stands in the file above.</b>", n=found.one.id),
            t("Those who did not get it come first."),
            _left_out(found.left_out),
        ),
        rows=column([_back(found.one.id), HOME]),
        documents=(outcome_sheet(found, language),),
        stays=True,
    )


def sure_to_take_phones(number: int) -> Screen:
    return sure_to_take(t("Phone list of announcement {n}", n=number), yes=TakePhones(number), back=_back(number))


def _back(number: int) -> Button:
    return button(t("◀ Who got it"), ShowOutcomes(number))


def as_phone_file(found: PhoneFile, language: str) -> Screen:
    return Screen(
        words=lines(
            t("<b>The phone list of announcement {n} stands in the file above.</b>", n=found.one.id),
            t("Please delete the file as soon as everybody has been called."),
            _left_out(found.left_out),
        ),
        rows=column([_back(found.one.id), HOME]),
        documents=(phone_sheet(found, language),),
        stays=True,
    )


def _left_out(people: int) -> Words | None:
    if not people:
        return None
    return tn("{count:number} more person found no room in it.", "{count:number} more people found no room in it.", people)
