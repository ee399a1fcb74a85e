"""Pages of a file that stay with those who work its case: what leaves is a copy that never held them."""

import struct
from collections.abc import Iterable, Iterator, Sequence
from functools import partial
from pathlib import Path
from typing import Final
from uuid import uuid4

from django.db import transaction
from django.utils import translation
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from backend.common.drawable import drawable_values
from backend.common.errors import Invalid, require_version
from backend.common.languages import Language
from backend.common.typesetting import typeset
from backend.files import blobs
from backend.files.cleaning.limits import NO_SUCH_PAGE
from backend.files.errors import CannotHide, Infected, NotReady
from backend.files.laundering import LARGEST_COPY, NotCleaned, through
from backend.files.models import StoredFile
from backend.files.services.opening import open_clean
from backend.files.streams import SealedReader

MOST_PAGES: Final = 300
HIDES_IN: Final = frozenset({"application/pdf", "image/jpeg", "image/png", "image/gif", "image/webp"})
_COVER: Final = Path(__file__).parents[1] / "typst" / "cover.typ"
_OF_COPY: Final = ("hidden_pages", "hidden_version", "masked_id", "masked_key", "masked_size")


def made_without(file: StoredFile, pages: Sequence[int]) -> blobs.NewBlob | None:
    """The copy without these pages, sealed; None where none is hidden. Takes seconds, so it is made before
    anything is held.

    Raises Invalid for a page that the file does not have, CannotHide, and what `open_clean` raises.
    """
    if not pages:
        return None
    if file.media_type not in HIDES_IN:
        raise CannotHide()
    copy = blobs.NewBlob(uuid4())
    try:
        with open_clean(file) as reader:
            argument = f"{file.media_type}:{','.join(map(str, sorted(set(pages))))}"
            sent = _with_cover(reader.chunks())
            for piece in through("backend.files.cleaning.hiding", argument, sent, largest=LARGEST_COPY):
                copy.write(piece)
        copy.finish()
    except NotCleaned as why:
        copy.discard()
        if str(why) == f"ended_{NO_SUCH_PAGE}":
            raise Invalid.field("pages", "no_such_page", _("The file has no such page.")) from None
        raise CannotHide() from None
    except BaseException:
        copy.discard()
        raise
    return copy


@transaction.atomic
def keep_hidden(
    file: StoredFile, pages: Sequence[int], copy: blobs.NewBlob | None, *, expected: int | None
) -> StoredFile:
    """From now on this copy leaves in the place of the clean one. Raises Stale, NotReady.

    Part of the work on a case, which leaves the audit line.
    """
    held = StoredFile.objects.select_for_update(of=("self",)).get(pk=file.pk)
    require_version(held.hidden_version, expected)
    if held.clean_id != file.clean_id:
        raise NotReady()
    before = held.masked_id
    held.hidden_pages, held.hidden_version = sorted(set(pages)), held.hidden_version + 1
    held.masked_id = copy.id if copy else None
    held.masked_key = copy.key.hex() if copy else None
    held.masked_size = copy.size if copy else None
    held.save(update_fields=_OF_COPY)
    if before is not None:
        transaction.on_commit(partial(blobs.delete, before))
    return held


def open_leaving(file: StoredFile) -> SealedReader:
    """What leaves: the clean copy, without the pages that are hidden. Raises as `open_clean` does."""
    if not file.hidden_pages:
        return open_clean(file)
    if file.masked_id is None or file.masked_key is None:
        raise Infected() if file.clean_id is None else NotReady()
    return blobs.open_blob(file.masked_id, bytes.fromhex(file.masked_key), under=file.data_key_id)


def leaving_id(file: StoredFile) -> str:
    """Which copy leaves: changes with what is hidden."""
    return str(file.masked_id if file.hidden_pages else file.clean_id)


def _with_cover(chunks: Iterable[bytes]) -> Iterator[bytes]:
    cover = typeset(_COVER, drawable_values({"lines": list(_told())}))
    yield struct.pack(">L", len(cover))
    yield cover
    yield from chunks


def _told() -> Iterator[str]:
    """In every language: nobody knows who will hold this sheet."""
    for language in Language:
        with translation.override(language.value.lower()):
            yield str(_THIS_PAGE)


_THIS_PAGE: Final = gettext_lazy("This page is hidden.")
