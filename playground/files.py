"""Files in both directions, byte for byte. With a folder they outlive the process."""

import io
import mimetypes
from dataclasses import asdict, dataclass
from pathlib import Path
from secrets import token_urlsafe
from typing import Any

from PIL import Image, UnidentifiedImageError

from playground.refusals import bad
from playground.saving import write_whole

MOST_UPLOAD = 50 * 1024 * 1024
MOST_PHOTO = 10 * 1024 * 1024
MOST_DOWNLOAD = 20 * 1024 * 1024
_LONGEST_SIDES = 10_000
_LARGEST_RATIO = 20
_THUMBNAIL = 320


@dataclass(frozen=True, kw_only=True)
class StoredFile:
    file_id: str
    unique_id: str
    kind: str  # photo, document, voice, sticker, thumbnail
    size: int
    name: str
    mime: str
    width: int = 0
    height: int = 0

    @property
    def path(self) -> str:
        """As getFile tells it, under `{root}/file/bot{token}/`."""
        folder = {"photo": "photos", "voice": "voice", "sticker": "stickers", "thumbnail": "thumbnails"}.get(self.kind, "documents")
        return f"{folder}/{self.unique_id}{Path(self.name).suffix or mimetypes.guess_extension(self.mime) or ''}"

    def spelt(self) -> dict[str, Any]:
        answer: dict[str, Any] = {"file_id": self.file_id, "file_unique_id": self.unique_id, "file_size": self.size}
        return answer | ({"width": self.width, "height": self.height} if self.width else {})


class Files:
    def __init__(self, folder: Path | None = None) -> None:
        self._folder = folder
        self._contents: dict[str, bytes] = {}
        self.known: dict[str, StoredFile] = {}

    def keep(self, content: bytes, *, kind: str, name: str = "", mime: str = "", width: int = 0, height: int = 0) -> StoredFile:
        mime = mime or mimetypes.guess_type(name)[0] or "application/octet-stream"
        file = StoredFile(
            file_id=f"{kind[0].upper()}{token_urlsafe(30)}",
            unique_id=f"A{token_urlsafe(9)}",
            kind=kind,
            size=len(content),
            name=name,
            mime=mime,
            width=width,
            height=height,
        )
        self.known[file.file_id] = file
        if self._folder is None:
            self._contents[file.file_id] = content
        else:
            write_whole(self._folder / file.unique_id, content)
        return file

    def content(self, file: StoredFile) -> bytes:
        if self._folder is None:
            return self._contents[file.file_id]
        return (self._folder / file.unique_id).read_bytes()

    def at_path(self, path: str) -> StoredFile | None:
        return next((file for file in self.known.values() if file.path == path), None)

    def photo(self, content: bytes) -> list[dict[str, Any]]:
        """The sizes of a picture, smallest first. Raises Refused for what is no picture."""
        if len(content) > MOST_PHOTO:
            raise bad("file is too big for a photo; the maximum size is 10 MB")
        image = _opened(content)
        mime = Image.MIME.get(image.format or "", "image/jpeg")
        sizes = [self.keep(content, kind="photo", mime=mime, width=image.width, height=image.height)]
        if max(image.size) > _THUMBNAIL:
            sizes.insert(0, self._thumbnail(image))
        return [size.spelt() for size in sizes]

    def document(self, content: bytes, name: str, mime: str) -> dict[str, Any]:
        return self.described(self.keep(content, kind="document", name=name, mime=mime))

    def described(self, file: StoredFile) -> dict[str, Any]:
        names = {"file_name": file.name} if file.name else {}
        return {**names, "mime_type": file.mime, **file.spelt()}

    def saved(self) -> list[dict[str, Any]]:
        return [asdict(file) for file in self.known.values()]

    def restore(self, saved: list[dict[str, Any]]) -> None:
        self.known = {entry["file_id"]: StoredFile(**entry) for entry in saved}

    def _thumbnail(self, image: Image.Image) -> StoredFile:
        small = image.convert("RGB")
        small.thumbnail((_THUMBNAIL, _THUMBNAIL))
        out = io.BytesIO()
        small.save(out, "JPEG", quality=80)
        return self.keep(out.getvalue(), kind="thumbnail", mime="image/jpeg", width=small.width, height=small.height)


def _opened(content: bytes) -> Image.Image:
    try:
        image = Image.open(io.BytesIO(content))
        image.load()
    except (UnidentifiedImageError, OSError, Image.DecompressionBombError) as error:
        raise bad("IMAGE_PROCESS_FAILED") from error
    if sum(image.size) > _LONGEST_SIDES or max(image.size) > _LARGEST_RATIO * min(image.size):
        raise bad("PHOTO_INVALID_DIMENSIONS")
    return image
