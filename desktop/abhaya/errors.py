"""The catalogue of everything that can go wrong in front of a person.

An error carries a code and values, never a sentence: the sentence (what happened, that nothing was lost,
what to do next) stands in ``resources/abhaya_resources/translations/errors.yaml`` in each language, and
``texts.Texts.explain`` joins the two.  Values must never hold an answer or a name from a case.
"""

from __future__ import annotations

from enum import StrEnum


class Code(StrEnum):
    """One kind of trouble; its value is the key of its texts and is for ever."""

    WRONG_PASSPHRASE = "wrong_passphrase"
    WAIT_BEFORE_RETRY = "wait_before_retry"
    WEAK_PASSPHRASE = "weak_passphrase"
    NO_SUCH_PERSON = "no_such_person"
    PERSON_EXISTS = "person_exists"
    NOT_PERMITTED = "not_permitted"
    NOT_A_STATION = "not_a_station"
    STATION_EXISTS = "station_exists"
    STATION_IN_USE = "station_in_use"
    KEYS_DAMAGED = "keys_damaged"
    DATABASE_DAMAGED = "database_damaged"
    DATABASE_NEWER = "database_newer"
    DISK_FULL = "disk_full"
    READ_ONLY_FOLDER = "read_only_folder"
    NO_SUCH_CASE = "no_such_case"
    NO_SUCH_RECORD = "no_such_record"
    NO_SUCH_FORM = "no_such_form"
    NO_SUCH_QUESTION = "no_such_question"
    RECORD_IS_SEALED = "record_is_sealed"
    RECORD_HAS_PROBLEMS = "record_has_problems"
    RECORD_NOT_SEALED = "record_not_sealed"
    FORM_REFUSED = "form_refused"
    FORM_CHANGED = "form_changed"
    ANSWER_FILE_BROKEN = "answer_file_broken"
    FILE_NOT_FOUND = "file_not_found"
    FILE_TOO_LARGE = "file_too_large"
    FILE_KIND_UNKNOWN = "file_kind_unknown"
    FILE_KIND_DIFFERS = "file_kind_differs"
    FILE_KIND_NOT_ASKED = "file_kind_not_asked"
    FILE_EMPTY = "file_empty"
    ATTACHMENT_DAMAGED = "attachment_damaged"
    PDF_BROKEN = "pdf_broken"
    PDF_PROTECTED = "pdf_protected"
    IMAGE_BROKEN = "image_broken"
    IMAGE_TOO_LARGE = "image_too_large"
    NOTHING_TO_EXPORT = "nothing_to_export"
    FILE_EXISTS = "file_exists"
    VERIFICATION_FAILED = "verification_failed"
    AUDIT_BROKEN = "audit_broken"
    USAGE = "usage"
    UNEXPECTED = "unexpected"
    KEYS_ALTERED = "keys_altered"
    SEAL_BROKEN = "seal_broken"
    LAST_SUPERVISOR = "last_supervisor"
    INPUT_NOT_TEXT = "input_not_text"
    FORM_ID_TAKEN = "form_id_taken"
    FORM_NEEDS_APPROVAL = "form_needs_approval"
    NO_NEWER_VERSION = "no_newer_version"
    SUBJECT_WANTED = "subject_wanted"
    DRAFT_NOT_EMPTY = "draft_not_empty"
    PAPER_UNCLEAR = "paper_unclear"
    NOTHING_FOR_STATISTICS = "nothing_for_statistics"


class AbhayaError(Exception):
    """Trouble that a person is told about.

    ``values`` fill the placeholders of the text (numbers, ids, file kinds, seconds); ``lines`` are further
    findings, each shown on its own line (for example the sheet, row and column of a faulty form).
    """

    def __init__(self, code: Code, /, lines: tuple[str, ...] = (), **values: str | int) -> None:
        super().__init__(code.value)
        self.code = code
        self.lines = lines
        self.values = values
