"""The colours of the window, by the job they do."""

from __future__ import annotations

COLORS = {
    "ground": "#f4f6f9",
    "surface": "#ffffff",
    "surface_soft": "#f7f9fc",
    "line": "#d5dbe5",
    "line_soft": "#eceff4",
    "line_strong": "#7f8a9c",
    "text": "#1b2430",
    "muted": "#55606f",
    "on_primary": "#ffffff",
    "primary": "#1f4e8c",
    "primary_strong": "#183f72",
    "primary_deep": "#0b2343",
    "primary_soft": "#e6eef8",
    "danger": "#b3261e",
    "danger_soft": "#fdecea",
    "warn": "#8a5300",
    "warn_soft": "#fff3dc",
    "ok": "#1b6b3a",
    "ok_soft": "#e5f4ea",
    "side": "#14263f",
    "side_hover": "#1b3253",
    "side_chosen": "#26446d",
    "side_text": "#c9d4e4",
    "side_muted": "#9fb0c7",
    "side_focus": "#9cc2f5",
}
"""Each text colour keeps a contrast of at least 4.5:1 on the grounds it is used on (WCAG 2.1, 1.4.3)."""


def color(name: str) -> str:
    """Return the colour called ``name``; ``#rrggbb`` passes through."""
    return name if name.startswith("#") else COLORS[name]
