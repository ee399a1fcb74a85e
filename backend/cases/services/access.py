"""The sparse table of exceptions: written here and nowhere else, in the transaction of the change."""

from collections.abc import Iterator
from uuid import UUID

from django.db.models import Q
from guardian.shortcuts import assign_perm, remove_perm

from backend.cases.models import Case, CaseAccess, CaseShare, CaseUserObjectPermission
from backend.cases.models.codes import held
from backend.cases.partner_stages import SharedField
from backend.partners.models import User

NAMED = "named_on_case"
OPENS_SUMMARY = Q(fields__isnull=True) | Q(fields__contains=held(SharedField.SUMMARY))


def refresh(case: Case) -> None:
    """Make the case's rows say what its shares and names say now. A restricted case keeps only its named
    rows, so that no share outlives the restriction."""
    wanted = dict(_principals(case))
    rows = CaseAccess.objects.filter(case=case)
    if not wanted:
        rows.delete()
        return
    rows.exclude(principal__in=wanted).delete()
    copied = copied_columns(case)
    CaseAccess.objects.bulk_create(
        [
            CaseAccess(case=case, principal=principal, by_name=by_name, **copied)
            for principal, by_name in wanted.items()
        ],
        update_conflicts=True,
        unique_fields=["principal", "case"],
        update_fields=["by_name", *copied],
    )


def name_person(case: Case, user: User) -> None:
    """guardian's row that names a person on a restricted case."""
    assign_perm(NAMED, user, case)


def unname_person(case: Case, user: User) -> None:
    remove_perm(NAMED, user, case)


def named_on(case: Case) -> list[UUID]:
    """The people named on a case."""
    grants = CaseUserObjectPermission.objects.filter(content_object=case, permission__codename=NAMED)
    return list(grants.order_by("user_id").values_list("user_id", flat=True))


def finding_partners(case: Case) -> list[UUID]:
    """Partners that read what the search knows of a case, summary and tags among it."""
    shares = CaseShare.objects.filter(case=case, ended_at__isnull=True).filter(OPENS_SUMMARY)
    return list(shares.order_by("partner_id").values_list("partner_id", flat=True).distinct())


def _principals(case: Case) -> Iterator[tuple[UUID, bool]]:
    if case.restricted:
        yield from ((user_id, True) for user_id in named_on(case))
    else:
        shares = CaseShare.objects.filter(case=case, ended_at__isnull=True)
        yield from ((partner_id, False) for partner_id in shares.values_list("partner_id", flat=True))


def copied_columns(case: Case) -> dict[str, object]:
    """What a row of the table repeats of its case, so that lists are narrowed without reading the case."""
    names = (
        "owner_id",
        "opened_at",
        "state",
        "kind",
        "severity",
        "category_id",
        "institution_id",
        "place_id",
        "assignee_id",
    )
    return {**{name: getattr(case, name) for name in names}, "due_at": case.due_at}
