"""`python -m backend.files.cleaning.hiding <kind>:<pages>`: a copy in which some pages are blank sheets.

What comes in: the length of a cover sheet (four bytes), the cover sheet as a PDF, the file. Of a PDF every
page that stays is drawn anew as a picture, so that nothing of the others can be left: no font, no shared
image, no bookmark, no layer holds a word of a page that was never drawn. A picture is one page; hidden, it is
the cover sheet.

Like all cleaners it knows nothing and may do nothing. 0 is a copy, 4 a page that the file does not have,
anything else is none.
"""

import io
import struct
import sys
from collections.abc import Iterator
from typing import Any, Final

import pikepdf
import pypdfium2
from PIL import Image

from backend.files.cleaning.limits import NO_SUCH_PAGE, close_in

MOST_PAGES: Final = 300
_DOTS_PER_INCH: Final = 150
_POINTS: Final = 72
# A page as large as a poster is drawn smaller.
_LONGEST_SIDE: Final = 2_400
_QUALITY: Final = 80
_FORMATS: Final = {"image/jpeg": "JPEG", "image/png": "PNG", "image/gif": "GIF", "image/webp": "WEBP"}


class NoSuchPage(Exception):
    """The file has no page of that number."""


def hidden(content: bytes, cover: bytes, kind: str, pages: frozenset[int]) -> bytes:
    """The copy. Raises NoSuchPage, ValueError."""
    if kind == "application/pdf":
        return _document(content, cover, pages)
    if pages != {1}:
        raise NoSuchPage
    out = io.BytesIO()
    _drawn(pypdfium2.PdfDocument(cover)[0]).save(out, _FORMATS[kind])
    return out.getvalue()


def _document(content: bytes, cover: bytes, pages: frozenset[int]) -> bytes:
    with pypdfium2.PdfDocument(content) as source, pypdfium2.PdfDocument(cover) as sheet:
        if not pages or min(pages) < 1 or max(pages) > len(source):
            raise NoSuchPage
        if len(source) > MOST_PAGES:
            raise ValueError("too many pages")
        source.init_forms()
        return _bound(
            _drawn(sheet[0]) if number in pages else _drawn(source[number - 1])
            for number in range(1, len(source) + 1)
        )


def _drawn(page: Any) -> Image.Image:
    longest = max(page.get_size())
    scale = min(_DOTS_PER_INCH / _POINTS, _LONGEST_SIDE / longest)
    picture: Image.Image = page.render(scale=scale).to_pil()
    page.close()
    return picture.convert("RGB")


def _bound(pictures: Iterator[Image.Image]) -> bytes:
    """A PDF that holds one picture a page and nothing else."""
    document = pikepdf.new()
    for picture in pictures:
        _add(document, picture)
    out = io.BytesIO()
    document.save(out, deterministic_id=True, fix_metadata_version=False)
    return out.getvalue()


def _add(document: pikepdf.Pdf, picture: Image.Image) -> None:
    packed = io.BytesIO()
    picture.save(packed, "JPEG", quality=_QUALITY)
    width, height = (side * _POINTS / _DOTS_PER_INCH for side in picture.size)
    page = document.add_blank_page(page_size=(width, height))
    image = document.make_stream(packed.getvalue())
    image.Type, image.Subtype, image.Filter = pikepdf.Name.XObject, pikepdf.Name.Image, pikepdf.Name.DCTDecode
    image.Width, image.Height = picture.size
    image.ColorSpace, image.BitsPerComponent = pikepdf.Name.DeviceRGB, 8
    page.Resources = pikepdf.Dictionary(XObject=pikepdf.Dictionary(Page=image))
    page.Contents = document.make_stream(f"q {width:.2f} 0 0 {height:.2f} 0 0 cm /Page Do Q".encode())


def main(argument: str) -> int:
    """Read, hide, write."""
    close_in()
    kind, _colon, numbers = argument.partition(":")
    sent = sys.stdin.buffer.read()
    (length,) = struct.unpack_from(">L", sent)
    cover, content = sent[4 : 4 + length], sent[4 + length :]
    try:
        made = hidden(content, cover, kind, frozenset(map(int, numbers.split(","))))
    except NoSuchPage:
        return NO_SUCH_PAGE
    sys.stdout.buffer.write(made)
    sys.stdout.buffer.flush()
    return 0


if __name__ == "__main__":
    try:
        code = main(sys.argv[1])
    except MemoryError:
        code = 3
    except Exception:
        code = 2
    sys.exit(code)
