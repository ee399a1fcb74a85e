"""The tables that generated cases are written to, in the order of their keys, and the columns of each."""

from typing import Any, Final

Row = tuple[str, tuple[Any, ...]]
TABLES: Final[dict[str, tuple[str, ...]]] = {
    "keyring.DataKey": (
        *("id", "partner_id", "subject_id", "purpose", "partner_key_id", "wrapped", "created_at"),
    ),
    "complaints.Complaint": (
        *("id", "partner_id", "data_key_id", "kind", "complainant_kind", "language", "channel"),
        *("narrative_sealed", "wish_sealed", "category_id", "institution_id", "place_id", "contact_wish"),
        *("contact_note_sealed", "vulnerability_sealed", "received_at", "recorded_by_id"),
    ),
    "complaints.Consent": (
        *("id", "complaint_id", "purpose", "institution_id", "text_version", "language", "manner"),
        "given_at",
    ),
    "complaints.Message": (
        *("id", "complaint_id", "data_key_id", "sender", "author_id", "text_sealed", "asks", "sent_at"),
        *("read_at", "ended_at"),
    ),
    "complaints.Satisfaction": (
        *("id", "complaint_id", "owner_id", "data_key_id", "outcome", "process", "felt_safe"),
        *("comment_sealed", "given_at"),
    ),
    "complaints.Receipt": ("id", "complaint_id", "number", "secret_hash", "created_at", "pending"),
    "identity.ComplainantIdentity": (
        *("id", "complaint_id", "identity_key_id", "name_sealed", "email_sealed", "phone_sealed"),
        *("address_sealed", "created_at"),
    ),
    "identity.ContactMark": ("id", "identity_id", "kind", "digest"),
    "cases.Case": (
        *("id", "owner_id", "complaint_id", "data_key_id", "reference", "former_reference", "kind", "state"),
        *("severity", "category_id", "institution_id", "place_id", "assignee_id", "restricted", "summary"),
        *("opened_at", "due_at", "admissibility_note_sealed", "inadmissible_reason", "advice_sealed"),
        *("outcome", "outcome_text_sealed", "value_currency", "resolved_at", "closed_at"),
        *("duplicate_of_id", "version"),
    ),
    "cases.CaseShare": ("id", "case_id", "partner_id", "shared_by_id", "started_at"),
    "cases.CaseUserObjectPermission": ("id", "permission_id", "user_id", "content_object_id"),
    "cases.CaseAccess": (
        *("id", "principal", "case_id", "by_name", "owner_id", "opened_at", "state", "kind", "severity"),
        *("category_id", "institution_id", "place_id", "assignee_id", "due_at"),
    ),
    "cases.CaseSearch": ("id", "case_id", "words", "access", "opened_at"),
    "cases.CaseEvent": (
        *("id", "case_id", "at", "action", "actor_kind", "actor_id", "from_state", "to_state", "facts"),
    ),
    "cases.Note": ("id", "case_id", "data_key_id", "author_id", "text_sealed", "created_at"),
    "cases.JudiciaryDetail": (
        *("id", "case_id", "data_key_id", "instance", "matter", "violation", "stage_of_proceedings_sealed"),
        *("case_number_sealed", "months_pending", "person_sealed", "next_hearing_on"),
    ),
    "cases.InstitutionReferral": (
        *("id", "case_id", "owner_id", "data_key_id", "institution_id", "state", "letter_sealed"),
        *("letter_language", "deadline_rule_id", "redaction_checked_by_id", "findings_seen", "author_id"),
        "escalates_id",
        *("channel", "sent_on", "proof", "protocol_number", "due_at", "due_explanation", "due_basis"),
        *("extension_unit", "answered_on", "answer_sealed", "assessment", "appeal_basis", "created_at"),
        "version",
    ),
    "cases.InstitutionAnswer": (
        *("id", "referral_id", "data_key_id", "way", "standing", "is_automatic", "answered_on"),
        *("arrived_at", "text_sealed", "recorded_by_id", "decided_by_id", "decided_at", "version"),
    ),
    "cases.Merge": ("id", "kept_id", "duplicate_id", "state_before", "merged_at", "merged_by_id"),
    "cases.Task": (
        *("id", "case_id", "hides_case", "team_id", "restricted", "referral_id", "about", "kind", "due_on"),
        *("assignee_id", "state", "made_by", "rule_key", "created_at", "done_by_id", "done_at", "version"),
    ),
    "audit.AuditEvent": (
        *("chain_id", "number", "at", "actor_kind", "actor_id", "action", "target_label", "target_id"),
        *("facts", "previous_hash", "hash"),
    ),
}
