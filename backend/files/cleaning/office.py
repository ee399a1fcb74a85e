"""Office documents, written anew part by part: the words stay, who wrote them, when and with what goes."""

import io
import posixpath
import re
import zipfile
from collections.abc import Callable
from typing import Final

from lxml import etree

from backend.files.cleaning import photos

Part = tuple[str, bytes]
_EPOCH: Final = (1980, 1, 1, 0, 0, 0)
_LARGEST_PART: Final = 100_000_000
_PICTURES: Final = (".jpg", ".jpeg", ".png", ".gif", ".webp")

_CORE: Final = (
    b'<?xml version="1.0" encoding="UTF-8" standalone="yes"?><cp:coreProperties xmlns:cp='
    b'"http://schemas.openxmlformats.org/package/2006/metadata/core-properties"/>'
)
_APP: Final = (
    b'<?xml version="1.0" encoding="UTF-8" standalone="yes"?><Properties xmlns='
    b'"http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"/>'
)
_CUSTOM: Final = (
    b'<?xml version="1.0" encoding="UTF-8" standalone="yes"?><Properties xmlns='
    b'"http://schemas.openxmlformats.org/officeDocument/2006/custom-properties"/>'
)
_META: Final = (
    b'<?xml version="1.0" encoding="UTF-8"?><office:document-meta xmlns:office='
    b'"urn:oasis:names:tc:opendocument:xmlns:office:1.0" office:version="1.3"><office:meta/>'
    b"</office:document-meta>"
)
_REPLACED: Final = {"docProps/core.xml": _CORE, "docProps/app.xml": _APP, "docProps/custom.xml": _CUSTOM}
# Small pictures of the first page, lists of the people who wrote, signatures that no longer hold.
_DROPPED: Final = re.compile(
    r"^docProps/thumbnail|^customXml/|^word/people\.xml|^docMetadata/|^xl/revisions/|^xl/userNames\.xml"
    r"|/webextensions/|^Thumbnails/|^META-INF/documentsignatures|^_xmlsignatures/|^layout-cache$|^Configurations2/"
)
# Names a person's printer; sheets point at it, so that the part stays and its content goes.
_HOLLOWED: Final = re.compile(r"/printerSettings/")
# Numbers and words, nobody's name; the largest of them would take minutes to take apart.
_TABLES: Final = ("xl/worksheets/sheet", "xl/sharedstrings.xml")

_ATTRIBUTES_EMPTIED: Final = frozenset(
    {"author", "initials", "userId", "providerId", "displayName", "userName"}
)
_ATTRIBUTES_OF_TIME: Final = frozenset({"date", "dT", "dt", "dateUtc"})
_TEXTS_EMPTIED: Final = frozenset(
    {"creator", "creator-initials", "sender-initials", "initial-creator", "author"}
)
_ELEMENTS_DROPPED: Final = frozenset({"rsids", "attachedTemplate", "fileSharing", "docVars"})
_PRINTER: Final = re.compile(r"Printer|CurrentDatabase|Rsid")
_SAFE_LINKS: Final = ("http://", "https://", "mailto:")
_MOMENT: Final = "1980-01-01T00:00:00Z"


def clean_open_xml(content: bytes) -> bytes:
    """DOCX, XLSX, PPTX."""
    parts = _cleaned(content, _open_xml_part)
    names = {name for name, _data in parts}
    return _packed([(name, _matching(name, data, names)) for name, data in parts])


def clean_open_document(content: bytes) -> bytes:
    """ODT, ODS, ODP."""
    parts = _cleaned(content, _open_document_part)
    names = {name for name, _data in parts}
    matched = [
        (name, _manifest(data, names) if name == "META-INF/manifest.xml" else data) for name, data in parts
    ]
    # The kind of document comes first, and unpacked: that is how others know it.
    return _packed(sorted(matched, key=lambda part: part[0] != "mimetype"))


def _cleaned(content: bytes, clean: Callable[[str, bytes], bytes]) -> list[Part]:
    with zipfile.ZipFile(io.BytesIO(content)) as package:
        entries = [entry for entry in package.infolist() if not entry.is_dir()]
        if sum(entry.file_size for entry in entries) > 2 * _LARGEST_PART:
            raise ValueError("large")
        return [
            (entry.filename, clean(entry.filename, package.read(entry)))
            for entry in entries
            if not _DROPPED.search(entry.filename)
        ]


def _packed(parts: list[Part]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as package:
        for name, data in parts:
            entry = zipfile.ZipInfo(name, _EPOCH)
            entry.compress_type = zipfile.ZIP_STORED if name == "mimetype" else zipfile.ZIP_DEFLATED
            package.writestr(entry, data)
    return out.getvalue()


def _open_xml_part(name: str, data: bytes) -> bytes:
    if name in _REPLACED:
        return _REPLACED[name]
    if name.lower().endswith((".docx", ".xlsx", ".pptx")):
        return clean_open_xml(data)
    return _part(name, data)


def _open_document_part(name: str, data: bytes) -> bytes:
    return _META if name.rpartition("/")[2] == "meta.xml" else _part(name, data)


def _part(name: str, data: bytes) -> bytes:
    lowered = name.lower()
    if lowered.endswith(_PICTURES):
        return photos.clean(data)
    if _HOLLOWED.search(name):
        return b""
    if lowered.startswith(_TABLES) or not lowered.endswith((".xml", ".rels", ".rdf")):
        return data
    root = _parsed(data)
    _forget_people(root)
    return _written(root)


def _written(root: etree._Element) -> bytes:
    written: bytes = etree.tostring(
        root.getroottree(), xml_declaration=True, encoding="UTF-8", standalone=True
    )
    return written


def _parsed(data: bytes) -> etree._Element:
    parser = etree.XMLParser(
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        remove_comments=True,
        remove_pis=True,
        huge_tree=True,
    )
    root = etree.fromstring(data, parser)
    # Neither office writes one; it is where entities that grow without end are declared.
    if root.getroottree().docinfo.doctype:
        raise ValueError("doctype")
    return root


def _forget_people(root: etree._Element) -> None:
    for element in list(root.iter()):
        if not isinstance(element.tag, str):
            continue
        name = etree.QName(element).localname
        if name in _ELEMENTS_DROPPED or (name == "config-item" and _is_of_a_machine(element)):
            _drop(element)
            continue
        if name in _TEXTS_EMPTIED:
            element.text = ""
        elif name == "cmAuthor":
            element.set("name", "")
        elif name == "date" and element.text and "T" in element.text:
            element.text = _MOMENT
        _forget_attributes(element)


def _forget_attributes(element: etree._Element) -> None:
    for key in list(element.attrib):
        name = etree.QName(key).localname
        if name.startswith("rsid"):
            del element.attrib[key]
        elif name in _ATTRIBUTES_EMPTIED:
            element.set(key, "")
        elif name in _ATTRIBUTES_OF_TIME and "T" in str(element.get(key)):
            element.set(key, _MOMENT)


def _is_of_a_machine(element: etree._Element) -> bool:
    return any(
        etree.QName(key).localname == "name" and _PRINTER.search(str(value))
        for key, value in element.attrib.items()
    )


def _matching(name: str, data: bytes, names: set[str]) -> bytes:
    """Types and relations of parts that are gone go; what would load something from outside is cut off."""
    if name == "[Content_Types].xml":
        root = _parsed(data)
        for element in list(root):
            if element.get("PartName") and str(element.get("PartName")).lstrip("/") not in names:
                _drop(element)
    elif name.endswith(".rels"):
        root = _parsed(data)
        base = posixpath.dirname(posixpath.dirname(name))
        for relation in list(root):
            _cut_off(relation)
            if not _leads_somewhere(relation, base, names):
                _drop(relation)
    else:
        return data
    return _written(root)


def _cut_off(relation: etree._Element) -> None:
    """A link that a person may click stays. A template, picture or object that loads itself leads nowhere."""
    if relation.get("TargetMode") == "External":
        is_link = str(relation.get("Type", "")).endswith("/hyperlink")
        if not (is_link and str(relation.get("Target", "")).startswith(_SAFE_LINKS)):
            relation.set("Target", "about:blank")


def _leads_somewhere(relation: etree._Element, base: str, names: set[str]) -> bool:
    path = str(relation.get("Target", "")).partition("#")[0]
    if relation.get("TargetMode") == "External" or not path:
        return True
    return (path.lstrip("/") if path[0] == "/" else posixpath.normpath(posixpath.join(base, path))) in names


def _manifest(data: bytes, names: set[str]) -> bytes:
    root = _parsed(data)
    for element in list(root):
        path = next((value for key, value in element.attrib.items() if key.endswith("full-path")), "")
        if path and not path.endswith("/") and path not in names:
            _drop(element)
    return _written(root)


def _drop(element: etree._Element) -> None:
    parent = element.getparent()
    if parent is not None:
        parent.remove(element)
