"""OpenRosa 1.0, as ODK Collect speaks it: a list with one form, the form, submissions with their files."""

from collections.abc import Mapping
from contextlib import suppress
from typing import Final
from xml.etree.ElementTree import Element, SubElement

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _

from backend.collecting import reading, xforms
from backend.collecting.answers import Told, told_by, version_of
from backend.collecting.errors import FileNotNamed, FileStaysBehind, NotASubmission
from backend.collecting.names import form_id
from backend.collecting.pages.door import XML, message, openrosa, xml
from backend.collecting.pages.methods import only, require_pace
from backend.collecting.reading import Sent
from backend.collecting.services import Entered, take
from backend.collecting.xforms import XForm
from backend.common.errors import NotFound, TooLarge
from backend.files.errors import AWAY, LARGEST_FILE, FileRefused, FilesAway
from backend.files.receiving import ReceivedFile, takes_files, turned_away
from backend.files.sealed import SealedUpload
from backend.files.services import accept, drop

SUBMISSION_FILE: Final = "xml_submission_file"
_LIST: Final = "http://openrosa.org/xforms/xformsList"
_MANIFEST: Final = "http://openrosa.org/xforms/xformsManifest"
# The telephone fills a sending up to this much, so that one photograph always fits.
_SENDING: Final = LARGEST_FILE + 4_000_000
_MOST_PARTS: Final = 40


@openrosa
@only("GET", "HEAD")
def form_list(request: HttpRequest, entered: Entered) -> HttpResponse:
    """The partner's published form, with a digest that tells whether it is new."""
    made = xforms.xform_of(entered.partner)
    root = Element("xforms", xmlns=_LIST)
    shown = SubElement(root, "xform")
    for name, text in (
        ("formID", made.id),
        ("name", made.title),
        ("version", made.version),
        ("hash", f"md5:{made.digest}"),
        ("downloadUrl", _address(request, "collect_form", made)),
        ("manifestUrl", _address(request, "collect_manifest", made)),
    ):
        SubElement(shown, name).text = text
    return xml(root)


@openrosa
@only("GET", "HEAD")
def form(request: HttpRequest, entered: Entered, form: str) -> HttpResponse:
    """The form itself."""
    return HttpResponse(_own(entered, form).content, content_type=XML)


@openrosa
@only("GET", "HEAD")
def manifest(request: HttpRequest, entered: Entered, form: str) -> HttpResponse:
    """Files that belong to the form: none. Its lists stand in itself, in all its languages."""
    _own(entered, form)
    return xml(Element("manifest", xmlns=_MANIFEST))


@openrosa
@only("HEAD", "POST")
def _submission(request: HttpRequest, entered: Entered) -> HttpResponse:
    """Whether one may send, and how much at once; then what is sent."""
    if request.method == "HEAD":
        address = request.build_absolute_uri(reverse("collect_submission"))
        headers = {"Location": address, "X-OpenRosa-Accept-Content-Length": str(_SENDING)}
        return HttpResponse(status=204, headers=headers)
    require_pace(entered)
    if request.content_type != "multipart/form-data":
        raise NotASubmission()
    sent, received = _parts(request, entered)
    told = told_by(sent, version_of(sent, entered.partner), entered.partner)
    refused = _refused_on_the_way(request)
    if not received.keys() <= told.files:
        raise FileNotNamed()
    return _taken(entered, sent, told, received, refused)


submission = takes_files(_submission, files=_MOST_PARTS)


def _parts(request: HttpRequest, entered: Entered) -> tuple[Sent, dict[str, ReceivedFile]]:
    """What is said, and the files that came along, by their names."""
    files = [one for _name, many in request.FILES.lists() for one in many if isinstance(one, ReceivedFile)]
    said = request.FILES.get(SUBMISSION_FILE)
    if not isinstance(said, ReceivedFile):
        # What is said comes as a file, too; the telephone sends it again.
        raise FilesAway() if AWAY in _refused_on_the_way(request) else NotASubmission()
    if (said.size or 0) > reading.LARGEST:
        raise TooLarge()
    sent = reading.read_xml(b"".join(said.chunks()), form_id(entered.partner.slug))
    return sent, {one.name or "": one for one in files if one is not said}


def _taken(
    entered: Entered, sent: Sent, told: Told, received: Mapping[str, ReceivedFile], refused: list[str]
) -> HttpResponse:
    """The complaint comes in also where a file of it does not: nobody waits for a picture to be heard."""
    accepted: dict[str, SealedUpload] = {}
    for name, file in received.items():
        try:
            accepted[name] = accept(file)
        except FileRefused as not_taken:
            refused.append(not_taken.reason)
        except FilesAway:
            refused.append(AWAY)
    try:
        done = take(entered=entered, sent=sent, told=told, files=accepted)
    except BaseException:
        for one in accepted.values():
            with suppress(Exception):
                drop(one)
        raise
    if refused:
        raise FileStaysBehind(reason=refused[0])
    if done.files_missing:
        return message(_("The complaint has arrived. Some of its files are still to come."), status=201)
    return message(_("The complaint has arrived."), status=201)


def _refused_on_the_way(request: HttpRequest) -> list[str]:
    return [one.reason for one in turned_away(request)]


def _own(entered: Entered, form: str) -> XForm:
    made = xforms.xform_of(entered.partner)
    if form != made.id:
        raise NotFound()
    return made


def _address(request: HttpRequest, name: str, made: XForm) -> str:
    return request.build_absolute_uri(reverse(name, kwargs={"form": made.id}))
