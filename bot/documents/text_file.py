"""A text as a file: an export, for example. The ending of its name says what kind of text it is."""

from dataclasses import dataclass
from mimetypes import guess_type

from bot.documents.document import Document, MadeFile
from bot.documents.registry import document


@document("text")
@dataclass(frozen=True, slots=True, kw_only=True)
class TextFile(Document):
    name: str  # with its ending, for example "내 정보.json"
    text: str

    def made(self, language: str) -> MadeFile:  # noqa: ARG002 - the same in every language
        return MadeFile(name=self.name, content=self.text.encode(), media_type=guess_type(self.name)[0] or "text/plain")
