"""How a place for sealed files is written down: a path, or `s3://bucket/prefix` and how to get in there.

Read by the settings: nothing here may need them.
"""

import re
from dataclasses import dataclass, field
from importlib.util import find_spec
from pathlib import Path
from typing import Any, Final
from urllib.parse import urlsplit

SCHEME: Final = "s3://"
_BUCKET: Final = re.compile(r"[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]")
_PREFIX: Final = re.compile(r"[A-Za-z0-9._-]+(?:/[A-Za-z0-9._-]+)*")


@dataclass(frozen=True, slots=True)
class S3Access:
    """The way into a bucket. Without a key, the machine's role opens it; without an endpoint it is AWS."""

    endpoint: str = ""
    region: str = ""
    path_style: bool = False
    key_id: str = field(default="", repr=False)
    secret: str = field(default="", repr=False)
    ca_file: str = ""


def is_bucket(address: str) -> bool:
    return address.startswith(SCHEME)


def storage_of(address: str, access: S3Access) -> dict[str, Any]:
    """The entry of STORAGES for an address. Raises ValueError, which quotes no secret."""
    if not is_bucket(address):
        if "://" in address:
            raise ValueError("write a path or s3://bucket/prefix")
        return {"BACKEND": "backend.files.places.folder.Folder", "OPTIONS": {"location": Path(address)}}
    bucket, _slash, prefix = address.removeprefix(SCHEME).partition("/")
    prefix = prefix.strip("/")
    if not _BUCKET.fullmatch(bucket) or (prefix and not _PREFIX.fullmatch(prefix)):
        raise ValueError("write s3://bucket/prefix, of letters, digits, dots and dashes")
    if wrong := access_problems(access):
        raise ValueError(" ".join(wrong))
    return {
        "BACKEND": "backend.files.places.bucket.Bucket",
        "OPTIONS": {"bucket": bucket, "prefix": prefix, "access": access},
    }


def access_problems(access: S3Access) -> list[str]:
    """Why there is no way into any bucket with these settings."""
    parts = urlsplit(access.endpoint)
    lone = access.endpoint and (parts.path.strip("/") or parts.query or parts.fragment or parts.username)
    found = {
        "DOSJA_S3_KEY_ID is given without DOSJA_S3_SECRET.": access.key_id and not access.secret,
        "DOSJA_S3_SECRET is given without DOSJA_S3_KEY_ID.": access.secret and not access.key_id,
        "DOSJA_S3_ENDPOINT is no address: write https://host or https://host:port.": access.endpoint
        and (parts.scheme not in ("https", "http") or not parts.hostname or lone),
        "DOSJA_S3_KEY_ID and DOSJA_S3_SECRET are missing: DOSJA_S3_ENDPOINT is not AWS, where a machine may "
        "have a role.": access.endpoint and not access.key_id and not access.secret,
        "DOSJA_S3_REGION is missing, or DOSJA_S3_ENDPOINT where it is not AWS.": not access.endpoint
        and not access.region,
        "DOSJA_S3_CA_FILE names no file that is there.": access.ca_file
        and not Path(access.ca_file).is_file(),
        "the package botocore is not installed (requirements/production.txt).": find_spec("botocore") is None,
    }
    return [text for text, holds in found.items() if holds]
