"""The collaboration agreement as files: the Korean PDF and HWPX, which are the agreement, and an English copy for reading."""

from dataclasses import dataclass

from bot.documents.agreement_outline import outline_of
from bot.documents.document import Document, MadeFile, file_name
from bot.documents.registry import document
from programme import agreement_labels as labels
from programme.agreement import Paper, paper_read

PDF, HWPX = "application/pdf", "application/hwp+zip"


@dataclass(frozen=True, slots=True, kw_only=True)
class _AgreementFile(Document):
    paper: str  # as `programme.agreement.paper_written` wrote it


@document("agreement_pdf")
@dataclass(frozen=True, slots=True, kw_only=True)
class AgreementPdf(_AgreementFile):
    """In Korean, whatever language its reader speaks."""

    def made(self, language: str) -> MadeFile:  # noqa: ARG002
        from bot.documents.pdf import pdf  # noqa: PLC0415

        paper = paper_read(self.paper)
        return MadeFile(name=_named(labels.TITLE.ko, paper, ".pdf"), content=pdf(outline_of(paper, "ko")), media_type=PDF)


@document("agreement_en")
@dataclass(frozen=True, slots=True, kw_only=True)
class AgreementReadingCopy(_AgreementFile):
    """In English, and it says that the Korean text counts."""

    def made(self, language: str) -> MadeFile:  # noqa: ARG002
        from bot.documents.pdf import pdf  # noqa: PLC0415

        paper = paper_read(self.paper)
        name = _named(f"{labels.TITLE.en} (reading copy)", paper, ".pdf")
        return MadeFile(name=name, content=pdf(outline_of(paper, "en")), media_type=PDF)


@document("agreement_hwpx")
@dataclass(frozen=True, slots=True, kw_only=True)
class AgreementHwpx(_AgreementFile):
    """For those who want to change the text before signing, as offices do."""

    def made(self, language: str) -> MadeFile:  # noqa: ARG002
        from bot.documents.hwpx_file import hwpx  # noqa: PLC0415

        paper = paper_read(self.paper)
        return MadeFile(name=_named(labels.TITLE.ko, paper, ".hwpx"), content=hwpx(outline_of(paper, "ko")), media_type=HWPX)


def _named(title: str, paper: Paper, suffix: str) -> str:
    return file_name(f"{title} {paper.terms.name} v{paper.version}", suffix)
