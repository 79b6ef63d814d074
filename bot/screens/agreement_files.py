"""The agreement as a file in the chat, PDF or HWPX, with the button to confirm it under it."""

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
            *_confirming(one, paper),
        ),
        rows=_ways(one, button(t("🗂 As HWPX"), EditableAgreement(one.consortium, paper.version)), paper.version),
        documents=files,
    )


def to_edit(one: AgreementPage, paper: Paper) -> Screen:
    """The same paper, so that it can be confirmed here as well."""
    return Screen(
        words=lines(
            t("<b>Version {version} as an HWPX file</b>", version=paper.version),
            t("It opens in Hancom Office. If you change a sentence in it, all members have to sign the changed paper."),
            *_confirming(one, paper),
        ),
        rows=_ways(one, button(t("📄 Read it (PDF)"), ReadAgreement(one.consortium, paper.version)), paper.version),
        documents=(AgreementHwpx(paper=paper_written(paper)),),
    )


def _confirming(one: AgreementPage, paper: Paper) -> list[Words]:
    if one.mine is not None:
        return [t("\nYou confirmed it on {at:datetime}.", at=one.mine)]
    names_sums = any(party.amount is not None for party in paper.terms.parties)
    declared = t(
        "\nBy confirming you declare that you have read this agreement and consent to it. Time and version are recorded. "
        "For the application the printed agreement is signed as well. You need not confirm; without everybody it does not hold."
    )
    promised = t("The part of the own share that it names for you then counts as promised.")
    return [declared, promised] if names_sums else [declared]


def _ways(one: AgreementPage, other_file: Button, version: int) -> tuple[tuple[Button, ...], ...]:
    confirm = button(t("✅ I have read it: confirm"), ConfirmThisAgreement(one.consortium, version))
    return column(
        [
            *([confirm] if one.mine is None else []),
            other_file,
            *([] if one.is_lead else [doubt(one.consortium)]),
            to_agreement(one.consortium),
            HOME,
        ]
    )
