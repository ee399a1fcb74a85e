"""A PDF without its history: who wrote it with what, what it would run or open, what is attached to it."""

import io
from typing import Any, Final

import pikepdf

from backend.files.cleaning.jpeg import without_notes

# Keys that tell of people and tools, or hold what runs, wherever they stand.
_GONE: Final = (
    "/Metadata", "/PieceInfo", "/LastModified", "/AA", "/OpenAction", "/JS", "/JavaScript", "/AF", "/EF",
    "/EmbeddedFiles", "/XFA", "/Collection", "/RichMediaContent", "/RichMediaSettings", "/Movie", "/Sound",
    "/Perms", "/Threads", "/SpiderInfo", "/Renditions", "/IDS", "/URLS", "/AlternatePresentations",
)  # fmt: skip
_ANNOTATIONS_GONE: Final = frozenset(
    {"/FileAttachment", "/RichMedia", "/Movie", "/Sound", "/Screen", "/3D", "/TrapNet"}
)
_ACTION_TYPES: Final = frozenset(
    {
        "/JavaScript", "/Launch", "/SubmitForm", "/ImportData", "/ResetForm", "/GoToR", "/GoToE",
        "/GoTo3DView", "/Rendition", "/RichMediaExecute", "/Sound", "/Movie", "/Thread", "/SetOCGState",
        "/Trans", "/Hide",
    }
)  # fmt: skip
# Who wrote a note on a page, and when.
_OF_A_NOTE: Final = ("/T", "/CreationDate", "/M", "/NM", "/RC")


def clean(content: bytes) -> bytes:
    """The pages as they look. A document that needs a password fails here."""
    with pikepdf.open(io.BytesIO(content)) as document:
        if "/Info" in document.trailer:
            del document.trailer.Info
        for item in document.objects:
            if isinstance(item, pikepdf.Dictionary | pikepdf.Stream):
                _clean_object(item)
            elif isinstance(item, pikepdf.Array):
                _clean_inside(item, 0)
        document.remove_unreferenced_resources()
        out = io.BytesIO()
        # A document identifier made of the content; no tool's name, no earlier versions, no password.
        if "/ID" in document.trailer:
            del document.trailer.ID
        document.save(
            out,
            deterministic_id=True,
            encryption=False,
            preserve_pdfa=False,
            fix_metadata_version=False,
            object_stream_mode=pikepdf.ObjectStreamMode.generate,
        )
    return out.getvalue()


def _clean_object(item: Any) -> None:
    _clean_inside(item, 0)
    if isinstance(item, pikepdf.Stream) and item.get("/Filter") == pikepdf.Name.DCTDecode:
        item.write(without_notes(item.read_raw_bytes()), filter=pikepdf.Name.DCTDecode)


def _clean_inside(item: Any, depth: int) -> None:
    """What stands in an object itself; what it points at is an object of its own and gets its own turn."""
    if depth > 50:
        raise ValueError("deep")
    if isinstance(item, pikepdf.Array):
        for position in reversed(range(len(item))):
            if _is_gone(item[position]):
                del item[position]
            else:
                _go_in(item[position], depth)
    elif isinstance(item, pikepdf.Dictionary | pikepdf.Stream):
        for key in list(item.keys()):
            if key in _GONE or _is_gone(item[key]):
                del item[key]
            else:
                _go_in(item[key], depth)
        if item.get("/Subtype") is not None and ("/Rect" in item or item.get("/Type") == "/Annot"):
            for key in _OF_A_NOTE:
                # The title of a form field is its name, without which the form is none.
                if key in item and not (key == "/T" and "/FT" in item):
                    del item[key]


def _go_in(value: Any, depth: int) -> None:
    if isinstance(value, pikepdf.Object) and not value.is_indirect:
        _clean_inside(value, depth + 1)


def _is_gone(value: Any) -> bool:
    if not isinstance(value, pikepdf.Dictionary):
        return False
    action, subtype = str(value.get("/S", "")), str(value.get("/Subtype", ""))
    return action in _ACTION_TYPES or subtype in _ANNOTATIONS_GONE
