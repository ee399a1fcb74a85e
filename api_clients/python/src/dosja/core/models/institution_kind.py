from enum import StrEnum
from typing import Self


class InstitutionKind(StrEnum):
    AGENCY = "agency"
    ANTI_CORRUPTION = "anti_corruption"
    COURT = "court"
    EDUCATION = "education"
    HEALTH = "health"
    INFORMATION_COMMISSIONER = "information_commissioner"
    INSPECTORATE = "inspectorate"
    JUDICIAL_COUNCIL = "judicial_council"
    JUDICIAL_INSPECTION = "judicial_inspection"
    MINISTRY = "ministry"
    MUNICIPALITY = "municipality"
    OMBUDSMAN = "ombudsman"
    OTHER = "other"
    POLICE = "police"
    PROSECUTION = "prosecution"
    SOCIAL_SERVICES = "social_services"
    UTILITY = "utility"

    def __str__(self) -> str:
        return str(self.value)

    @classmethod
    def _missing_(cls, value: object) -> Self | None:
        """A server that is newer than this client may say more: such a value is kept as it came."""
        if not isinstance(value, str):
            return None
        told = str.__new__(cls, value)
        told._name_, told._value_ = value, value
        return told
