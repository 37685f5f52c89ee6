"""The command that shows Abhaya with invented cases."""

from __future__ import annotations

from pathlib import Path

from abhaya.command_line.visit import Visit
from abhaya.demo.demo_station import court_bundle, demo_station
from abhaya.demo.people import PASSPHRASE


def demo(visit: Visit) -> int:
    """``abhaya demo``: open the window on the demo station; without one print its finished case."""
    place: Path = visit.asked.station or visit.home / "demo"
    if not place.exists():
        visit.terminal.err.write(visit.texts.say("command_line.demo_building") + "\n")
        visit.terminal.err.flush()
    station = demo_station(place, visit.clock, visit.policy)
    told = visit.texts.say("command_line.demo_ready", folder=station.folder, passphrase=PASSPHRASE)
    if visit.open_window is not None and not visit.asked.no_window:
        visit.terminal.answer({"station": str(station.folder), "passphrase": PASSPHRASE}, [told])
        visit.terminal.out.flush()
        return visit.open_window(station.folder)
    if not visit.asked.no_window:
        visit.terminal.err.write(visit.texts.say("command_line.no_display") + "\n")
    bundle = court_bundle(station.folder, visit.clock, visit.texts.language, visit.policy)
    folder = visit.asked.out or visit.home / "demo-export"
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / bundle.file_name
    path.write_bytes(bundle.data)  # all of it is invented
    exported = visit.texts.say("command_line.exported", out=path, pages=bundle.pages, hash=bundle.sha256)
    visit.terminal.answer(
        {"station": str(station.folder), "out": str(path), "pages": bundle.pages, "sha256": bundle.sha256},
        [told, exported],
    )
    return 0
