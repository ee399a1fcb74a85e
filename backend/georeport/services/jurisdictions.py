"""A jurisdiction of GeoReport is a partner: its slug is the jurisdiction_id."""

from backend.georeport import errors
from backend.partners.models import Partner


def partner_of(jurisdiction_id: str) -> Partner:
    """The partner that is meant; where there is one alone, nobody has to name it. Raises JurisdictionMissing,
    JurisdictionUnknown."""
    active = Partner.objects.filter(is_active=True)
    if not jurisdiction_id:
        found = list(active[:2])
        if len(found) != 1:
            raise errors.JurisdictionMissing()
        return found[0]
    partner = active.filter(slug=jurisdiction_id).first()
    if partner is None:
        raise errors.JurisdictionUnknown()
    return partner


def partner_with_key(api_key: str, jurisdiction_id: str) -> Partner:
    """The partner whose form's public key was sent, where it is the one that was named. Raises WrongKey."""
    partner = Partner.objects.filter(form_key=api_key, is_active=True).first() if api_key else None
    if partner is None or (jurisdiction_id and partner.slug != jurisdiction_id):
        raise errors.WrongKey()
    return partner
