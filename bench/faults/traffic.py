"""Citizens who file and caseworkers who read and write, all of them honest: what fails is sent again under
the same key, and what was acknowledged is remembered."""

import http.client
import json
import random
import threading
import time
import uuid
from collections import Counter
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Any, Final

CITIZENS, CASEWORKERS = 4, 2
REST_SECONDS: Final = 0.15
LONGEST_WAIT: Final = 2.0
"""Retry-After is obeyed up to here, so that a run takes minutes."""
_BOUNDARY: Final = "faults-boundary"
NO_ROOM: Final = "file.no_room"
PAGE: Final = "/forms/{}/ka/"


@dataclass
class Book:
    """What was asked for, and what was acknowledged."""

    # key → reference, receipt's number and secret
    filed: dict[str, dict[str, str]] = field(default_factory=dict)
    asked: set[str] = field(default_factory=set)
    # text → id
    notes: dict[str, str] = field(default_factory=dict)
    asked_notes: set[str] = field(default_factory=set)
    keys_with_file: set[str] = field(default_factory=set)
    sent_again: int = 0
    answers: Counter[str] = field(default_factory=Counter)
    # What no citizen or program may be answered, whatever the fault.
    wrong: Counter[str] = field(default_factory=Counter)
    moments: list[float] = field(default_factory=list)

    def outages(self, since: float, longer_than: float = 1.0) -> list[float]:
        """The pauses in which nobody's complaint was taken, in seconds."""
        times = sorted([since, *(one for one in self.moments if one > since)])
        gaps = [later - earlier for earlier, later in pairwise(times)]
        return sorted((gap for gap in gaps if gap > longer_than), reverse=True)


@dataclass(frozen=True)
class Answer:
    status: int
    headers: dict[str, str]
    body: bytes

    @property
    def told(self) -> Any:
        return json.loads(self.body)


class Traffic:
    """Threads that go on until they are told to stop; then each ends what it has begun."""

    def __init__(self, port: int, facts: dict[str, str], book: Book) -> None:
        self.port, self.facts, self.book = port, facts, book
        self.program = {"Authorization": f"Bearer {facts['token']}"}
        self.person = {"Cookie": facts["session"]}
        self._lock, self._stopping, self._given_up = threading.Lock(), threading.Event(), threading.Event()
        self._cases: list[str] = []
        self._threads = [threading.Thread(target=self._files, daemon=True) for _ in range(CITIZENS)]
        self._threads += [threading.Thread(target=self._works, daemon=True) for _ in range(CASEWORKERS)]

    def start(self) -> None:
        for thread in self._threads:
            thread.start()

    def settle(self, patience: float = 200) -> float:
        """Nobody begins anything new; whoever waits for an answer goes on asking. Seconds that it took."""
        began = time.monotonic()
        self._stopping.set()
        for thread in self._threads:
            thread.join(max(0.0, began + patience - time.monotonic()))
        self._given_up.set()
        for thread in self._threads:
            thread.join(60)
        self._given_up.clear()
        return time.monotonic() - began

    def ask(self, method: str, path: str, body: bytes = b"", **headers: str) -> Answer | None:
        """One exchange; None where the line broke. `X_Y` is the header X-Y."""
        line = http.client.HTTPConnection("127.0.0.1", self.port, timeout=60)
        named = {"Host": "localhost", "Accept": "*/*"}
        named |= {name.replace("_", "-"): value for name, value in headers.items()}
        kind = "page" if path.startswith("/forms/") else method
        try:
            line.request(method, path, body or None, named)
            got = line.getresponse()
            answer = Answer(got.status, {k.lower(): v for k, v in got.getheaders()}, got.read())
        except (OSError, http.client.HTTPException) as failed:
            self._noted(kind, type(failed).__name__, None)
            return None
        finally:
            line.close()
        self._noted(kind, str(answer.status), answer)
        return answer

    def file(self, key: str, files: list[dict[str, str]]) -> dict[str, str] | None:
        """One citizen's complaint, until it is acknowledged."""
        words = {
            **{"partner": self.facts["partner"], "channel": "api", "kind": "public_service"},
            **{"complainant_kind": "anonymous", "language": "sq", "category": "delay"},
            "narrative": f"Prej tetë muajsh pres certifikatën. {key}",
            "consents": [{"purpose": "processing", "text_version": "2026-01"}],
        }
        body = json.dumps({**words, "files": files} if files else words).encode()
        told = self._until_created("/api/v1/complaints/", body, key)
        if told is None:
            return None
        return {"reference": told["reference"], **{one: told["receipt"][one] for one in ("number", "secret")}}

    def upload(self, content: bytes) -> dict[str, str] | None:
        """A file ahead of a complaint."""
        head = f'--{_BOUNDARY}\r\nContent-Disposition: form-data; name="file"; filename="shenim.txt"\r\n'
        body = (
            f"{head}Content-Type: text/plain\r\n\r\n".encode() + content + f"\r\n--{_BOUNDARY}--\r\n".encode()
        )
        kind = f"multipart/form-data; boundary={_BOUNDARY}"
        told = self._until_created("/api/v1/complaints/files/", body, str(uuid.uuid4()), kind)
        return {one: told[one] for one in ("id", "token", "name")} if told else None

    def _until_created(self, path: str, body: bytes, key: str, kind: str = "application/json") -> Any:
        tries = 0
        while not self._given_up.is_set():
            tries += 1
            headers = {**self.program, "Content_Type": kind, "Idempotency_Key": key}
            answer = self.ask("POST", path, body, **headers)
            if answer is not None and answer.status == 201:
                with self._lock:
                    self.book.sent_again += tries > 1
                return answer.told
            if answer is not None and answer.status not in (409, 429, 500, 503):
                self._unforeseen(answer)
                return None
            time.sleep(self._pause(answer))
        return None

    def _unforeseen(self, answer: Answer) -> None:
        """Such as 400 to what was right a moment ago."""
        code = answer.told.get("code", "") if answer.body[:1] == b"{" else ""
        with self._lock:
            if b"file.no_room" in answer.body:
                # So it is meant: words are taken when files no longer are.
                self.book.answers[f"files: {NO_ROOM}"] += 1
                return
            self.book.wrong[f"what was right was answered {answer.status} {code}"] += 1

    def _pause(self, answer: Answer | None) -> float:
        if answer is None or answer.status == 500:
            return 0.5
        return min(float(answer.headers.get("retry-after", "1")), LONGEST_WAIT)

    def _files(self) -> None:
        count = 0
        while not self._stopping.is_set():
            key, count = str(uuid.uuid4()), count + 1
            sent = self.upload(f"Shënim {key}".encode()) if count % 6 == 0 else None
            with self._lock:
                self.book.asked.add(key)
            told = self.file(key, [sent] if sent else [])
            if told is not None:
                with self._lock:
                    self.book.filed[key] = told
                    if sent:
                        self.book.keys_with_file.add(key)
                    self.book.moments.append(time.monotonic())
            time.sleep(REST_SECONDS)

    def _works(self) -> None:
        while not self._stopping.is_set():
            listed = self.ask("GET", "/api/v1/cases/?page_size=50", **self.person)
            if listed is not None and listed.status == 200:
                self._cases = [one["id"] for one in listed.told["results"]]
            self.ask("GET", PAGE.format(self.facts["partner"]))
            if self._cases:
                case_id = random.choice(self._cases)
                self.ask("GET", f"/api/v1/cases/{case_id}/", **self.person)
                self._note(case_id)
            time.sleep(REST_SECONDS)

    def _note(self, case_id: str) -> None:
        text = f"Shënim {uuid.uuid4()}"
        with self._lock:
            self.book.asked_notes.add(text)
        told = self._until_created(
            f"/api/v1/cases/{case_id}/notes/", json.dumps({"text": text}).encode(), text.split()[1]
        )
        if told is not None:
            with self._lock:
                self.book.notes[text] = told["id"]

    def _noted(self, kind: str, what: str, answer: Answer | None) -> None:
        with self._lock:
            self.book.answers[f"{kind} {what}"] += 1
            if answer is None or answer.status < 500:
                return
            if answer.status != 503:
                self.book.wrong[f"{kind} was answered {answer.status}"] += 1
            elif "retry-after" not in answer.headers:
                self.book.wrong[f"{kind} was answered 503 without Retry-After"] += 1
            elif kind == "page" and 'lang="ka"' not in answer.body.decode(errors="replace"):
                self.book.wrong["a page that says 503 speaks another language"] += 1
