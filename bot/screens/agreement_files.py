"""The agreement as a file in the chat, with the button to confirm it under it."""

from bot.documents.agreement import AgreementHwpx, AgreementPdf, AgreementReadingCopy
from bot.screens.agreements import CHECKED, ConfirmThisAgreement, EditableAgreement, ReadAgreement, doubt, to_agreement
from bot.screens.screen import Button, Screen, button, column
from bot.screens.ways import HOME
from bot.words import DEFAULT, Words, lines, t
from programme.agreement import Paper, paper_written
from services.agreement_papers import AgreementPage

KOREAN = DEFAULT


def to_read(one: AgreementPage, paper: Paper, language: str) -> Screen:
    """The file, and under it the button to confirm: nobody confirms what did not lie in the chat before."""
    written = paper_written(paper)
    korean = AgreementPdf(paper=written)
    files = (korean,) if language == KOREAN else (AgreementReadingCopy(paper=written), korean)
    return Screen(
        words=lines(
            t("<b>Version {version} of the agreement of {name}</b>", version=paper.version, name=one.name),
            t("Check number: <code>{digest}</code>", digest=paper.digest[:CHECKED]),
            t("The file names every member, with name and business number. Please keep it to yourselves."),
            _declaration() if one.mine is None else t("\nYou confirmed it on {at:datetime}.", at=one.mine),
        ),
        rows=_answers(one, paper.version),
        documents=files,
    )


def _declaration() -> Words:
    return t(
        "\nBy confirming you declare that you have read this agreement and consent to it. Time and version are recorded. "
        "For the application the printed agreement is signed as well. You need not confirm; without everybody it does not hold."
    )


def _answers(one: AgreementPage, version: int) -> tuple[tuple[Button, ...], ...]:
    confirm = button(t("✅ I have read it: confirm"), ConfirmThisAgreement(one.consortium, version))
    return column(
        [
            *([confirm] if one.mine is None else []),
            button(t("🗂 As HWPX"), EditableAgreement(one.consortium, version)),
            *([] if one.is_lead else [doubt(one.consortium)]),
            to_agreement(one.consortium),
            HOME,
        ]
    )


def to_edit(one: AgreementPage, paper: Paper) -> Screen:
    return Screen(
        words=lines(
            t("<b>Version {version} as an HWPX file</b>", version=paper.version),
            t("It opens in Hancom Office. If you change a sentence in it, all members have to sign the changed paper."),
        ),
        rows=column([button(t("📄 Read it (PDF)"), ReadAgreement(one.consortium, paper.version)), to_agreement(one.consortium), HOME]),
        documents=(AgreementHwpx(paper=paper_written(paper)),),
    )
