"""The partner's side of a conversation, through the programming interface."""

import time
from datetime import datetime
from typing import Any
from urllib.parse import urlsplit
from zoneinfo import ZoneInfo

import requests

from tests.e2e.installation import Installation

# A term of each country's law.
DEADLINE = {"al": "al-information-request", "xk": "xk-public-documents", "ge": "ge-public-information"}


class Staff:
    """A partner's program with a coordinator's rights."""

    def __init__(self, installation: Installation, partner: str) -> None:
        self.address = f"{installation.address}/api/v1"
        self.session = requests.Session()
        self.session.headers["Authorization"] = f"Bearer {installation.facts[partner]['token']}"
        self.secrets = installation.secrets

    def get(self, path: str, **asked: Any) -> Any:
        return self._read(self.session.get(f"{self.address}{path}", params=asked, timeout=30))

    def post(self, path: str, **body: Any) -> Any:
        sent = self.session.post(
            f"{self.address}{path}", json=body or None, headers={"If-Match": "*"}, timeout=30
        )
        return self._read(sent)

    def case(self, reference: str) -> "Casework":
        found = self.get("/cases/", search=reference)["results"]
        assert len(found) == 1, (reference, found)
        return Casework(self, found[0]["id"])

    def today(self) -> str:
        """Where the partner sits, which may be a day ahead of this machine."""
        zone = self.get("/me/")["partners"][0]["time_zone"]
        return datetime.now(ZoneInfo(zone)).date().isoformat()

    def download(self, method: str, path: str, **sent: Any) -> bytes:
        answer = self.session.request(method, f"{self.address}{path}", timeout=60, **sent)
        assert answer.status_code == 200, answer.text
        return answer.content

    def _read(self, answer: requests.Response) -> Any:
        assert answer.ok, f"{answer.request.method} {answer.url}: {answer.status_code} {answer.text}"
        return answer.json()


class Casework:
    """One case."""

    def __init__(self, staff: Staff, case_id: str) -> None:
        self.staff, self.path = staff, f"/cases/{case_id}/"

    @property
    def state(self) -> str:
        return str(self.staff.get(self.path)["state"])

    def do(self, verb: str, **body: Any) -> Any:
        return self.staff.post(f"{self.path}{verb}/", **body)

    def ask(self, question: str) -> None:
        """The case waits for the complainant."""
        self.staff.secrets.add(question)
        self.do("start_triage")
        self.do("ask_complainant", question=question)

    def messages(self) -> list[str]:
        return [one["text"] for one in self.staff.get(f"{self.path}messages/")["results"]]

    def files(self) -> list[Any]:
        found: list[Any] = self.staff.get(f"{self.path}files/")["results"]
        return found

    def files_when_ready(self) -> list[Any]:
        """As soon as the worker has made its copies."""
        deadline = time.monotonic() + 60
        while any(file["state"] == "pending" or file["scan"] == "pending" for file in self.files()):
            assert time.monotonic() < deadline, self.files()
            time.sleep(0.3)
        return self.files()

    def clean_copy(self, file_id: str) -> bytes:
        return self.staff.download("GET", f"{self.path}files/{file_id}/clean/")

    def original(self, file_id: str) -> bytes:
        body = {"reason": "evidence"}
        return self.staff.download("POST", f"{self.path}files/{file_id}/original/", json=body)

    def add_file(self, name: str, content: bytes) -> str:
        """Into the case; the complainant sees it when a message takes it along."""
        self.staff.secrets.add(name)
        address = f"{self.staff.address}{self.path}files/"
        sent = self.staff.session.post(address, files={"file": (name, content)}, timeout=60)
        assert sent.status_code == 201, sent.text
        return str(sent.json()["id"])

    def write(self, text: str, *files: str) -> None:
        self.staff.secrets.add(text)
        self.do("messages", text=text, files=list(files))

    def open(self) -> None:
        self.do("open", admissibility_note="Shënim.")

    def decline(self, advice: str) -> None:
        self.staff.secrets.add(advice)
        self.do("start_triage")
        self.do("declare_inadmissible", reason="private_dispute", advice=advice)

    def refer(self) -> None:
        """Write to the institution, as today."""
        case = self.staff.get(self.path)
        letter = {"institution": case["institution"]["code"], "letter": "Letër.", "redaction_checked": True}
        referral = self.do("referrals", **letter, deadline_rule=DEADLINE[case["institution"]["code"][:2]])
        self.referral = f"referrals/{referral['id']}/"
        self.do(f"{self.referral}release")
        self.do(f"{self.referral}send", channel="post", sent_on=self.staff.today())

    def answer(self) -> None:
        """The institution wrote back."""
        self.do(f"{self.referral}record_answer", answer="Përgjigje.", answered_on=self.staff.today())

    def answer_link(self) -> str:
        """The address at which the institution may answer instead."""
        path = urlsplit(self.do(f"{self.referral}answer-links")["address"]).path
        self.staff.secrets.add(path.split("/")[-2])
        return path

    def answers(self) -> list[Any]:
        found: list[Any] = self.staff.get(f"{self.path}{self.referral}answers/")["results"]
        return found

    def resolve(self, told: str) -> None:
        self.staff.secrets.add(told)
        self.do("resolve", outcome="remedied", outcome_text=told)
