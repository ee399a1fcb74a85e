"""What is taken and what is not, by content: the list of the product, and what people try."""

import pytest

from backend.files.detection import clean_name
from backend.files.errors import FileRefused
from backend.files.kinds import KINDS
from tests.files import samples
from tests.files.sending import received, uploaded

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(("name", "content", "media_type"), samples.TAKEN, ids=[t[0] for t in samples.TAKEN])
def test_files_that_people_send_are_taken(name: str, content: bytes, media_type: str) -> None:
    sealed = uploaded(content, name)
    assert (sealed.media_type, sealed.size) == (media_type, len(content))


@pytest.mark.parametrize(
    ("name", "content", "reason"), [r[1:] for r in samples.REFUSED], ids=[r[0] for r in samples.REFUSED]
)
def test_files_that_may_hurt_are_refused_with_a_reason(name: str, content: bytes, reason: str) -> None:
    with pytest.raises(FileRefused) as refused:
        uploaded(content, name)
    assert refused.value.reason == reason
    assert refused.value.errors[0].code == reason


def test_a_bomb_is_known_by_its_directory_without_unpacking() -> None:
    file = received(samples.zip_bomb(), "a.docx")
    import tracemalloc

    from backend.files.detection import judge

    tracemalloc.start()
    with pytest.raises(FileRefused), file.open_sealed() as reader:
        judge(reader)
    assert tracemalloc.get_traced_memory()[1] < 5_000_000
    tracemalloc.stop()


@pytest.mark.parametrize(
    ("sent", "kept"),
    [
        ("foto.JPG", "foto.jpg"),
        ("../../etc/foto.jpg", "foto.jpg"),
        ("C:\\fakepath\\foto.jpg", "foto.jpg"),
        ("fo\u202eto\x00.jpg", "foto.jpg"),
        ("IMG 7. maj", "IMG 7. maj.jpg"),
        ("1234", "1234.jpg"),
        (".jpg", "file.jpg"),
        ("", "file.jpg"),
        ("x" * 500 + ".jpg", "x" * 150 + ".jpg"),
        ("Ђорђе – доказ.jpeg", "Ђорђе – доказ.jpeg"),
    ],
)
def test_names_are_kept_as_far_as_they_can_be_shown(sent: str, kept: str) -> None:
    assert clean_name(sent, KINDS["image/jpeg"]) == kept


def test_only_the_key_of_a_file_is_nowhere_on_the_server(partner_a: object) -> None:
    from backend.files.models import Upload

    sealed = uploaded(samples.text(), "a.txt")
    row = Upload.objects.values().get(pk=sealed.id)
    assert set(row) == {"id", "size", "media_type", "created_at", "expires_at"}
    assert sealed.token not in repr(sealed)
