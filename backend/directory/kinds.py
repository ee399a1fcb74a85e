"""The words that sort the directory: kinds of place, institution, channel, and the units of legal terms."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class PlaceLevel(models.TextChoices):
    COUNTRY = "country", _("Country")
    REGION = "region", _("Region")
    MUNICIPALITY = "municipality", _("Municipality")
    ADMINISTRATIVE_UNIT = "administrative_unit", _("Administrative unit")


class InstitutionLevel(models.TextChoices):
    """From the municipality to the ministry: the way that advocacy climbs."""

    LOCAL = "local", _("Local")
    REGIONAL = "regional", _("Regional")
    CENTRAL = "central", _("Central")


class InstitutionKind(models.TextChoices):
    OMBUDSMAN = "ombudsman", _("Ombudsperson")
    ANTI_CORRUPTION = "anti_corruption", _("Anti-corruption body")
    INFORMATION_COMMISSIONER = "information_commissioner", _("Information commissioner")
    JUDICIAL_COUNCIL = "judicial_council", _("Judicial council")
    JUDICIAL_INSPECTION = "judicial_inspection", _("Judicial inspection")
    COURT = "court", _("Court")
    PROSECUTION = "prosecution", _("Prosecution")
    MINISTRY = "ministry", _("Ministry")
    AGENCY = "agency", _("Agency")
    INSPECTORATE = "inspectorate", _("Inspectorate")
    POLICE = "police", _("Police")
    MUNICIPALITY = "municipality", _("Municipality")
    HEALTH = "health", _("Health service")
    SOCIAL_SERVICES = "social_services", _("Social services")
    EDUCATION = "education", _("Education")
    UTILITY = "utility", _("Public utility")
    OTHER = "other", _("Other")


class ChannelKind(models.TextChoices):
    EMAIL = "email", _("E-mail")
    POST = "post", _("Post")
    PHONE = "phone", _("Telephone")
    WEB_FORM = "web_form", _("Web form")
    IN_PERSON = "in_person", _("In person")


class TermUnit(models.TextChoices):
    HOUR = "hour", _("hours")
    CALENDAR_DAY = "calendar_day", _("calendar days")
    WORKING_DAY = "working_day", _("working days")
    MONTH = "month", _("months")


class Silence(models.TextChoices):
    """What the law makes of an institution that does not answer in time."""

    REFUSAL = "refusal", _("Silence counts as a refusal")
    APPROVAL = "approval", _("Silence counts as an approval")
    NOTHING = "nothing", _("Silence changes nothing")
    UNKNOWN = "unknown", _("Not verified")


class Certainty(models.TextChoices):
    """How surely a legal term is known. Only the first may be shown as law."""

    VERIFIED = "V", _("Read in an official or specialised source")
    SECONDARY = "v", _("From a secondary or possibly older source")
    UNVERIFIED = "?", _("Not verified")
