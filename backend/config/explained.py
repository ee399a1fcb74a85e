"""What the description says beside each operation: its subject, its parameters, an example."""

import json
from functools import cache
from pathlib import Path
from typing import Any, Final

EXAMPLES: Final = Path(__file__).with_name("examples.json")

TAGS: Final = {
    "calendar-overrides": "Holidays that a decree sets or takes away, and what that does to due dates.",
    "cases": "A partner's work on a complaint: list, story, steps, referrals, shares, files.",
    "categories": "What complaints are about.",
    "complaints": "The door for complaints: open to citizens' pages and to programs.",
    "deadline-rules": "Legal terms by country, with their source.",
    "donor-report": "The report for donors, as pages.",
    "erasure-requests": "Complainants who ask that their case be erased.",
    "exports": "Lists of cases as files, written in the background.",
    "forms": "A partner's published form, for those who draw it themselves.",
    "identity-requests": "Somebody asks to read who a complainant is; somebody else decides.",
    "imports": "An old spreadsheet becomes cases, step by step.",
    "incoming-mail": "Answers of institutions that came by e-mail.",
    "institutions": "Public bodies that complaints are about or go to.",
    "jobs": "Background work that failed for good.",
    "me": "Your own account, sessions and conflicts of interest.",
    "needs": "What people need help with.",
    "partner-referrals": "Help for a person that is asked of another partner.",
    "partners": "The organisations of the network: settings, people, programs, webhooks.",
    "places": "Countries, regions, municipalities, administrative units.",
    "quarantine": "Complaints that look like a flood and wait for somebody to look.",
    "receipts": "The complainant comes back with the receipt code.",
    "referrals": "Letters to institutions, across cases.",
    "roles": "What each role may do.",
    "saved-views": "Filters of the list of cases under a name.",
    "service-providers": "Who offers services where, in the form of Open Referral HSDS.",
    "services": "What providers offer.",
    "statistics": "Numbers with their definitions.",
    "target-groups": "Whom services are meant for.",
    "tasks": "The work list.",
    "today": "What waits for you now.",
    "transfers": "A case changes its owner.",
}

PARAMETERS: Final = {
    "access_id": "Id of the access for collecting in the field.",
    "answer_id": "Id of an institution's answer.",
    "case_file_id": "Id of a case file that you asked for.",
    "case_id": "Id of the case (not its reference).",
    "channel_id": "Number of the institution's way of being reached.",
    "client_id": "Client id of the program.",
    "code": "Stable code of the entry, as lists give it.",
    "column": "Number of the spreadsheet's column, from 0.",
    "consent_id": "Id of the consent.",
    "cursor": "Place in the list, as `next` and `previous` name it. Do not make one.",
    "delivery_id": "Id of the delivery.",
    "due_from": "Due on this day or later.",
    "due_until": "Due on this day or earlier.",
    "export_id": "Id of an export that you asked for.",
    "file_id": "Id of the file.",
    "hold_id": "Id of the legal hold.",
    "import_id": "Id of the import.",
    "institution": "Code of an institution.",
    "invitation_id": "Id of the invitation.",
    "job_id": "Id of the background job.",
    "kind": "Only, or which, kind.",
    "language": "Language of the texts.",
    "link_id": "Id of the one-time link for an answer.",
    "mail_id": "Id of the mail that came in.",
    "membership_id": "Id of the membership.",
    "merge_id": "Id of the merge.",
    "message_id": "Id of the message.",
    "number": "Its number.",
    "overdue": "Only those whose day is over, or only the others.",
    "page_size": "Rows on a page.",
    "partner": "Slug of a partner.",
    "provider_id": "Id of the service provider.",
    "quarantined_id": "Id of the complaint in quarantine.",
    "referral_id": "Id of the referral.",
    "request_id": "Id of the request.",
    "service_id": "Id of the service.",
    "session_id": "Id of the session, as the list of your sessions gives it.",
    "severity": "Only of this severity.",
    "share_id": "Id of the share.",
    "since": "Only what is newer than this moment.",
    "slug": "Slug of the partner, such as `pif`.",
    "stage": "Only in this stage.",
    "state": "Only in this state.",
    "submission_id": "Id of what was collected in the field.",
    "tag": "Only with this tag.",
    "task_id": "Id of the task.",
    "tie_id": "Id of the conflict of interest.",
    "transfer_id": "Id of the transfer.",
    "user_id": "Id of the person.",
    "view_id": "Id of the saved view.",
    "webhook_id": "Id of the webhook.",
}


def explained(result: Any, generator: Any, request: Any, public: bool) -> Any:
    """A postprocessing hook of drf-spectacular."""
    found = [operation for item in result["paths"].values() for operation in item.values()]
    used = {tag for operation in found for tag in operation["tags"]}
    result["tags"] = [{"name": tag, "description": TAGS[tag]} for tag in sorted(used & set(TAGS))]
    result["info"]["license"] = {"name": "AGPL-3.0-or-later", "identifier": "AGPL-3.0-or-later"}
    for operation in found:
        for parameter in operation.get("parameters", ()):
            if not parameter.get("description") and parameter["name"] in PARAMETERS:
                parameter["description"] = PARAMETERS[parameter["name"]]
        _show(operation, _examples().get(operation["operationId"], {}))
    return result


def _show(operation: Any, example: dict[str, Any]) -> None:
    if "body" in example:
        for content in operation["requestBody"]["content"].values():
            content["example"] = example["body"]
    answer = operation["responses"].get(example.get("status"), {})
    if "answer" in example:
        answer["content"]["application/json"]["example"] = example["answer"]


@cache
def _examples() -> dict[str, Any]:
    """Collected from real answers by `deploy/dev/examples.py`: operation → body, status, answer."""
    read: dict[str, Any] = json.loads(EXAMPLES.read_text(encoding="utf-8"))
    return read
