"""Put a file on disk whole or not at all, whenever the power goes."""

import os
from pathlib import Path


def put(path: Path, data: bytes) -> None:
    """Write beside the target, flush to the disk, rename over it, flush the folder."""
    beside = path.with_name(f".{path.name}.part")
    handle = os.open(beside, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
    with os.fdopen(handle, "wb") as file:
        file.write(data)
        file.flush()
        os.fsync(file.fileno())
    os.replace(beside, path)
    folder = os.open(path.parent, os.O_RDONLY)
    try:
        os.fsync(folder)
    finally:
        os.close(folder)
