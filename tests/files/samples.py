"""Files as people send them, and as nobody should: all made here, none larger than it has to be."""

import io
import struct
import zipfile
import zlib
from typing import Any, Final

import pikepdf
from PIL import Image

# Words that stand in every file of the tests and must never be found where they do not belong.
MARKER: Final = "deshmi-e-fshehte-7731"
AUTHOR: Final = "Filan Fisteku"
PLACE: Final = b"GPS-41.3275-19.8187"
EICAR: Final = b"X5O!P%@AP[4\\PZX54(P^)7CC)7}$" + b"EICAR-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*"
_OFFICE: Final = "application/vnd.openxmlformats-officedocument."


def exif(orientation: int = 1) -> bytes:
    data = Image.Exif()
    data[0x0112] = orientation
    data[0x010F] = AUTHOR
    data[0x9286] = PLACE.decode()
    gps = data.get_ifd(0x8825)
    gps[1], gps[2] = "N", (41.0, 19.0, 39.0)
    return data.tobytes()


def picture(size: tuple[int, int] = (40, 20)) -> Image.Image:
    """Left half red, right half blue."""
    made = Image.new("RGB", size, (200, 0, 0))
    made.paste((0, 0, 200), (size[0] // 2, 0, *size))
    return made


def jpeg(orientation: int = 1, **more: Any) -> bytes:
    out = io.BytesIO()
    picture().save(out, "JPEG", quality=95, exif=exif(orientation), comment=MARKER.encode(), **more)
    return out.getvalue()


def png() -> bytes:
    from PIL.PngImagePlugin import PngInfo

    notes, out = PngInfo(), io.BytesIO()
    notes.add_text("Author", AUTHOR)
    notes.add_itxt("XML:com.adobe.xmp", f"<x:xmpmeta>{MARKER}</x:xmpmeta>")
    picture().save(out, "PNG", pnginfo=notes, exif=exif())
    return out.getvalue()


def gif(frames: int = 1) -> bytes:
    out = io.BytesIO()
    more = [picture().rotate(90 * n) for n in range(1, frames)]
    picture().save(out, "GIF", save_all=True, append_images=more, comment=MARKER.encode())
    return out.getvalue()


def webp() -> bytes:
    out = io.BytesIO()
    picture().save(out, "WEBP", exif=exif(), xmp=f"<x:xmpmeta>{MARKER}</x:xmpmeta>".encode())
    return out.getvalue()


def pdf(**more: Any) -> bytes:
    """A page with a picture from a phone, an author, a script, a launch action and an attached file."""
    made, out = pikepdf.new(), io.BytesIO()
    page = made.add_blank_page(page_size=(300, 300))
    photo = pikepdf.Stream(made, jpeg())
    photo.Type, photo.Subtype = pikepdf.Name.XObject, pikepdf.Name.Image
    photo.Width, photo.Height, photo.BitsPerComponent = 40, 20, 8
    photo.ColorSpace, photo.Filter = pikepdf.Name.DeviceRGB, pikepdf.Name.DCTDecode
    page.Resources = pikepdf.Dictionary(XObject=pikepdf.Dictionary(P=photo))
    page.Contents = pikepdf.Stream(made, b"q 100 0 0 100 0 0 cm /P Do Q")
    made.docinfo["/Author"] = AUTHOR
    with made.open_metadata() as metadata:
        metadata["dc:creator"] = [AUTHOR]
    script = pikepdf.Dictionary(S=pikepdf.Name.JavaScript, JS=f"app.alert('{MARKER}')")
    made.Root.OpenAction = made.make_indirect(script)
    made.Root.Names = pikepdf.Dictionary(
        JavaScript=pikepdf.Dictionary(Names=["x", made.make_indirect(script)])
    )
    made.attachments[f"{MARKER}.exe"] = b"MZ" + MARKER.encode()
    launch = pikepdf.Dictionary(S=pikepdf.Name.Launch, F="cmd.exe")
    note = {"Type": pikepdf.Name.Annot, "Subtype": pikepdf.Name.Text, "Rect": [0, 0, 9, 9]}
    page.Annots = made.make_indirect(
        pikepdf.Array(
            [
                made.make_indirect(pikepdf.Dictionary(**note, T=AUTHOR, Contents="Kjo faqe.", A=launch)),
                made.make_indirect(
                    pikepdf.Dictionary(**{**note, "Subtype": pikepdf.Name.FileAttachment}, T=AUTHOR)
                ),
            ]
        )
    )
    made.save(out, **more)
    return out.getvalue()


def zipped(parts: dict[str, bytes | str], *, stored: tuple[str, ...] = ()) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as package:
        for name, data in parts.items():
            how = zipfile.ZIP_STORED if name in stored else zipfile.ZIP_DEFLATED
            package.writestr(zipfile.ZipInfo(name), data, how)
    return out.getvalue()


_RELATIONS = (
    '<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{}'
    "</Relationships>"
)
_TYPES = (
    '<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
    '<Default Extension="xml" ContentType="application/xml"/>'
    '<Default Extension="jpeg" ContentType="image/jpeg"/>'
    '<Override PartName="/{main}" ContentType="{type}"/>'
    '<Override PartName="/docProps/thumbnail.jpeg" ContentType="image/jpeg"/>{more}</Types>'
)
_KIND = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"


def docx(**more: bytes | str) -> bytes:
    """A letter with an author, marks of editing, a comment, a photo, a thumbnail, a remote template."""
    main = f"{_OFFICE}wordprocessingml.document.main+xml"
    words = (
        '<?xml version="1.0"?><w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">'
        f'<w:body><w:p w:rsidR="00AB12CD"><w:ins w:author="{AUTHOR}" w:date="2026-01-02T03:04:05Z"><w:r><w:t>'
        "Leja vonohet prej dy vitesh.</w:t></w:r></w:ins></w:p></w:body></w:document>"
    )
    comment = words.replace("w:document", "w:comments").replace(
        "<w:body>", f'<w:body><w:comment w:id="0" w:author="{AUTHOR}" w:initials="FF"/>'
    )
    parts: dict[str, bytes | str] = {
        "[Content_Types].xml": _TYPES.format(main="word/document.xml", type=main, more=""),
        "_rels/.rels": _RELATIONS.format(
            f'<Relationship Id="rId1" Type="{_KIND}/officeDocument" Target="word/document.xml"/>'
            f'<Relationship Id="rId2" Type="{_KIND}/thumbnail" Target="docProps/thumbnail.jpeg"/>'
        ),
        "word/document.xml": words,
        "word/comments.xml": comment,
        "word/settings.xml": words.replace("<w:body>", '<w:body><w:rsids><w:rsid w:val="1"/></w:rsids>'),
        "word/_rels/settings.xml.rels": _RELATIONS.format(
            f'<Relationship Id="rId1" Type="{_KIND}/attachedTemplate" TargetMode="External" '
            f'Target="http://evil.example/{MARKER}.dotm"/>'
        ),
        "word/media/image1.jpeg": jpeg(),
        "docProps/core.xml": f"<c><creator>{AUTHOR}</creator></c>",
        "docProps/app.xml": f"<c><Company>{AUTHOR}</Company></c>",
        "docProps/thumbnail.jpeg": jpeg(),
        **{name: value for name, value in more.items() if value},
    }
    return zipped(parts)


def xlsx() -> bytes:
    main = f"{_OFFICE}spreadsheetml.sheet.main+xml"
    space = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
    return zipped(
        {
            "[Content_Types].xml": _TYPES.format(main="xl/workbook.xml", type=main, more=""),
            "_rels/.rels": _RELATIONS.format(""),
            "xl/workbook.xml": f'<workbook {space}><fileSharing userName="{AUTHOR}"/><sheets/></workbook>',
            "xl/worksheets/sheet1.xml": f"<worksheet {space}><sheetData/></worksheet>",
            "xl/comments1.xml": f"<comments {space}><authors><author>{AUTHOR}</author></authors></comments>",
            "docProps/core.xml": f"<c><creator>{AUTHOR}</creator></c>",
        }
    )


def pptx() -> bytes:
    main = f"{_OFFICE}presentationml.presentation.main+xml"
    space = 'xmlns:p="http://schemas.openxmlformats.org/presentationml/2006/main"'
    return zipped(
        {
            "[Content_Types].xml": _TYPES.format(main="ppt/presentation.xml", type=main, more=""),
            "_rels/.rels": _RELATIONS.format(""),
            "ppt/presentation.xml": f"<p:presentation {space}/>",
            "ppt/commentAuthors.xml": f'<p:cmAuthorLst {space}><p:cmAuthor name="{AUTHOR}" initials="FF"/>'
            "</p:cmAuthorLst>",
        }
    )


def odt(kind: str = "text", **more: bytes | str) -> bytes:
    office = 'xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"'
    purl = 'xmlns:dc="http://purl.org/dc/elements/1.1/"'
    return zipped(
        {
            "mimetype": f"application/vnd.oasis.opendocument.{kind}",
            "content.xml": f"<office:document-content {office} {purl}><office:annotation><dc:creator>{AUTHOR}"
            "</dc:creator><dc:date>2026-01-02T03:04:05</dc:date></office:annotation>Leja vonohet."
            "</office:document-content>",
            "meta.xml": f"<office:document-meta {office} {purl}><dc:creator>{AUTHOR}</dc:creator>"
            "</office:document-meta>",
            "Thumbnails/thumbnail.png": png(),
            "META-INF/manifest.xml": '<m:manifest xmlns:m="urn:m"><m:file-entry m:full-path="content.xml"/>'
            '<m:file-entry m:full-path="Thumbnails/thumbnail.png"/></m:manifest>',
            **more,
        },
        stored=("mimetype",),
    )


def text() -> bytes:
    return f"Më 3 maj shkova në komunë. {MARKER}\n".encode()


def iso(brand: bytes) -> bytes:
    body = struct.pack(">I4s4sI4s", 24, b"ftyp", brand, 512, b"isom") + b"\0\0\0\0"
    return body + struct.pack(">I4s", 40, b"mdat") + MARKER.encode().ljust(32, b"\0")


def ogg(*, opus: bool) -> bytes:
    page = b"OggS\0\x02" + bytes(20) + b"\x01\x13"
    return page + (b"OpusHead" if opus else b"\x01vorbis") + MARKER.encode() + bytes(40)


def wav() -> bytes:
    return b"RIFF" + struct.pack("<I", 60) + b"WAVEfmt " + bytes(20) + MARKER.encode() + bytes(20)


def webm() -> bytes:
    return bytes.fromhex("1a45dfa39f42868101") + b"\x42\xf7\x81\x01\x42\x82\x84webm" + MARKER.encode()


def mp3() -> bytes:
    return b"ID3\x04\0\0\0\0\0\x0a" + bytes(10) + b"\xff\xfb\x90\x64" + MARKER.encode() + bytes(400)


def amr() -> bytes:
    return b"#!AMR\n" + b"\x04" + MARKER.encode() + bytes(30)


# What is taken: the name as it may be sent, the content, the type that is found.
TAKEN: Final[tuple[tuple[str, bytes, str], ...]] = (
    ("foto.jpg", jpeg(), "image/jpeg"),
    ("FOTO.JPEG", jpeg(), "image/jpeg"),
    ("ekran.png", png(), "image/png"),
    ("a.gif", gif(), "image/gif"),
    ("b.webp", webp(), "image/webp"),
    ("IMG_1.HEIC", iso(b"heic"), "image/heic"),
    ("letër.pdf", pdf(), "application/pdf"),
    ("ankesë.docx", docx(), f"{_OFFICE}wordprocessingml.document"),
    ("tabela.xlsx", xlsx(), f"{_OFFICE}spreadsheetml.sheet"),
    ("prez.pptx", pptx(), f"{_OFFICE}presentationml.presentation"),
    ("letër.odt", odt(), "application/vnd.oasis.opendocument.text"),
    ("tabela.ods", odt("spreadsheet"), "application/vnd.oasis.opendocument.spreadsheet"),
    ("prez.odp", odt("presentation"), "application/vnd.oasis.opendocument.presentation"),
    ("жалба.txt", text(), "text/plain"),
    ("utf16.txt", "Приштина, თბილისი".encode("utf-16"), "text/plain"),
    ("zë.mp3", mp3(), "audio/mpeg"),
    ("zë.m4a", iso(b"M4A "), "audio/mp4"),
    ("zë.ogg", ogg(opus=False), "audio/ogg"),
    ("zë.opus", ogg(opus=True), "audio/opus"),
    ("zë.wav", wav(), "audio/wav"),
    ("zë.amr", amr(), "audio/amr"),
    ("film.mp4", iso(b"isom"), "video/mp4"),
    ("film.webm", webm(), "video/webm"),
    ("film.3gp", iso(b"3gp4"), "video/3gpp"),
    ("film.mov", iso(b"qt  "), "video/quicktime"),
)


def zip_bomb() -> bytes:
    """A docx of some kilobytes that unpacks to 300 MB."""
    return zipped(
        {
            "[Content_Types].xml": _TYPES.format(
                main="word/document.xml", type=f"{_OFFICE}wordprocessingml.document.main+xml", more=""
            ),
            "word/document.xml": b"\0" * 300_000_000,
        }
    )


def overlapping_bomb() -> bytes:
    """A hundred entries that share the same packed bytes."""
    plain = b"\0" * 9_000_000
    packer = zlib.compressobj(9, zlib.DEFLATED, -15)
    packed = packer.compress(plain) + packer.flush()
    crc = zlib.crc32(plain)
    local = struct.pack("<4s5H3L2H", b"PK\x03\x04", 20, 0, 8, 0, 33, crc, len(packed), len(plain), 5, 0)
    body = local + b"00.xm" + packed
    directory = b"".join(
        struct.pack(
            "<4s6H3L5H2L",
            b"PK\x01\x02",
            20,
            20,
            0,
            8,
            0,
            33,
            crc,
            len(packed),
            len(plain),
            5,
            0,
            0,
            0,
            0,
            0,
            0,
        )
        + f"{n:02}.xm".encode()
        for n in range(21)
    )
    end = struct.pack("<4s4H2LH", b"PK\x05\x06", 0, 0, 21, 21, len(directory), len(body), 0)
    return body + directory + end


def encrypted_zip() -> bytes:
    made = bytearray(docx())
    at = made.find(b"PK\x01\x02")
    while at >= 0:
        made[at + 8] |= 1
        at = made.find(b"PK\x01\x02", at + 4)
    return bytes(made)


# What is refused: the name, the content, the stable code.
REFUSED: Final[tuple[tuple[str, str, bytes, str], ...]] = (
    ("nothing at all", "a.jpg", b"", "file.empty"),
    (
        "an SVG",
        "a.svg",
        b'<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>',
        "file.active",
    ),
    ("an SVG under an XML header", "a.png", b'<?xml version="1.0"?><svg/>', "file.active"),
    ("a web page", "a.html", b"<!DOCTYPE html><html><body>x</body></html>", "file.active"),
    ("a web page as text", "a.txt", b"\xef\xbb\xbf  <HTML ><script>1</script>", "file.active"),
    ("a script far inside of a text", "a.txt", b"x" * 70_000 + b"<script src=x>", "file.active"),
    ("a web page in UTF-16", "a.txt", "<html><script>1</script>".encode("utf-16"), "file.active"),
    ("a shell script", "a.txt", b"#!/bin/sh\nrm -rf /\n", "file.active"),
    ("PHP", "a.txt", b"abc <?php system('id'); ?>", "file.active"),
    ("a program for Windows", "a.pdf", b"MZ\x90\0" + bytes(200), "file.unknown_type"),
    ("a program for Linux", "a", b"\x7fELF\x02\x01\x01" + bytes(200), "file.unknown_type"),
    ("a plain archive", "a.zip", zipped({"a.txt": "x"}), "file.unknown_type"),
    ("an archive called docx", "a.docx", zipped({"a.txt": "x"}), "file.unknown_type"),
    ("a Java program", "a.docx", zipped({"META-INF/MANIFEST.MF": "x", "A.class": "x"}), "file.macros"),
    ("an old Word document", "a.doc", bytes.fromhex("d0cf11e0a1b11ae1") + bytes(600), "file.old_office"),
    ("rich text", "a.rtf", b"{\\rtf1 abc}", "file.active"),
    ("a picture called pdf", "a.pdf", jpeg(), "file.wrong_extension"),
    ("a pdf called jpg", "a.jpg", pdf(), "file.wrong_extension"),
    ("a picture called exe", "a.jpg.exe", jpeg(), "file.wrong_extension"),
    ("a docx called xlsx", "a.xlsx", docx(), "file.wrong_extension"),
    ("macros", "a.docx", docx(**{"word/vbaProject.bin": b"x"}), "file.macros"),
    ("a packaged program", "a.docx", docx(**{"word/embeddings/oleObject1.bin": b"x"}), "file.macros"),
    (
        "macros under a harmless name",
        "a.docx",
        docx(**{"[Content_Types].xml": "x macroEnabled x"}),
        "file.macros",
    ),
    ("Basic in an ODT", "a.odt", odt(**{"Basic/Standard/Module1.xml": "x"}), "file.macros"),
    ("a password", "a.docx", encrypted_zip(), "file.password"),
    ("a bomb", "a.docx", zip_bomb(), "file.bomb"),
    ("a flat bomb", "a.docx", overlapping_bomb(), "file.bomb"),
    ("an archive behind a picture", "a.jpg", jpeg() + zipped({"evil.js": "x" * 500}), "file.two_in_one"),
    ("a document behind a picture", "a.png", png() + docx(), "file.two_in_one"),
    ("an archive behind a pdf", "a.pdf", pdf() + zipped({"evil.js": "x"}), "file.two_in_one"),
    ("a pdf that begins late", "a.jpg", jpeg()[:20] + b"%PDF-1.7" + jpeg()[20:], "file.two_in_one"),
    ("a pdf behind junk", "a.pdf", b"\n\n%PDF-1.7\n" + pdf(), "file.two_in_one"),
    ("a web page in a picture", "a.gif", gif() + b"<script>alert(1)</script>", "file.active"),
    (
        "a web page in front of a pdf's objects",
        "a.pdf",
        b"%PDF-1.7\n<html><script>1</script>" + pdf(),
        "file.active",
    ),
    ("junk before an archive", "a.docx", docx()[:4] + docx(), "file.two_in_one"),
    ("junk behind an archive", "a.docx", docx() + b"x", "file.two_in_one"),
    ("half an archive", "a.docx", docx()[:700], "file.broken"),
    ("bytes", "a.bin", bytes(range(256)) * 4, "file.unknown_type"),
)
