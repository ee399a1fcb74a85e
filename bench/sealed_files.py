"""What 20 MB cost on their way into a folder or a bucket and back, in processor time of Dosja alone.

    python -m bench.sealed_files

The server that speaks S3 is moto's, in a process of its own on this machine: no word on a real one's speed.
"""

import os
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from contextlib import suppress
from statistics import median
from typing import Final
from uuid import uuid4

MEGABYTES: Final = 20
ROUNDS: Final = 5
PORT: Final = 5790
PIECE: Final = os.urandom(64 * 1024)


def main() -> None:
    os.environ["DJANGO_SETTINGS_MODULE"] = "tests.settings"
    import django

    django.setup()
    server = subprocess.Popen(
        [sys.executable, "-m", "moto.server", "--port", str(PORT)],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    try:
        with tempfile.TemporaryDirectory() as folder:
            for address in (folder, "s3://bench-files/sealed"):
                _measure("bucket" if address.startswith("s3") else "folder", address)
    finally:
        server.terminate()
        server.wait()


def _measure(name: str, address: str) -> None:
    from backend.files import blobs
    from backend.files.places.addresses import S3Access
    from tests.files.buckets import lying_at

    way = S3Access(endpoint=f"http://127.0.0.1:{PORT}", path_style=True, key_id="bench", secret="bench")
    with lying_at(address, way):
        if name == "bucket":
            _make_bucket()
        kept: list[blobs.NewBlob] = []

        def send() -> None:
            blob = blobs.NewBlob(uuid4())
            for _ in range(MEGABYTES * 16):
                blob.write(PIECE)
            blob.finish()
            kept.append(blob)

        def fetch() -> None:
            with blobs.open_blob(kept[0].id, kept[0].key) as reader:
                for _chunk in reader.chunks():
                    pass

        for what, act in (("in", send), ("out", fetch)):
            act()
            spent = [_seconds(act) for _ in range(ROUNDS)]
            told = [f"{seconds * 1000:.0f}" for seconds in (median(spent), min(spent), max(spent))]
            print(f"{name} {what}: {told[0]} ms of processor time ({told[1]}–{told[2]})")


def _make_bucket() -> None:
    from backend.files import places

    for _ in range(240):
        with suppress(OSError), socket.create_connection(("127.0.0.1", PORT), timeout=1):
            places.present()._client().create_bucket(Bucket="bench-files")  # type: ignore[attr-defined]
            return
        time.sleep(0.5)
    raise SystemExit("the server that speaks S3 did not start")


def _seconds(act: Callable[[], None]) -> float:
    before = time.process_time()
    act()
    return time.process_time() - before


if __name__ == "__main__":
    main()
