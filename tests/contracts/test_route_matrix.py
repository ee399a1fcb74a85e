"""Who gets what where: every operation, tried by every actor, on own, foreign and absent things."""

from collections.abc import Iterator
from copy import deepcopy
from typing import Any
from uuid import uuid4

import pytest
from pypdfium2 import PdfDocument

from backend.cases.services import sharing
from backend.directory import lookups
from backend.partners.actors import actor_of
from tests.contracts.description import Operation, operations
from tests.contracts.matrix import FILE, matrix
from tests.contracts.targets import TARGETS, Ids
from tests.contracts.world import IDENTITY, INSIDE, PERSON, WORDS, Acting, World, undone

pytestmark = pytest.mark.either_engine("postgresql")

AREAS = ("cases", "tasks", "referrals", "transfers", "quarantine", "partners", "directory", "doors")
READERS = frozenset({"arta", "besa", "ilir", "luan", "reads", "writes"})
READERS_OF_PERSONS = frozenset({"besa", "luan", "reads", "writes"})


@pytest.fixture
def world(db: None) -> World:
    made = World()
    # Before anything is undone: sessions and tokens must outlast the first call.
    assert made.callers
    return made


def _area(operation: Operation) -> str:
    first = operation.path.split("/")[3]
    if "/referrals/" in operation.path:
        return "referrals"
    return {
        **{
            "cases": "cases",
            "tasks": "tasks",
            "transfers": "transfers",
            "partner-referrals": "transfers",
            "identity-requests": "transfers",
            "quarantine": "quarantine",
            "incoming-mail": "quarantine",
            "me": "partners",
            "exports": "partners",
            "saved-views": "partners",
            "erasure-requests": "partners",
            "jobs": "partners",
            "partners": "partners",
        },
        **{"complaints": "doors", "receipts": "doors"},
    }.get(first, "directory")


def _of(area: str) -> Iterator[tuple[Operation, Any]]:
    for name, operation in operations().items():
        if _area(operation) == area:
            yield operation, TARGETS[name]


# The public face of a partner is no secret among those who are signed in; nor is a provider, whose entry the
# partner that it is may change.
PUBLIC_FACE = (
    *("partners_retrieve", "partners_partial_update"),
    *("service_providers_partial_update", "service_providers_services_create", "services_partial_update"),
)


def _call(role: Acting, operation: Operation, ids: Ids, body: Any, headers: Any = None) -> Any:
    """As that actor, with everything undone afterwards."""
    extra: dict[str, Any] = {"headers": dict(headers)} if headers else {}
    if operation.needs_if_match:
        extra["if_match"] = "*"
    # Whoever changes the password gets another session, which is undone, too.
    cookies = deepcopy(role.caller.cookies)
    with undone():
        role.before()
        call = getattr(role.caller, operation.method)
        answer = call(operation.address(**ids), body, **extra)
    role.caller.cookies = cookies
    if operation.method != "get" and _area(operation) == "directory":
        lookups.forget()
    return answer


def test_every_operation_has_a_row_and_every_row_an_operation() -> None:
    assert set(matrix()) == set(operations()), f"{FILE.name}: add what is new, remove what is gone"
    assert set(TARGETS) == set(operations()), "targets.py: say what a new operation is tried on"


@pytest.mark.parametrize("area", AREAS)
def test_every_actor_gets_what_the_table_says(area: str, world: World, subtests: Any) -> None:
    nothing = {name: _nothing_for(role) for name, role in world.callers.items()}
    for operation, target in _of(area):
        with subtests.test(operation.id):
            found = {}
            for name, role in world.callers.items():
                ids, body = target.own(world, role.home), target.body(world, role.home)
                answer = _call(role, operation, ids, body, target.headers(world, role.home))
                found[name] = answer.status_code
                _require_nothing_leaked(name, role, operation, _words_in(answer))
                if answer.status_code == 404:
                    assert answer.content == nothing[name]
            assert found == matrix()[operation.id]


def _words_in(answer: Any) -> str:
    """What a person reads in an answer, on printed pages too."""
    if answer.headers.get("Content-Type") == "application/pdf":
        return " ".join(page.get_textpage().get_text_range() for page in PdfDocument(answer.content))
    return str(answer.content.decode(errors="replace"))


def _nothing_for(role: Acting) -> bytes:
    """What that actor reads where there is nothing."""
    content: bytes = _call(role, operations()["cases_retrieve"], {"case_id": uuid4()}, None).content
    return content


def _require_nothing_leaked(name: str, role: Acting, operation: Operation, body: str) -> None:
    """No identity to anybody; words, names of judges and what colleagues wrote only to those who read them;
    nothing of the other side."""
    assert IDENTITY not in body
    if _area(operation) == "doors":
        return
    words_are_open = name in READERS or role.home == "b"
    assert words_are_open or not {WORDS, INSIDE} & _marks(body), f"{name} reads words"
    persons_are_open = name in READERS_OF_PERSONS or name == "giorgi"
    assert persons_are_open or PERSON not in body, f"{name} reads the name of a judge"
    foreign = {"a": "AKT-20", "b": "PIF-20"}[role.home]
    assert foreign not in body, f"{name} sees a case of the other side"


def _marks(body: str) -> set[str]:
    return {mark for mark in (WORDS, INSIDE, PERSON, IDENTITY) if mark in body}


# Whoever reads along may take along what he reads, masked; of others' case files he learns nothing.
_ITS_OWN = {"cases_case_files_create": 201, "cases_case_files_retrieve": 404, "cases_case_files_take": 404}
# Letters are for those who write or approve them; a partner that reads along gets none that it could send.
OF_THE_OWNER = frozenset(
    {
        "cases_duplicates",
        "cases_identity_requests_list",
        "cases_identity_requests_retrieve",
        "cases_identity_retrieve",
        "cases_masks_retrieve",
        "cases_people_list",
        "cases_public_summary_retrieve",
        "cases_referral_outlook_retrieve",
        "cases_referral_suggestions_list",
        "cases_referrals_letter_retrieve",
        "cases_referrals_letter_draft_retrieve",
        "cases_referrals_dossier_retrieve",
        "cases_referrals_deliveries_list",
        "cases_referrals_deliveries_retrieve",
        "cases_referrals_next_bodies_list",
        "cases_referrals_redaction_retrieve",
    }
)


@pytest.mark.parametrize("area", ["cases", "referrals"])
def test_a_shared_case_is_read_and_not_touched(area: str, world: World, subtests: Any) -> None:
    for operation, target in _of(area):
        if not operation.parameters or operation.id == "cases_unrestrict":
            continue
        with subtests.test(operation.id):
            ids, body = target.own(world, "a"), target.body(world, "a")
            by = actor_of(world.a.coordinator)
            with undone():
                sharing.share(ids["case_id"], partner=world.b.partner, actor=by)
                answer = _call(world.callers["giorgi"], operation, ids, body)
            reads = operation.method == "get" and operation.id not in OF_THE_OWNER
            # Whoever reads all of it is seen there.
            reads = reads or operation.id == "cases_presence"
            expected = _ITS_OWN.get(operation.id, 200 if reads else 403)
            assert answer.status_code == expected
            assert IDENTITY not in answer.content.decode(errors="replace")
