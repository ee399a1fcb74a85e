"""The core questions: those that feed a complaint's own fields, and the rules that no form can change.

Whoever stays anonymous is asked for nothing that leads to a name, and a way of contact needs its detail.
These rules are not written in a form's schema, so that no partner can leave them out by mistake.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Final

from backend.common.kinds import CaseKind

Condition = Mapping[str, Any]

WAY: Final = "complainant_kind"
KIND: Final = "kind"
NARRATIVE: Final = "narrative"
CONTACT_WISH: Final = "contact_wish"
CONSENTS: Final = "consents"
INSTITUTION: Final = "institution"
COURT: Final = "judiciary.court"
PERSON: Final = "judiciary.person"
NAME: Final = "identity.name"

ANONYMOUS: Final = "anonymous"
IDENTIFIED: Final = "identified"
RECEIPT_ONLY: Final = "receipt_only"
# The detail that a way of contact needs.
DETAIL_OF: Final[Mapping[str, str]] = {
    "email": "identity.email",
    "phone": "identity.phone",
    "post": "identity.address",
}
PURPOSES: Final = ("processing", "referral", "publication")


@dataclass(frozen=True, slots=True, kw_only=True)
class Core:
    """A core question: the types it may be asked in, its values where they are given, its greatest length."""

    types: tuple[str, ...]
    values: tuple[str, ...] = ()
    longest: int = 0
    least: int | None = None
    most: int | None = None


CORES: Final[Mapping[str, Core]] = {
    WAY: Core(types=("choice",), values=(IDENTIFIED, "confidential", ANONYMOUS)),
    KIND: Core(types=("choice",), values=tuple(CaseKind.values)),
    NARRATIVE: Core(types=("long_text",), longest=20_000),
    "happened_on": Core(types=("date",)),
    "category": Core(types=("category",)),
    "place": Core(types=("place",)),
    INSTITUTION: Core(types=("institution",)),
    "wish": Core(types=("long_text",), longest=4_000),
    "vulnerability": Core(
        types=("choices",),
        values=(
            "child",
            "older_person",
            "disability",
            "violence",
            "trafficking",
            "minority",
            "poverty",
            "detention",
            "other",
        ),
    ),
    CONTACT_WISH: Core(types=("choice",), values=(RECEIPT_ONLY, "email", "phone", "post", "in_person")),
    NAME: Core(types=("text",), longest=200),
    "identity.email": Core(types=("text",), longest=254),
    "identity.phone": Core(types=("text",), longest=50),
    "identity.address": Core(types=("long_text",), longest=500),
    "contact_note": Core(types=("long_text",), longest=1_000),
    CONSENTS: Core(types=("consents",)),
    COURT: Core(types=("institution",)),
    "judiciary.instance": Core(
        types=("choice",),
        values=("first", "appeal", "supreme", "constitutional", "prosecution", "enforcement"),
    ),
    "judiciary.matter": Core(
        types=("choice",),
        values=("civil", "criminal", "administrative", "family", "commercial", "labour"),
    ),
    "judiciary.violation": Core(
        types=("choice",),
        values=("delay", "conduct", "impartiality", "access_to_file", "non_execution", "solicitation"),
    ),
    "judiciary.stage_of_proceedings": Core(types=("text", "long_text"), longest=500),
    "judiciary.case_number": Core(types=("text",), longest=100),
    "judiciary.months_pending": Core(types=("number",), least=0, most=1_200),
    PERSON: Core(types=("text",), longest=200),
}
# Without these a complaint is none.
ALWAYS_ASKED: Final = (WAY, NARRATIVE, KIND, CONSENTS)
# A form may leave out what it likes, but never the ways that are safe.
ALWAYS_OFFERED: Final[Mapping[str, str]] = {WAY: ANONYMOUS, CONTACT_WISH: RECEIPT_ONLY}
LEADS_TO_A_PERSON: Final = (NAME, *DETAIL_OF.values(), "contact_note", CONTACT_WISH)
# Which other core question has to come before one.
COMES_AFTER: Final[Mapping[str, tuple[str, ...]]] = {
    **dict.fromkeys((NAME, CONTACT_WISH), (WAY,)),
    **dict.fromkeys((*DETAIL_OF.values(), "contact_note"), (WAY, CONTACT_WISH)),
    **{name: (KIND,) for name in CORES if name == "category" or name.startswith("judiciary.")},
    CONSENTS: (WAY, INSTITUTION, COURT),
}


def rule_of(core: str, names: Mapping[str, str]) -> Condition | None:
    """When a core question is asked, whatever the form says. `names`: core → name of the question."""
    if core.startswith("judiciary."):
        return {"question": names[KIND], "is": [CaseKind.JUDICIARY.value]}
    if core not in LEADS_TO_A_PERSON:
        return None
    named: Condition = {"not": {"question": names[WAY], "is": [ANONYMOUS]}}
    for wish, detail in DETAIL_OF.items():
        if core == detail:
            return {"all": [named, {"question": names[CONTACT_WISH], "is": [wish]}]}
    if core == "contact_note":
        ways = [wish for wish in CORES[CONTACT_WISH].values if wish != RECEIPT_ONLY]
        return {"all": [named, {"question": names[CONTACT_WISH], "is": ways}]}
    return named


def need_of(core: str, names: Mapping[str, str]) -> bool | Condition:
    """When a core question that is asked needs an answer, whatever the form says."""
    if core in (WAY, NARRATIVE, KIND, CONTACT_WISH, *DETAIL_OF.values()):
        return True
    if core != NAME:
        return False
    if CONTACT_WISH not in names:
        return True
    # Somebody who is not anonymous leaves at least one thing by which he is known.
    return {
        "any": [
            {"question": names[WAY], "is": [IDENTIFIED]},
            {"question": names[CONTACT_WISH], "is": [RECEIPT_ONLY, "in_person"]},
        ]
    }
