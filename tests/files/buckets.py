"""A server that speaks S3, over HTTP in this process, and places in it."""

from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from typing import Any
from uuid import uuid4

from django.test import override_settings

from backend.files.places.addresses import S3Access, storage_of

ABSENT = S3Access(endpoint="http://127.0.0.1:9", path_style=True, key_id="nobody", secret="nothing")


@cache
def server() -> str:
    """Its address; one for the run, because importing it takes a second."""
    from moto.server import ThreadedMotoServer

    running = ThreadedMotoServer(ip_address="127.0.0.1", port=0, verbose=False)
    running.start()
    host, port = running.get_host_and_port()
    return f"http://{host}:{port}"


def access() -> S3Access:
    return S3Access(endpoint=server(), path_style=True, key_id="tests", secret="tests-secret")


def client() -> Any:
    """As the administrator of the server has it."""
    from botocore.session import Session

    session = Session()
    session.set_credentials("tests", "tests-secret")
    return session.create_client("s3", endpoint_url=server(), region_name="us-east-1")


def new_bucket() -> str:
    """The address of an empty place."""
    name = f"dosja-{uuid4().hex[:12]}"
    client().create_bucket(Bucket=name)
    return f"s3://{name}/sealed"


@contextmanager
def lying_at(address: str, way: S3Access | None = None) -> Iterator[None]:
    """The installation keeps its files there."""
    from django.conf import settings

    way = way or access()
    storages = {**settings.STORAGES, "files": storage_of(address, way)}
    with override_settings(STORAGES=storages, DOSJA_S3=way):
        yield


@contextmanager
def away() -> Iterator[None]:
    """The installation keeps its files where nobody answers."""
    with lying_at("s3://dosja-away/sealed", ABSENT):
        yield
