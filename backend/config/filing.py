"""Where sealed files lie: a folder, or a bucket and the way into it."""

from pathlib import Path
from typing import Any

from backend.config.env import Environment
from backend.files.places.addresses import S3Access, storage_of


def s3_access(environment: Environment) -> S3Access:
    """The way into a bucket, which `manage.py copy_files` may need while the files still lie in a folder."""
    return S3Access(
        endpoint=environment.text("DOSJA_S3_ENDPOINT").rstrip("/"),
        region=environment.text("DOSJA_S3_REGION"),
        path_style=environment.flag("DOSJA_S3_PATH_STYLE"),
        key_id=environment.secret("DOSJA_S3_KEY_ID"),
        secret=environment.secret("DOSJA_S3_SECRET"),
        ca_file=environment.text("DOSJA_S3_CA_FILE"),
    )


def files_storage(
    environment: Environment, name: str, access: S3Access, *, otherwise: Path
) -> dict[str, Any]:
    """The entry of STORAGES for sealed files."""
    try:
        return storage_of(environment.text(name) or str(otherwise), access)
    except ValueError as wrong:
        environment.problems.append(f"{name} cannot be used: {wrong}")
        return storage_of(str(otherwise), access)
