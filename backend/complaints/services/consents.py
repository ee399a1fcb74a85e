"""Consents: what the complainant agreed to, towards whom, until it is withdrawn."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from uuid import UUID

from django.db import IntegrityError, transaction
from django.utils.translation import gettext_lazy as _

from backend.common import clock
from backend.common.errors import FieldError, Invalid, NotFound
from backend.common.languages import Language
from backend.common.written import insert
from backend.complaints.errors import ConsentGivenTwice, ConsentWithdrawn
from backend.complaints.models import Complaint, Consent
from backend.directory.models import Institution
from backend.partners.models import Partner

Purpose = Consent.Purpose
Manner = Consent.Manner


@dataclass(frozen=True, slots=True, kw_only=True)
class ConsentGiven:
    """A consent as it was given: the wording is named by its version and language."""

    purpose: Purpose
    text_version: str
    language: Language
    manner: Manner = Manner.WRITTEN
    institution: Institution | None = None
    partner: Partner | None = None

    @property
    def towards(self) -> tuple[Purpose, UUID | None, int | None]:
        """What it is about: the same thing is not agreed to twice."""
        return (
            self.purpose,
            self.partner.pk if self.partner else None,
            self.institution.pk if self.institution else None,
        )


def check_recipient(
    field: str, purpose: Purpose, *, names_institution: bool, names_partner: bool
) -> list[FieldError]:
    """A referral names its institution, sharing its partner, anything else nobody."""
    errors = []
    for name, named, wanted in (
        ("institution", names_institution, purpose == Purpose.REFERRAL),
        ("partner", names_partner, purpose == Purpose.SHARING),
    ):
        if wanted and not named:
            errors.append(FieldError(f"{field}{name}", "required", _("Say who it is that may receive it.")))
        elif named and not wanted:
            errors.append(
                FieldError(f"{field}{name}", "not_wanted", _("This consent is not towards anybody."))
            )
    return errors


def record_consents(*, complaint: Complaint, consents: Iterable[ConsentGiven]) -> None:
    """Keep the consents that came with a complaint. Part of filing, which leaves the audit line."""
    insert(*(_row(complaint, one) for one in consents))


@transaction.atomic
def give_consent(*, complaint: Complaint, consent: ConsentGiven) -> Consent:
    """The complainant agrees to one thing more. Raises Invalid or ConsentGivenTwice.

    Part of the work on a case, which knows whose case it is today and leaves the audit line.
    """
    errors = check_recipient(
        "",
        consent.purpose,
        names_institution=consent.institution is not None,
        names_partner=consent.partner is not None,
    )
    if errors:
        raise Invalid(errors)
    row = _row(complaint, consent)
    try:
        with transaction.atomic():
            row.save(force_insert=True)
    except IntegrityError:
        raise ConsentGivenTwice() from None
    return row


@transaction.atomic
def withdraw_consent(*, complaint: Complaint, consent_id: UUID) -> Consent:
    """The complainant takes a consent back. Raises NotFound or ConsentWithdrawn.

    Part of the work on a case, which leaves the audit line.
    """
    consent = Consent.objects.select_for_update().filter(complaint=complaint, pk=consent_id).first()
    if consent is None:
        raise NotFound()
    if consent.withdrawn_at is not None:
        raise ConsentWithdrawn()
    consent.withdrawn_at = clock.now()
    consent.save(update_fields=["withdrawn_at"])
    return consent


@transaction.atomic
def withdraw_all_consents(*, complaint: Complaint) -> int:
    """The complainant takes back everything that was agreed to. Says how many consents that were.

    Part of the work on a case, which leaves the audit line.
    """
    running = Consent.objects.filter(complaint=complaint, withdrawn_at__isnull=True)
    return running.update(withdrawn_at=clock.now())


def consent_for_institution(complaint: Complaint, institution: Institution) -> Consent | None:
    """The running consent to send the complaint to exactly this institution."""
    return Consent.objects.filter(
        complaint=complaint, purpose=Purpose.REFERRAL, institution=institution, withdrawn_at__isnull=True
    ).first()


def consent_for_partner(complaint: Complaint, partner: Partner) -> Consent | None:
    """The running consent to share the complaint with exactly this partner."""
    return Consent.objects.filter(
        complaint=complaint, purpose=Purpose.SHARING, partner=partner, withdrawn_at__isnull=True
    ).first()


def consents_to_processing(complaint: Complaint) -> bool:
    """Whether the complainant still agrees that the complaint is worked on."""
    running = Consent.objects.filter(complaint=complaint, withdrawn_at__isnull=True)
    return running.filter(purpose=Purpose.PROCESSING).exists()


def consents_to_publication(complaint: Complaint) -> bool:
    """Whether the complainant agrees that the public is told, without names."""
    running = Consent.objects.filter(complaint=complaint, withdrawn_at__isnull=True)
    return running.filter(purpose=Purpose.PUBLICATION).exists()


def given_twice(consents: Sequence[ConsentGiven]) -> bool:
    """Whether a list of consents says the same thing twice."""
    return len({one.towards for one in consents}) < len(consents)


def _row(complaint: Complaint, consent: ConsentGiven) -> Consent:
    return Consent(
        complaint=complaint,
        purpose=consent.purpose,
        institution=consent.institution,
        partner=consent.partner,
        text_version=consent.text_version,
        language=consent.language,
        manner=consent.manner,
        # The moment of a consent that came with a complaint is that of the complaint's arrival here.
        given_at=clock.now(),
    )
