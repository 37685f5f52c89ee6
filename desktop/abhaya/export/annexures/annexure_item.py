"""An attachment as an item of the bundle: what it is, its picture or pages, and its fingerprint."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from typing import BinaryIO

from abhaya.cases.audit_entry import Action
from abhaya.cases.media_type import ending_of, kind_of
from abhaya.cases.recording import seconds_of
from abhaya.errors import AbhayaError, Code
from abhaya.export.annexures.foreign_pdf import opened_pdf
from abhaya.export.annexures.photo import check_photo, made_photo, photo_facts, pieces
from abhaya.export.assembly.embedded_files import EmbeddedFile
from abhaya.export.blocks import AnswerRow, Block, Illustration, Note, Phrase, Title, Tone
from abhaya.export.bundle_item import BundleItem
from abhaya.export.layout.figure import Picture
from abhaya.export.layout.images import DrawnObject, image_entries
from abhaya.export.layout.page_geometry import PageGeometry
from abhaya.export.printed_words import PrintedWords
from abhaya.export.snapshot import CaseSnapshot, SnapshotAttachment

_PHOTO_HEIGHT = 430.0
_DOCUMENT_HEIGHT = PageGeometry().text_height - 20
"""Points: what the captions leave of the page."""


def annexure_item(snapshot: CaseSnapshot, kept: SnapshotAttachment, words: PrintedWords) -> BundleItem:
    """The item of an attachment.

    Sound and film are told of, not carried.  Raises IMAGE_BROKEN, IMAGE_TOO_LARGE; while it is written also
    PDF_BROKEN, PDF_PROTECTED, ATTACHMENT_DAMAGED.
    """
    return _Annexure(snapshot, kept, words).item()


class _Annexure:
    def __init__(self, snapshot: CaseSnapshot, kept: SnapshotAttachment, words: PrintedWords) -> None:
        self._snapshot = snapshot
        self._kept = kept
        self._words = words
        self._code = kept.attachment.code
        self._kind = kind_of(kept.attachment.media_type)
        self._as_is = False
        if self._kind == "image":
            with kept.open() as source:
                self._facts = photo_facts(source)
            self._as_is = self._facts.as_is

    def item(self) -> BundleItem:
        attachment = self._kept.attachment
        foot = (
            self._words.say("export.foot.case", case=self._snapshot.case.number),
            self._code,
            attachment.sha256[:12],
        )
        return BundleItem(
            kind=self._kind,
            number=self._code,
            title=Phrase(self._name, self._words.language),
            language=self._words.language,
            foot=" · ".join(foot),
            blocks=self._blocks,
            sha256=attachment.sha256,
            size=attachment.size,
            original=self._original() if self._is_carried else None,
        )

    @property
    def _is_carried(self) -> bool:
        """Whether the file holds the original beside the pages that show it."""
        return self._kind == "pdf" or (self._kind == "image" and not self._as_is)

    @property
    def _name(self) -> str:
        kind = self._words.say(f"export.annexure.kind.{self._kind}")
        return self._words.say("export.annexure.named", code=self._code, kind=kind)

    @property
    def _file_name(self) -> str:
        return f"{self._code}.{ending_of(self._kept.attachment.media_type)}"

    def _original(self) -> EmbeddedFile:
        attachment = self._kept.attachment
        return EmbeddedFile(
            self._file_name,
            attachment.media_type,
            "Source",
            self._name,
            attachment.size,
            self._checked_pieces,
        )

    def _checked_pieces(self) -> Iterator[bytes]:
        """The original's bytes; raises ATTACHMENT_DAMAGED at the end if they are not those once received."""
        digest = hashlib.sha256()
        with self._kept.open() as source:
            for piece in pieces(source):
                digest.update(piece)
                yield piece
        if digest.hexdigest() != self._kept.attachment.sha256:
            raise AbhayaError(Code.ATTACHMENT_DAMAGED, code=self._code)

    def _blocks(self, stack: ExitStack) -> Iterator[Block]:
        words, attachment = self._words, self._kept.attachment
        yield Title(words.words("export.annexure.title", code=self._code), self._name)
        if self._kept.label.caption:
            yield AnswerRow(words.words("export.annexure.caption"), words.value(self._kept.label.caption))
        if name := self._kept.label.original_name:  # what was drawn on the screen never was a file
            yield AnswerRow(words.words("export.annexure.original_name"), words.value(name))
        added = words.value(words.say("export.record.by_at", by=self._added_by, at=self._added_at))
        yield AnswerRow(words.words("export.annexure.added"), added)
        size = words.value(words.say("export.annexure.size_value", bytes=attachment.size))
        yield AnswerRow(words.words("export.annexure.size"), size)
        if self._kind in ("audio", "video"):
            yield from self._length()
        if self._kind != "image":
            sha256 = words.value(attachment.sha256)
            yield AnswerRow(words.words("export.record.sha256"), sha256, Tone.FINGERPRINT)
        if self._is_carried:
            yield Note(words.words("export.annexure.embedded", name=self._file_name), Tone.ASIDE)
        if self._kind == "image":
            yield from self._photo()
        elif self._kind == "pdf":
            yield from self._document(stack)
        else:
            yield Note(words.words("export.annexure.kept_apart"), Tone.STRONG)

    @property
    def _added_by(self) -> str:
        return next(entry.by for entry in self._kept.custody if entry.action == Action.ATTACHMENT_ADDED)

    @property
    def _added_at(self) -> str:
        return self._words.moment(self._kept.attachment.added_at, self._snapshot.printed_at.tzinfo)

    def _length(self) -> Iterator[Block]:
        """The kind of a recording, and how long it lasts if the file says so."""
        words, media_type = self._words, self._kept.attachment.media_type
        kind = words.words(f"export.annexure.kind_value.{self._kind}", media_type=media_type)
        yield AnswerRow(words.words("export.annexure.file_kind"), kind)
        with self._kept.open() as source:
            seconds = seconds_of(source, media_type)
        if seconds is not None:
            minutes, rest = divmod(round(seconds), 60)
            lasts = f"{minutes // 60}:{minutes % 60:02}:{rest:02}"
            yield AnswerRow(words.words("export.annexure.length"), words.value(lasts))

    def _photo(self) -> Iterator[Block]:
        facts = self._facts
        picture = Picture(self._drawn_photo, facts.width, facts.height, facts.orientation)
        alternative = self._words.phrase("export.annexure.alternative.image", code=self._code)
        yield Illustration(picture, alternative, _PHOTO_HEIGHT)
        sha256 = self._kept.attachment.sha256
        yield Note(self._words.words("export.annexure.sha256", sha256=sha256), Tone.FINGERPRINT)

    def _drawn_photo(self) -> DrawnObject:
        with self._kept.open() as source:
            if not self._as_is:
                return made_photo(source)
            check_photo(source)
        facts = self._facts
        entries = image_entries(facts.width, facts.height, facts.colours)
        return DrawnObject(entries, self._kept.attachment.size, self._checked_pieces())

    def _document(self, stack: ExitStack) -> Iterator[Block]:
        stack.enter_context(self._named())
        first: BinaryIO = stack.enter_context(self._kept.open())
        second: BinaryIO = stack.enter_context(self._kept.open())
        pdf = stack.enter_context(opened_pdf(first, second))
        for n, picture in enumerate(pdf.pictures(), start=1):
            yield Illustration(
                picture,
                self._words.phrase("export.annexure.alternative.pdf", code=self._code, n=n),
                _DOCUMENT_HEIGHT,
            )
            page = self._words.phrase("export.annexure.page", code=self._code, n=n, total=pdf.pages)
            yield Note((page,), Tone.ASIDE)

    @contextmanager
    def _named(self) -> Iterator[None]:
        """Say which document cannot be printed: the case may have many."""
        try:
            yield
        except AbhayaError as error:
            if error.code in (Code.PDF_BROKEN, Code.PDF_PROTECTED):
                raise AbhayaError(error.code, (self._name,), **error.values) from error
            raise
