"""Clean copies: what the eye reads stays, who made it goes; and a file that fights back changes nothing."""

import io
import struct
import subprocess
import sys
import zipfile
import zlib
from collections.abc import Iterator
from pathlib import Path

import pikepdf
import pytest
from django.conf import settings
from PIL import Image

from backend.files import laundering
from backend.files.laundering import NotCleaned, clean_copy
from backend.files.models import StoredFile
from backend.files.services import open_clean, open_original, scan_and_clean
from backend.files.stages import FileState, ScanState
from backend.partners.models import Partner
from tests.files import samples
from tests.files.samples import AUTHOR, MARKER, PLACE
from tests.files.sending import case_key, read, stored, uploaded


def _cleaned(cleaner: str, content: bytes) -> bytes:
    return b"".join(clean_copy(cleaner, [content]))


def _tells(content: bytes) -> list[bytes]:
    """What of the maker is found in a file, in whatever part of it."""
    looked = [content]
    if content.startswith(b"PK"):
        with zipfile.ZipFile(io.BytesIO(content)) as package:
            looked = [package.read(name) for name in package.namelist()]
    if content.startswith(b"%PDF"):
        with pikepdf.open(io.BytesIO(content)) as document:
            plain = io.BytesIO()
            document.save(
                plain, compress_streams=False, stream_decode_level=pikepdf.StreamDecodeLevel.generalized
            )
        looked = [plain.getvalue()]
    marks = [MARKER.encode(), AUTHOR.encode(), AUTHOR.encode("utf-16-be"), PLACE, b"Exif", b"00AB12CD"]
    return [mark for mark in marks if any(mark in part for part in looked)]


@pytest.mark.parametrize(
    ("cleaner", "make"),
    [
        ("image", samples.jpeg),
        ("image", samples.png),
        ("image", samples.gif),
        ("image", samples.webp),
        ("pdf", samples.pdf),
        ("open_xml", samples.docx),
        ("open_xml", samples.xlsx),
        ("open_xml", samples.pptx),
        ("open_document", samples.odt),
    ],
)
def test_a_clean_copy_does_not_say_who_made_it_or_where(cleaner: str, make: object) -> None:
    content = make()  # type: ignore[operator]
    assert _tells(content), "the sample tells something"
    assert _tells(_cleaned(cleaner, content)) == []


@pytest.mark.parametrize("orientation", range(1, 9))
def test_a_photo_stays_upright(orientation: int) -> None:
    from PIL import ImageOps

    content = samples.jpeg(orientation)
    seen = ImageOps.exif_transpose(Image.open(io.BytesIO(content)))
    copy = Image.open(io.BytesIO(_cleaned("image", content)))
    assert copy.size == seen.size
    assert copy.getexif() == {}
    for corner in ((2, 2), (copy.width - 3, copy.height - 3)):
        assert all(abs(a - b) < 30 for a, b in zip(copy.getpixel(corner), seen.getpixel(corner), strict=True))


def test_an_animated_picture_keeps_its_frames() -> None:
    assert Image.open(io.BytesIO(_cleaned("image", samples.gif(3)))).n_frames == 3


def test_a_transparent_picture_stays_transparent() -> None:
    out = io.BytesIO()
    Image.new("RGBA", (5, 5), (1, 2, 3, 0)).save(out, "PNG")
    assert Image.open(io.BytesIO(_cleaned("image", out.getvalue()))).getpixel((1, 1))[3] == 0


def test_colours_survive_the_loss_of_their_profile() -> None:
    from PIL import ImageCms

    profile = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    copy = Image.open(io.BytesIO(_cleaned("image", samples.jpeg(icc_profile=profile))))
    assert "icc_profile" not in copy.info
    assert copy.getpixel((2, 2))[0] > 170


def test_what_hangs_behind_a_picture_is_gone() -> None:
    assert MARKER.encode() not in _cleaned("image", samples.jpeg() + MARKER.encode())


def test_a_clean_pdf_runs_and_attaches_nothing() -> None:
    with pikepdf.open(io.BytesIO(_cleaned("pdf", samples.pdf()))) as document:
        assert "/OpenAction" not in document.Root
        assert "/Info" not in document.trailer
        assert "/Metadata" not in document.Root
        assert len(document.attachments) == 0
        plain = io.BytesIO()
        document.save(plain, compress_streams=False)
        for mark in (b"JavaScript", b"Launch", b"EmbeddedFile", b"FileAttachment"):
            assert mark not in plain.getvalue()
        (note,) = document.pages[0].Annots
        assert str(note.Contents) == "Kjo faqe."
        photo = document.pages[0].Resources.XObject.P
        assert Image.open(io.BytesIO(photo.read_raw_bytes())).size == (40, 20)


def test_a_pdf_with_a_password_stays_the_original(partner_a: Partner) -> None:
    locked = samples.pdf(encryption=pikepdf.Encryption(owner="a", user="b"))
    assert stored(locked, "a.pdf", partner_a).state == FileState.FAILED


def test_a_clean_docx_keeps_its_words_and_fetches_nothing() -> None:
    with zipfile.ZipFile(io.BytesIO(_cleaned("open_xml", samples.docx()))) as package:
        assert b"Leja vonohet prej dy vitesh." in package.read("word/document.xml")
        assert b"evil.example" not in package.read("word/_rels/settings.xml.rels")
        assert "docProps/thumbnail.jpeg" not in package.namelist()
        for name in ("[Content_Types].xml", "_rels/.rels"):
            assert b"thumbnail" not in package.read(name)
        Image.open(io.BytesIO(package.read("word/media/image1.jpeg"))).verify()
        assert {entry.date_time for entry in package.infolist()} == {(1980, 1, 1, 0, 0, 0)}


def test_a_clean_odt_is_still_one() -> None:
    with zipfile.ZipFile(io.BytesIO(_cleaned("open_document", samples.odt()))) as package:
        first = package.infolist()[0]
        assert (first.filename, first.compress_type) == ("mimetype", zipfile.ZIP_STORED)
        assert b"Leja vonohet." in package.read("content.xml")
        assert b"thumbnail" not in package.read("META-INF/manifest.xml").lower()


def test_a_document_that_declares_entities_is_not_read() -> None:
    laughs = '<?xml version="1.0"?><!DOCTYPE a [<!ENTITY b "ha"><!ENTITY c "&b;&b;">]><a>&c;</a>'
    with pytest.raises(NotCleaned):
        _cleaned("open_xml", samples.docx(**{"word/document.xml": laughs}))


@pytest.mark.parametrize(
    ("cleaner", "content"),
    [
        ("image", b""),
        ("image", samples.jpeg()[:300]),
        ("image", b"\xff\xd8\xff" + bytes(500)),
        ("pdf", b"%PDF-1.7 nothing"),
        ("open_xml", b"PK\x03\x04"),
        ("open_document", samples.odt()[:300]),
    ],
)
def test_broken_files_end_in_a_refusal(cleaner: str, content: bytes) -> None:
    with pytest.raises(NotCleaned):
        _cleaned(cleaner, content)


def _huge_png(side: int) -> bytes:
    """Some kilobytes that say they are a picture of many gigabytes."""

    def part(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    head = struct.pack(">IIBBBBB", side, side, 8, 2, 0, 0, 0)
    return (
        b"\x89PNG\r\n\x1a\n"
        + part(b"IHDR", head)
        + part(b"IDAT", zlib.compress(bytes(10_000)))
        + part(b"IEND", b"")
    )


def test_a_picture_bomb_is_not_drawn() -> None:
    with pytest.raises(NotCleaned):
        _cleaned("image", _huge_png(60_000))


# What the cleaning process may do, asked from inside of it.
_INSIDE = """
import sys
from backend.files.cleaning.limits import close_in
close_in()
{what}
"""


def _inside(what: str) -> "subprocess.CompletedProcess[bytes]":
    return subprocess.run(
        [sys.executable, "-E", "-s", "-c", _INSIDE.format(what=what)],
        cwd=settings.BASE_DIR,
        env={"LANG": "C.UTF-8"},
        capture_output=True,
        timeout=30,
        check=False,
    )


def test_the_cleaning_process_cannot_write_a_file(tmp_path: object) -> None:
    ended = _inside(f"open({str(tmp_path)!r} + '/x', 'wb', 0).write(b'secret')")
    assert ended.returncode != 0
    assert all(path.stat().st_size == 0 for path in tmp_path.iterdir())  # type: ignore[attr-defined]


def test_the_cleaning_process_cannot_take_all_memory() -> None:
    assert b"MemoryError" in _inside("x = bytearray(2_000_000_000)").stderr


def test_the_cleaning_process_knows_no_secret(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DOSJA_ROOT_KEY", "geheim")
    started = laundering._started("backend.files.cleaning", "text")
    surroundings = Path(f"/proc/{started.pid}/environ").read_bytes()
    started.kill()
    started.wait()
    assert b"geheim" not in surroundings
    assert b"DOSJA" not in surroundings


def _instead(monkeypatch: pytest.MonkeyPatch, what: str) -> None:
    """Another program in place of the cleaner, under the same limits."""

    def started(module: str, argument: str) -> "subprocess.Popen[bytes]":
        return subprocess.Popen(
            [sys.executable, "-c", _INSIDE.format(what=what)],
            cwd=settings.BASE_DIR,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
        )

    monkeypatch.setattr(laundering, "_started", started)


@pytest.mark.parametrize(
    "what",
    [
        "import os; os.abort()",
        "import os, signal; os.kill(os.getpid(), signal.SIGSEGV)",
        "x = bytearray(3_000_000_000)",
        "import time; sys.stdin.buffer.read(); print('half', flush=True); time.sleep(99)",
        "sys.exit(0)",
        "sys.stdout.buffer.write(b'half'); sys.exit(7)",
        "while True: sys.stdout.buffer.write(bytes(1_000_000))",
    ],
    ids=["crash", "broken memory", "too much memory", "too long", "nothing", "half a copy", "endless copy"],
)
def test_when_cleaning_fails_the_original_stays_sealed_and_whole(
    what: str, partner_a: Partner, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(laundering, "WALL_SECONDS", 2)
    monkeypatch.setattr(laundering, "LARGEST_COPY", 3_000_000)
    _instead(monkeypatch, what)
    content = samples.jpeg()
    file = stored(content, "foto.jpg", partner_a)
    assert (file.state, file.clean_id) == (FileState.FAILED, None)
    assert read(open_original(file)) == content


def test_too_much_computing_is_ended(monkeypatch: pytest.MonkeyPatch) -> None:
    _instead(
        monkeypatch, "import resource; resource.setrlimit(resource.RLIMIT_CPU, (1, 1))\nwhile True: pass"
    )
    with pytest.raises(NotCleaned, match="killed"):
        _cleaned("image", samples.jpeg())


def test_a_failed_copy_leaves_no_blob_behind(partner_a: Partner, monkeypatch: pytest.MonkeyPatch) -> None:
    from backend.files import blobs

    file = stored(samples.jpeg(), "foto.jpg", partner_a, clean=False)
    before = {blob_id for blob_id, _at in blobs.every_blob()}
    _instead(monkeypatch, "sys.stdout.buffer.write(b'half'); sys.exit(7)")
    scan_and_clean(file.pk)
    assert {blob_id for blob_id, _at in blobs.every_blob()} == before


def test_the_worker_makes_the_copy_and_it_is_sealed_too(partner_a: Partner) -> None:
    file = stored(samples.jpeg(), "foto.jpg", partner_a)
    assert (file.state, file.scan) == (FileState.READY, ScanState.NOT_SCANNED)
    copy = read(open_clean(file))
    assert Image.open(io.BytesIO(copy)).size == (40, 20)
    assert file.clean_size == len(copy)
    assert _tells(copy) == []
    assert read(open_original(file)) == samples.jpeg()


def test_sounds_and_films_are_kept_as_they_came(partner_a: Partner) -> None:
    assert stored(samples.mp3(), "zë.mp3", partner_a).state == FileState.KEPT


def test_cleaning_twice_changes_nothing(partner_a: Partner) -> None:
    file = stored(samples.jpeg(), "foto.jpg", partner_a)
    scan_and_clean(file.pk)
    assert StoredFile.objects.get(pk=file.pk).clean_id == file.clean_id


def test_a_file_that_was_erased_meanwhile_is_left_alone(partner_a: Partner) -> None:
    from backend.files.services import keep
    from backend.keyring.services import destroy

    key = case_key(partner_a)
    file = keep(uploaded(samples.jpeg(), "foto.jpg"), data_key=key)
    destroy(key)
    scan_and_clean(file.pk)
    assert StoredFile.objects.get(pk=file.pk).state == FileState.PENDING


@pytest.fixture(autouse=True)
def _rows(db: None) -> Iterator[None]:
    yield
