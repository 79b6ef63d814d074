"""What became of an announcement, and whom to call instead, as workbooks (.xlsx) with headings in the reader's language."""

from bot.dialogue.sent import dashed
from bot.documents.workbook import Tab, Workbook, workbook
from bot.screens.announcement_words import gu_name, outcome_name, outcome_why
from bot.words import t
from programme.announcements import Outcome
from services.announcement_exports import OutcomeFile, PhoneFile


def outcome_sheet(found: OutcomeFile, language: str) -> Workbook:
    people = Tab(
        name=t("People"),
        heads=(t("No."), t("Shop"), t("Gu"), t("What became of it"), t("Why"), t("When")),
        rows=tuple(
            (
                n,
                one.shop,
                gu_name(one.gu) if one.gu else "",
                outcome_name(one.outcome),
                outcome_why(one.outcome, one.reason) if one.reason else "",
                t("{at:datetime}", at=one.settled_at) if one.settled_at is not None else "",
            )
            for n, one in enumerate(found.rows, 1)
        ),
    )
    numbers = Tab(
        name=t("Numbers"),
        heads=(t("What became of it"), t("People")),
        rows=tuple((outcome_name(one), found.counts[one]) for one in Outcome if found.counts[one]),
    )
    return workbook(t("announcement {n}", n=str(found.one.id)), (people, numbers), language)


def phone_sheet(found: PhoneFile, language: str) -> Workbook:
    people = Tab(
        name=t("Phone list"),
        heads=(t("No."), t("Shop"), t("Gu"), t("Name"), t("Phone"), t("Number"), t("What became of it")),
        rows=tuple(
            (
                n,
                one.shop,
                gu_name(one.gu) if one.gu else "",
                one.name,
                dashed(one.phone),
                t("confirmed by Telegram") if one.phone_verified else t("typed"),
                outcome_name(one.outcome),
            )
            for n, one in enumerate(found.rows, 1)
        ),
    )
    return workbook(t("announcement {n} phone list", n=str(found.one.id)), (people,), language)
