"""A station's folder on disk: what lies in it, who may write in it, and how it is kept private."""

from __future__ import annotations

from abhaya.station.durable_file import disk_trouble, write_json
from abhaya.station.folder import Station, create_folder
from abhaya.station.process import harden_process
from abhaya.station.writer_lock import file_lock, writer_lock

__all__ = [
    "Station",
    "create_folder",
    "disk_trouble",
    "file_lock",
    "harden_process",
    "write_json",
    "writer_lock",
]
