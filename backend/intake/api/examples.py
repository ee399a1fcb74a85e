"""Examples for the API's description. The people in them do not exist."""

from drf_spectacular.utils import OpenApiExample

COMPLAINT = OpenApiExample(
    "A land certificate, eight months late",
    request_only=True,
    value={
        "kind": "public_service",
        "complainant_kind": "confidential",
        "language": "sq",
        "narrative": (
            "Më 14 mars kërkova në zyrën e kadastrës certifikatën e pronësisë për tokën e babait. "
            "Më thanë dhjetë ditë pune. Kanë kaluar tetë muaj dhe sa herë shkoj, më thonë të kthehem "
            "javën tjetër."
        ),
        "wish": "Dua certifikatën ose një përgjigje me shkrim.",
        "happened_on": "2026-03-14",
        "category": "delay",
        "identity": {"name": "Drita Kola", "phone": "+355 69 000 0000"},
        "contact_wish": "phone",
        "contact_note": "Vetëm pasdite, mos lini mesazh.",
        "vulnerability": ["older_person"],
        "consents": [{"purpose": "processing", "text_version": "2026-01"}],
    },
)
FILED = OpenApiExample(
    "The receipt, shown once",
    response_only=True,
    status_codes=["201"],
    value={
        "reference": "PIF-2026-000123",
        "receipt": {
            "number": "48213905",
            "secret": "730162849517730264817",
            "formatted": "4821 3905\n7301 6284 9517 7302 6481 7",
        },
        "received_at": "2026-11-20T10:15:00Z",
        "what_happens_next": "We have your complaint. Somebody will read it within a few days.",
    },
)
RECEIPT = OpenApiExample(
    "As it was read from paper",
    request_only=True,
    value={"number": "4821 3905", "secret": "7301 6284 9517 7302 6481 7"},
)
MESSAGE = OpenApiExample(
    "An answer",
    request_only=True,
    value={
        "number": "4821 3905",
        "secret": "7301 6284 9517 7302 6481 7",
        "text": "Numri i kërkesës është 1187, e kam edhe kopjen.",
    },
)
CALLER = OpenApiExample(
    "As it was said on the telephone",
    request_only=True,
    value={"name": "Drita Kola", "phone": "069 000 0000"},
)
RATING = OpenApiExample(
    "A good outcome, slowly reached",
    request_only=True,
    value={
        "number": "4821 3905",
        "secret": "7301 6284 9517 7302 6481 7",
        "outcome": 5,
        "process": 3,
        "felt_safe": True,
        "would_use_again": True,
        "comment": "Zgjati shumë, por e mora certifikatën.",
    },
)
STATUS = OpenApiExample(
    "With the institution",
    response_only=True,
    status_codes=["200"],
    value={
        "reference": "PIF-2026-000123",
        "partner": "People in Focus",
        "received_at": "2026-11-20T10:15:00Z",
        "stage": "referral",
        "stage_label": "Referral",
        "state": "referred",
        "state_label": "Referred",
        "since": "2026-11-24",
        "reached": [
            {"stage": "intake", "on": "2026-11-21"},
            {"stage": "referral", "on": "2026-11-24"},
        ],
        "what_happens_next": (
            "Your complaint lies with the institution. We watch its time to answer and will remind it."
        ),
        "answer_awaited": True,
        "referrals": [
            {
                "institution": "State Cadastre Agency",
                "sent_on": "2026-11-24",
                "due_on": "2026-12-14",
                "answered_on": None,
                "overdue": False,
                "fate": "waiting",
                "escalated": False,
                "passed_on_to_it": False,
                "registered_on": "2026-11-25",
                "protocol_number": "1187/2026",
                "has_term": True,
                "asked_for_time_on": None,
                "stands_since": None,
                "stands_because": None,
                "has_a_question": False,
                "assessment": "",
                "silence": "",
            }
        ],
        "handed_over_on": None,
        "outcome": "",
        "outcome_label": "",
        "outcome_text": "",
        "advice": "",
        "object_until": None,
        "satisfaction": None,
        "identity_looks": [
            {
                "on": "2026-11-22",
                "kind": "compared",
                "reason": "new_receipt",
                "role": "caseworker",
                "role_label": "Caseworker",
                "matched": False,
            }
        ],
        "new_receipt": None,
        "allowed_actions": ["write", "withdraw"],
        "messages": [
            {
                "sender": "partner",
                "sent_at": "2026-11-21T09:00:00Z",
                "text": "Do you remember the number of your request?",
                "asks": True,
                "read_at": None,
                "files": [],
            }
        ],
        "notices": {"offered": ["email"], "channel": None, "since": None, "ended_because": ""},
    },
)
