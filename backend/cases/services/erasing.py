"""A case goes with every row that hangs under it."""

from django.db import transaction
from django.db.models import Q

from backend.cases.models import Case, Delivery, InstitutionReferral, Tag
from backend.complaints.services import erase_complaint
from backend.correspondence.models import Dispatch


@transaction.atomic
def erase_case(case: Case) -> None:
    """Destroy the keys of a case and of its author, its files and every row of both, the receipt's too.

    Part of a larger act, which holds the case, asked whether it may go, and leaves the audit line. What a
    hand-over left behind, which has neither complaint nor key, goes the same way.
    """
    complaint = case.complaint
    dispatches = list(
        Delivery.objects.filter(referral__case=case, dispatch__isnull=False).values_list(
            "dispatch", flat=True
        )
    )
    tags = list(case.tags.values_list("pk", flat=True))
    _loosen(case)
    case.delete()
    Dispatch.objects.filter(pk__in=dispatches).delete()
    # A word that sorted this case alone may say whose it was.
    Tag.objects.filter(pk__in=tags, cases=None).delete()
    if complaint is not None:
        erase_complaint(complaint)


def _loosen(case: Case) -> None:
    """What points at what goes along, and at the case from those that stay."""
    around = Q(escalates__isnull=False) | Q(appeals__isnull=False) | Q(redirected_from__isnull=False)
    of_case = InstitutionReferral.objects.filter(case=case).filter(around)
    of_case.update(escalates=None, appeals=None, redirected_from=None)
    Case.objects.filter(duplicate_of=case).update(duplicate_of=None)
