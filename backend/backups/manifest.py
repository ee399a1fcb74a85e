"""What a snapshot holds, written down and proved under the root key: read before anything else is."""

import hashlib
import hmac
import json
from dataclasses import asdict, dataclass
from datetime import datetime
from pathlib import Path
from typing import Any, Final

from backend.backups.errors import RestoreRefused
from backend.common import crypto

NAME: Final = "manifest.json"
DATA: Final = "data"
_FORMAT: Final = 1
_LABEL: Final = "backups.manifest"


@dataclass(frozen=True, slots=True)
class Part:
    """A file of the snapshot; size in bytes."""

    name: str
    size: int
    sha256: str


@dataclass(frozen=True, slots=True)
class Manifest:
    """One snapshot."""

    at: datetime
    engine: str
    data: Part
    blobs: Part
    blob_count: int
    blob_bytes: int
    # Named by rows of the snapshot and in no storage: removed while files were copied, or lost before.
    absent: tuple[str, ...]
    migrations: tuple[tuple[str, str], ...]
    # By table, without the keys: those come from their own file.
    rows: dict[str, int]
    youngest_key: datetime | None


def write(manifest: Manifest, folder: Path) -> None:
    """Beside the parts, with a proof under the root key that nobody changed it."""
    root = crypto.current_root()
    content: dict[str, Any] = {"dosja_backup": _FORMAT, "root": root.id, **_plain(manifest)}
    content["mac"] = _mac(content, root)
    (folder / NAME).write_text(json.dumps(content, indent=1, sort_keys=True) + "\n", encoding="utf-8")


def read(folder: Path) -> Manifest:
    """Raises RestoreRefused for one that was cut or changed, or is another installation's."""
    try:
        content = json.loads((folder / NAME).read_text(encoding="utf-8"))
        mac, root_id, format_ = str(content.pop("mac")), content["root"], content["dosja_backup"]
    except OSError as failed:
        raise RestoreRefused(f"the manifest cannot be read ({failed.strerror})") from None
    except (ValueError, LookupError, TypeError, AttributeError):
        raise RestoreRefused("the manifest was cut or changed") from None
    root = next((one for one in crypto.root_keys() if one.id == root_id), None)
    if root is None:
        raise RestoreRefused("the backup was made under a root key that is not given here")
    if not hmac.compare_digest(_mac(content, root), mac):
        raise RestoreRefused("the manifest was cut or changed")
    if format_ != _FORMAT:
        raise RestoreRefused(f"the backup has format {format_}, and this release reads {_FORMAT}")
    return _parsed(content)


def _mac(content: dict[str, Any], root: crypto.RootKey) -> str:
    plain = json.dumps(content, sort_keys=True, separators=(",", ":")).encode()
    return hmac.new(crypto.subkey(_LABEL, root), plain, hashlib.sha256).hexdigest()


def _plain(manifest: Manifest) -> dict[str, Any]:
    youngest = manifest.youngest_key and manifest.youngest_key.isoformat()
    return {**asdict(manifest), "at": manifest.at.isoformat(), "youngest_key": youngest}


def _parsed(content: dict[str, Any]) -> Manifest:
    """Its proof held: it is as we wrote it."""
    facts = {name: content[name] for name in Manifest.__dataclass_fields__}
    facts["data"], facts["blobs"] = Part(**facts["data"]), Part(**facts["blobs"])
    facts["at"] = datetime.fromisoformat(facts["at"])
    facts["youngest_key"] = facts["youngest_key"] and datetime.fromisoformat(facts["youngest_key"])
    facts["absent"] = tuple(facts["absent"])
    facts["migrations"] = tuple((app, name) for app, name in facts["migrations"])
    return Manifest(**facts)
