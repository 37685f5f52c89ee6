"""Functions of text."""

from __future__ import annotations

import base64
import binascii
import hashlib
import math
import uuid
from collections.abc import Callable, Sequence

from abhaya_forms.engine.functions.function import MANY, Function
from abhaya_forms.engine.functions.numbers import round_half_up
from abhaya_forms.engine.functions.patterns import matches
from abhaya_forms.engine.node import Node
from abhaya_forms.engine.scope import Closure, Scope
from abhaya_forms.engine.values import EvaluationError, Value, texts_of, to_number, to_text

_ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789"
_LONGEST_IDENTIFIER = 1_000
_DIGESTS = {"MD5": "md5", "SHA-1": "sha1", "SHA-256": "sha256", "SHA-384": "sha384", "SHA-512": "sha512"}


def _string(_scope: Scope, value: Value) -> Value:
    return to_text(value)


def _concat(_scope: Scope, *values: Value) -> Value:
    return "".join(text for value in values for text in texts_of(value))


def _join(_scope: Scope, separator: Value, *values: Value) -> Value:
    return to_text(separator).join(text for value in values for text in texts_of(value))


def _substr(_scope: Scope, value: Value, start: Value, end: Value = math.inf) -> Value:
    """From ``start`` (counted from 0, from the end when negative) up to, not including, ``end``."""
    text = to_text(value)
    first, last = to_number(start), to_number(end)
    if math.isnan(first) or math.isnan(last):
        return ""
    return text[_offset(first, len(text)) : _offset(last, len(text))]


def _offset(number: float, length: int) -> int:
    if math.isinf(number):
        return length if number > 0 else 0
    offset = int(number)
    return max(0, length + offset) if offset < 0 else offset


def _substring(_scope: Scope, value: Value, start: Value, length: Value = math.inf) -> Value:
    """XPath 1.0's own: counted from 1, by length."""
    first = round_half_up(to_number(start))
    end = first + round_half_up(to_number(length))
    return "".join(letter for place, letter in enumerate(to_text(value), 1) if first <= place < end)


def _substring_before(_scope: Scope, value: Value, part: Value) -> Value:
    text, separator = to_text(value), to_text(part)
    return text.partition(separator)[0] if separator and separator in text else ""


def _substring_after(_scope: Scope, value: Value, part: Value) -> Value:
    text, separator = to_text(value), to_text(part)
    return text.partition(separator)[2] if separator else text


def _translate(_scope: Scope, value: Value, letters: Value, replacements: Value) -> Value:
    new = to_text(replacements)
    table: dict[int, str | None] = {}
    for place, letter in enumerate(to_text(letters)):
        table.setdefault(ord(letter), new[place] if place < len(new) else None)
    return to_text(value).translate(table)


def _contains(_scope: Scope, value: Value, part: Value) -> Value:
    return to_text(part) in to_text(value)


def _starts_with(_scope: Scope, value: Value, part: Value) -> Value:
    return to_text(value).startswith(to_text(part))


def _ends_with(_scope: Scope, value: Value, part: Value) -> Value:
    return to_text(value).endswith(to_text(part))


def _of_context(work: Callable[[str], Value]) -> Callable[[Sequence[Closure]], Closure]:
    """A function of one text that takes the context node's when it is given none."""

    def build(arguments: Sequence[Closure]) -> Closure:
        def of_argument(node: Node, position: int, size: int, scope: Scope) -> Value:
            return work(to_text(arguments[0](node, position, size, scope)))

        def of_context(node: Node, _position: int, _size: int, _scope: Scope) -> Value:
            return work(node.string())

        return of_argument if arguments else of_context

    return build


def _normalize_space(text: str) -> Value:
    return " ".join(text.split())


def _string_length(text: str) -> Value:
    return float(len(text))


def _regex(_scope: Scope, value: Value, pattern: Value) -> Value:
    return matches(to_text(pattern), to_text(value))


def _uuid(scope: Scope, length: Value = "") -> Value:
    """A random identifier: a version 4 UUID, or ``length`` letters and digits."""
    if length == "":
        return random_uuid(scope)
    wanted = to_number(length)
    count = int(wanted) if 0 <= wanted <= _LONGEST_IDENTIFIER else 0
    return "".join(scope.random.choice(_ALPHABET) for _ in range(count))


def random_uuid(scope: Scope) -> str:
    """A version 4 UUID."""
    return str(uuid.UUID(int=scope.random.getrandbits(128), version=4))


def _digest(_scope: Scope, value: Value, algorithm: Value, encoding: Value = "base64") -> Value:
    name, form = _DIGESTS.get(to_text(algorithm)), to_text(encoding)
    if name is None or form not in ("base64", "hex"):
        raise EvaluationError("unknown digest")
    digest = hashlib.new(name, to_text(value).encode(), usedforsecurity=False)
    return digest.hexdigest() if form == "hex" else base64.b64encode(digest.digest()).decode("ascii")


def _base64_decode(_scope: Scope, value: Value) -> Value:
    try:
        return base64.b64decode(to_text(value), validate=True).decode("utf-8", "replace")
    except (binascii.Error, ValueError):
        return ""


FUNCTIONS = (
    Function("string", 1, 1, _string),
    Function("concat", 0, MANY, _concat),
    Function("join", 1, MANY, _join),
    Function("substr", 2, 3, _substr),
    Function("substring", 2, 3, _substring),
    Function("substring-before", 2, 2, _substring_before),
    Function("substring-after", 2, 2, _substring_after),
    Function("translate", 3, 3, _translate),
    Function("contains", 2, 2, _contains),
    Function("starts-with", 2, 2, _starts_with),
    Function("ends-with", 2, 2, _ends_with),
    Function("normalize-space", 0, 1, build=_of_context(_normalize_space)),
    Function("string-length", 0, 1, build=_of_context(_string_length)),
    Function("regex", 2, 2, _regex, pattern=True),
    Function("uuid", 0, 1, _uuid),
    Function("digest", 2, 3, _digest, checked=True),
    Function("base64-decode", 1, 1, _base64_decode),
)
