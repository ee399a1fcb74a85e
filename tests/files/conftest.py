"""Where files lie in a test that must hold for every place."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.files.buckets import lying_at, new_bucket


@pytest.fixture(params=["folder", "bucket"])
def place(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[str]:
    """The address of an empty one, in which files lie now."""
    address = new_bucket() if request.param == "bucket" else str(tmp_path / "files")
    with lying_at(address):
        yield address
