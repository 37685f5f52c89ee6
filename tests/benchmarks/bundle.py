"""Printing a bundle, beside WeasyPrint and ReportLab's own shaping with the same blocks."""

from __future__ import annotations

import io
import resource
import time
from collections.abc import Callable, Iterator
from importlib.util import find_spec

from abhaya.export.blocks import Block
from abhaya.export.bundle import write_bundle
from large_bundle import record_blocks, snapshot
from measure import Row, show

REPORTS = (6, 60)
"""How many reports make a bundle of about a hundred and about a thousand pages."""


def seconds(deed: Callable[[], object]) -> float:
    """Return the processor time of one run, nothing warmed up."""
    began = time.process_time()
    deed()
    return time.process_time() - began


def rows() -> Iterator[Row]:
    """Measure both sizes, and the memory for each before any other program has been loaded."""
    cases = [snapshot(reports) for reports in REPORTS]
    printed = []
    for case in cases:
        out = io.BytesIO()
        taken = seconds(lambda: printed.append(write_bundle(case, out).pages))  # noqa: B023 - called at once
        memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
        yield Row(f"most memory while printing {printed[-1]:,} pages", memory, 300, unit="MB")
        printed[-1] = printed[-1], taken
    for case, (pages, taken) in zip(cases, printed, strict=True):
        others = dict(_others(record_blocks(case)))
        yield Row(f"bundle of {pages:,} pages, {pages / taken:.0f} a second", taken, pages / 200, others, "s")


def _others(blocks: list[Block]) -> Iterator[tuple[str, float]]:
    import in_reportlab

    yield "ReportLab shaping", seconds(lambda: in_reportlab.print_blocks(blocks))
    if find_spec("weasyprint"):
        import in_weasyprint

        yield "WeasyPrint", seconds(lambda: in_weasyprint.print_blocks(blocks))


if __name__ == "__main__":
    show(rows())
