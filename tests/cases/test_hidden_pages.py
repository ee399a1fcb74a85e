"""A hidden page is in nothing that leaves: not its text, not its pictures, nothing that speaks of it."""

import io
import re
import zlib
from collections.abc import Callable
from typing import Any

import pikepdf
import pytest
from pypdfium2 import PdfDocument

from backend.audit.models import AuditEvent
from backend.cases import errors
from backend.cases.models import Case
from backend.cases.services import dossiers, enclosures, files
from backend.cases.services.drafting import change_draft
from backend.common.errors import Invalid, NotAllowed, Stale
from backend.complaints.models import Attachment, Message
from backend.complaints.services import attach
from backend.files import blobs
from backend.files.errors import CannotHide, Infected
from backend.files.models import StoredFile
from backend.files.services import erase_files, open_clean, open_leaving, scan_and_clean
from backend.files.stages import FileState, ScanState
from backend.partners.actors import Actor, actor_of
from backend.partners.models import Partner, User
from tests.calling import Caller
from tests.casework import drafted, shared
from tests.files import samples
from tests.files.sending import read, uploaded

Api = Callable[[User], Caller]
SECRET = "SEKRETIXQ"
OPEN = "HAPURXQ"


def document() -> bytes:
    """Three pages that share fonts, forms and pictures; of the second one everything in the file speaks."""
    made, out = pikepdf.new(), io.BytesIO()
    font = pikepdf.Dictionary(
        Type=pikepdf.Name.Font, Subtype=pikepdf.Name.Type1, BaseFont=pikepdf.Name.Helvetica
    )
    form = pikepdf.Stream(made, f"BT /F 20 Tf ({SECRET}) Tj ET".encode())
    form.Type, form.Subtype, form.BBox = pikepdf.Name.XObject, pikepdf.Name.Form, [0, 0, 300, 300]
    shared_by_all = made.make_indirect(
        pikepdf.Dictionary(Font=pikepdf.Dictionary(F=font), XObject=pikepdf.Dictionary(X=form))
    )
    form.Resources = shared_by_all
    for number in (1, 2, 3):
        page = made.add_blank_page(page_size=(300, 300))
        word = SECRET if number == 2 else f"{OPEN}{number}"
        draws = "/X Do" if number == 2 else ""
        page.Contents = pikepdf.Stream(made, f"BT /F 20 Tf 40 150 Td ({word}) Tj ET {draws}".encode())
        page.Resources = shared_by_all
        note = pikepdf.Dictionary(
            Type=pikepdf.Name.Annot, Subtype=pikepdf.Name.Text, Rect=[0, 0, 9, 9], Contents=word
        )
        page.Annots = made.make_indirect(pikepdf.Array([made.make_indirect(note)]))
    hidden = made.pages[1]
    link = {"Type": pikepdf.Name.Annot, "Subtype": pikepdf.Name.Link, "Rect": [0, 0, 99, 99]}
    made.pages[0].Annots.append(
        made.make_indirect(pikepdf.Dictionary(**link, Dest=[hidden.obj, pikepdf.Name.Fit], Alt=SECRET))
    )
    with made.open_outline() as outline:
        outline.root.append(pikepdf.OutlineItem(SECRET, 1))
    made.Root.StructTreeRoot = made.make_indirect(
        pikepdf.Dictionary(Type=pikepdf.Name.StructTreeRoot, K=pikepdf.Dictionary(ActualText=SECRET))
    )
    made.Root.Names = pikepdf.Dictionary(
        Dests=pikepdf.Dictionary(Names=[SECRET, pikepdf.Array([hidden.obj, pikepdf.Name.Fit])])
    )
    made.Root.PageLabels = pikepdf.Dictionary(Nums=[1, pikepdf.Dictionary(P=SECRET)])
    made.attachments[f"{SECRET}.txt"] = SECRET.encode()
    made.docinfo["/Title"] = SECRET
    with made.open_metadata() as metadata:
        metadata["dc:title"] = SECRET
    made.save(out)
    return out.getvalue()


def everything_in(content: bytes) -> bytes:
    """Every object and every stream of a PDF, opened; and whatever else unpacks."""
    told = [content]
    with pikepdf.open(io.BytesIO(content)) as pdf:
        for one in pdf.objects:
            told.append(repr(one).encode())
            if isinstance(one, pikepdf.Stream):
                told.append(one.read_raw_bytes())
                if one.get("/Filter") != pikepdf.Name.DCTDecode:
                    told.append(one.read_bytes())
    for packed in re.findall(rb"stream\r?\n(.*?)endstream", content, re.DOTALL):
        try:
            told.append(zlib.decompressobj().decompress(packed))
        except zlib.error:
            continue
    return b"\n".join(told)


def holds(content: bytes, word: str) -> bool:
    found = everything_in(content)
    return any(word.encode(code) in found for code in ("utf-8", "utf-16-be", "utf-16-le"))


def attached(case: Case, content: bytes, name: str) -> Attachment:
    assert case.complaint is not None
    sender = Message.Sender.COMPLAINANT
    (made,) = attach(
        complaint=case.complaint, files=[uploaded(content, name)], sender=sender, actor=Actor.nobody()
    )
    scan_and_clean(made.file_id)
    return Attachment.objects.select_related("file").get(pk=made.pk)


@pytest.fixture
def paper(case_of_arta: Case) -> Attachment:
    return attached(case_of_arta, document(), "vendim.pdf")


def hide(
    case: Case, paper: Attachment, pages: list[int], by: User, expected: int | None = None
) -> StoredFile:
    made = files.hide_pages(
        case.pk, attachment_id=paper.pk, pages=pages, expected=expected, actor=actor_of(by)
    )
    return made.file


def test_of_a_hidden_page_nothing_is_left_in_the_copy(
    case_of_arta: Case, paper: Attachment, arta: User
) -> None:
    clean = read(open_clean(paper.file))
    # What is looked for can be found: the clean copy still has it, in several places.
    assert holds(clean, SECRET) and holds(clean, OPEN)
    copy = read(open_leaving(hide(case_of_arta, paper, [2], arta)))
    assert not holds(copy, SECRET)
    pdf = PdfDocument(copy)
    assert len(pdf) == 3
    # Not even as something that could be selected: the pages that stay are pictures.
    assert [page.get_textpage().get_text_range().strip() for page in pdf] == ["", "", ""]
    shown, before = (
        [page.render(scale=1).to_pil().convert("L") for page in PdfDocument(one)] for one in (copy, clean)
    )
    for kept in (0, 2):
        assert _ink(shown[kept]) == pytest.approx(_ink(before[kept]), rel=0.5)
    with pikepdf.open(io.BytesIO(copy)) as opened:
        assert set(opened.Root.keys()) == {"/Type", "/Pages"}
        assert "/Info" not in opened.trailer
        assert all("/Annots" not in page for page in opened.pages)
        assert len(opened.attachments) == 0


def _ink(picture: Any) -> int:
    return sum(count for value, count in enumerate(picture.histogram()) if value < 128)


def test_the_original_and_the_clean_copy_stay_as_they_are(
    case_of_arta: Case, paper: Attachment, arta: User
) -> None:
    before = read(open_clean(paper.file))
    file = hide(case_of_arta, paper, [1, 3], arta)
    assert read(open_clean(file)) == before
    again = hide(case_of_arta, paper, [], arta)
    assert (again.hidden_pages, again.masked_id, again.masked_key) == ([], None, None)
    assert read(open_leaving(again)) == before


@pytest.mark.parametrize("name", ["foto.jpg", "foto.png", "foto.gif", "foto.webp"])
def test_a_hidden_picture_leaves_as_a_sheet_that_says_so(case_of_arta: Case, arta: User, name: str) -> None:
    from PIL import Image

    make = {"jpg": samples.jpeg, "png": samples.png, "gif": samples.gif, "webp": samples.webp}
    photo = attached(case_of_arta, make[name.rpartition(".")[2]](), name)
    before = Image.open(io.BytesIO(read(open_clean(photo.file)))).size
    copy = Image.open(io.BytesIO(read(open_leaving(hide(case_of_arta, photo, [1], arta)))))
    assert copy.size != before and copy.height > copy.width
    colours = copy.convert("RGB").getcolors(1 << 24) or []
    assert all(max(colour) - min(colour) < 40 for _count, colour in colours)


@pytest.mark.parametrize("pages", [[4], [2, 4], [300]])
def test_a_page_that_is_not_there_is_refused_by_name(
    api: Api, case_of_arta: Case, paper: Attachment, arta: User, pages: list[int]
) -> None:
    path = f"/cases/{case_of_arta.pk}/files/{paper.pk}/hidden-pages/"
    answer = api(arta).put(path, {"pages": pages}, if_match=0)
    assert answer.status_code == 400
    assert answer.json()["errors"][0]["code"] == "no_such_page"
    assert api(arta).put(path, {"pages": [0]}, if_match=0).status_code == 400
    with pytest.raises(Invalid):
        hide(case_of_arta, paper, pages, arta)
    assert StoredFile.objects.get(pk=paper.file_id).hidden_pages == []


def test_another_partner_gets_the_copy_and_those_who_work_the_case_the_whole(
    api: Api, case_of_arta: Case, paper: Attachment, arta: User, besa: User, giorgi: User, partner_b: Partner
) -> None:
    shared(case_of_arta, partner_b, besa)
    path = f"/cases/{case_of_arta.pk}/files/{paper.pk}/"
    assert holds(api(giorgi).get(f"{path}clean/").content, SECRET)
    answer = api(arta).put(f"{path}hidden-pages/", {"pages": [2, 2]}, if_match=0)
    assert (answer.status_code, answer.headers["ETag"]) == (200, '"1"')
    assert answer.json()["hidden_pages"] == [2]
    assert not holds(api(giorgi).get(f"{path}clean/").content, SECRET)
    assert holds(api(arta).get(f"{path}clean/").content, SECRET)
    assert api(giorgi).post(f"{path}original/", {"reason": "evidence"}).status_code == 403


def test_an_enclosure_leaves_without_its_hidden_pages(
    case_of_arta: Case, paper: Attachment, arta: User
) -> None:
    from backend.cases.services import referrals
    from backend.cases.stages import ReferralVerb

    enclosed = [{"file": paper.pk, "title": "Vendimi"}]
    made = drafted(case_of_arta, arta, enclosures=enclosed)
    hide(case_of_arta, paper, [2], arta)
    # What was looked at is not what would leave now.
    with pytest.raises(errors.EnclosureChanged):
        referrals.step(ReferralVerb.RELEASE, case_of_arta.pk, made.pk, expected=None, actor=actor_of(arta))
    changes = {"enclosures": enclosed, "redaction_checked": True}
    change_draft(case_of_arta.pk, made.pk, changes=changes, expected=None, actor=actor_of(arta))
    done = referrals.step(ReferralVerb.RELEASE, case_of_arta.pk, made.pk, expected=None, actor=actor_of(arta))
    (kept,) = dossiers.leaving_with(case_of_arta.pk, done.pk, actor=actor_of(arta)).content["attachments"]
    content = enclosures.opened(case_of_arta, kept)
    assert content is not None and not holds(content, SECRET)


def test_hiding_pages_leaves_one_line_and_is_for_those_who_work_the_case(
    case_of_arta: Case, paper: Attachment, arta: User, ilir: User
) -> None:
    hide(case_of_arta, paper, [1, 2], arta, expected=0)
    line = AuditEvent.objects.filter(action="case.pages_hidden").get()
    assert line.facts == {"file": str(paper.pk), "count": 2}
    with pytest.raises(NotAllowed):
        hide(case_of_arta, paper, [], ilir)
    before = {one for one, _written in blobs.every_blob()}
    with pytest.raises(Stale):
        hide(case_of_arta, paper, [3], arta, expected=0)
    assert {one for one, _written in blobs.every_blob()} == before


def test_what_cannot_be_drawn_is_not_hidden_by_half(case_of_arta: Case, arta: User) -> None:
    text = attached(case_of_arta, b"Fjale.", "fjale.txt")
    with pytest.raises(CannotHide):
        hide(case_of_arta, text, [1], arta)


def test_a_hidden_page_is_never_given_because_its_copy_is_missing(
    case_of_arta: Case, paper: Attachment, arta: User
) -> None:
    file = hide(case_of_arta, paper, [2], arta)
    file.state, file.scan = FileState.INFECTED, ScanState.INFECTED
    file.clean_id = file.clean_key = file.clean_size = None
    file.masked_id = file.masked_key = file.masked_size = None
    with pytest.raises(Infected):
        open_leaving(file)


@pytest.mark.django_db(transaction=True)
def test_copies_are_erased_with_the_file(case_of_arta: Case, paper: Attachment, arta: User) -> None:
    first = hide(case_of_arta, paper, [2], arta).masked_id
    second = hide(case_of_arta, paper, [1], arta).masked_id
    assert first and second and not blobs.exists(first) and blobs.exists(second)
    Attachment.objects.filter(pk=paper.pk).delete()
    erase_files(paper.file.data_key)
    assert not blobs.exists(second)
