"""What type of question a sheet calls a bind and its control."""

from __future__ import annotations

from collections.abc import Mapping

from lxml import etree

from abhaya_forms.engine.instance_xml import local_name

_GEO = {"odk:allow-mock-accuracy": "allow-mock-accuracy"}
_PARAMETERS = {
    "text": {"rows": "rows"},
    "range": {
        "start": "start",
        "end": "end",
        "step": "step",
        "odk:tick-interval": "tick_interval",
        "odk:placeholder": "placeholder",
    },
    "image": {"orx:max-pixels": "max-pixels"},
    "audio": {"odk:quality": "quality"},
    "background-audio": {"odk:quality": "quality"},
    "geopoint": {
        "accuracyThreshold": "capture-accuracy",
        "unacceptableAccuracyThreshold": "warning-accuracy",
        **_GEO,
    },
    "geotrace": {"incremental": "incremental", **_GEO},
    "geoshape": {"incremental": "incremental", **_GEO},
    "audit": {
        f"odk:{name}": name
        for name in (
            "track-changes",
            "track-changes-reasons",
            "identify-user",
            "location-max-age",
            "location-min-interval",
            "location-priority",
        )
    },
}

_SELECTS = {"select1": "select_one", "select": "select_multiple", "rank": "rank"}
_INPUTS = {
    "string": "text",
    "int": "integer",
    **{kind: kind for kind in ("decimal", "date", "time", "dateTime", "barcode")},
    **{kind: kind for kind in ("geopoint", "geotrace", "geoshape")},
}
_UPLOADS = {"image/*": "image", "audio/*": "audio", "video/*": "video", "application/*": "file"}
_BIND_TYPES = {
    **{kind: bound for bound, kind in _INPUTS.items()},
    "rank": "odk:rank",
    "range": "int",
    **dict.fromkeys(("image", "audio", "video", "file", "background-audio", "audit"), "binary"),
    **dict.fromkeys(("start-geopoint", "background-geopoint"), "geopoint"),
    **dict.fromkeys(("start", "end"), "dateTime"),
    "today": "date",
}
_PRELOADS = {"timestamp start": "start", "timestamp end": "end", "date today": "today"}
_PRELOAD = ("jr:preload", "jr:preloadParams")
_DECIMALS = ("start", "end", "step", "odk:tick-interval", "odk:placeholder")


def question_type(bind: Mapping[str, str], control: etree._Element | None) -> str:
    """Return the type of a question; for a select without the name of its list."""
    if control is None:
        return _unseen(bind)
    kind = local_name(control.tag)
    if kind in _SELECTS:
        return _SELECTS[kind]
    if kind == "upload":
        return _UPLOADS.get(control.get("mediatype") or "", "file")
    if kind == "trigger":
        return "acknowledge" if "type" in bind else "trigger"
    if kind == "range":
        return "range"
    return "note" if _is_note(bind) else _INPUTS.get(bind.get("type", ""), "text")


def parameter_names(kind: str) -> Mapping[str, str]:
    """Return the attributes that a sheet says in the column ``parameters``, with their names there."""
    return _PARAMETERS.get(kind, {})


def left_to_say(kind: str, bind: Mapping[str, str], control: Mapping[str, str]) -> dict[str, str]:
    """Return the attributes of a bind that do not follow from the type of the question."""
    left = dict(bind)
    if kind == "note":
        left.pop("readonly", None)
    if _preloaded(bind) == kind:
        for name in _PRELOAD:
            left.pop(name, None)
    if left.get("type", "string") == _usual_type(kind, bind, control):
        left.pop("type", None)
    return left


def _unseen(bind: Mapping[str, str]) -> str:
    if preloaded := _preloaded(bind):
        return preloaded
    kind = bind.get("type", "string")
    if kind == "string" or "calculate" not in bind:
        return "calculate" if "calculate" in bind else "hidden"
    return _INPUTS.get(kind, "calculate")  # a question without a label is not asked


def _preloaded(bind: Mapping[str, str]) -> str:
    kind, parameter = (bind.get(name, "") for name in _PRELOAD)
    return parameter if kind == "property" else _PRELOADS.get(f"{kind} {parameter}", "")


def _is_note(bind: Mapping[str, str]) -> bool:
    """A note's bind begins with readonly; that of a text which somebody made read-only does not."""
    first = next(iter(bind), "")
    return first == "readonly" and bind["readonly"] == "true()" and bind.get("type", "string") == "string"


def _usual_type(kind: str, bind: Mapping[str, str], control: Mapping[str, str]) -> str:
    if kind == "range" and any(not _is_whole(control[name]) for name in _DECIMALS if name in control):
        return "decimal"
    return _BIND_TYPES.get(kind, "string")


def _is_whole(number: str) -> bool:
    try:
        return float(number).is_integer()
    except ValueError:
        return True
