"""A caller of the Open311 door who asks for everything twice, and holds every answer against its schema."""

import json
from typing import Any
from urllib.parse import urlencode
from xml.etree import ElementTree

from django.test import Client
from jsonschema import validate

from tests.georeport import schemas

V2 = "/open311/v2/"
LISTS = ("services", "attributes", "values", "service_requests", "errors", "endpoints", "formats")
FORM = "application/x-www-form-urlencoded"


class Door:
    """`door.get("services", jurisdiction_id="pif")`: status and JSON, after XML said the same."""

    def __init__(self) -> None:
        self.client = Client()

    def get(self, path: str, **arguments: Any) -> tuple[int, Any]:
        base = "/open311/discovery" if path == "discovery" else V2 + path
        answers = {
            form: self.client.get(f"{base}.{form}", arguments, headers={"Accept-Language": "en"})
            for form in ("json", "xml")
        }
        found = json_of(answers["json"])
        assert answers["xml"].status_code == answers["json"].status_code
        assert said_in_xml(answers["xml"]) == plain(found)
        validate(found, schema_for(path, answers["json"].status_code))
        return answers["json"].status_code, found

    def post(self, body: dict[str, Any], form: str = "json", **extra: Any) -> tuple[int, Any]:
        answer = self.send(urlencode(body, doseq=True), form, **extra)
        found = json_of(answer) if form == "json" else said_in_xml(answer)
        if form == "json":
            validate(found, schemas.REPORTED if answer.status_code == 201 else schemas.ERRORS)
        return answer.status_code, found

    def send(self, body: str | bytes, form: str = "json", content_type: str = FORM, **extra: Any) -> Any:
        headers = {"Accept-Language": "en"}
        return self.client.post(
            f"{V2}requests.{form}", body, content_type=content_type, headers=headers, **extra
        )


def json_of(answer: Any) -> Any:
    assert answer.headers["Content-Type"] == "application/json; charset=utf-8"
    assert answer.headers["Cache-Control"] == "no-store"
    return json.loads(answer.content)


def said_in_xml(answer: Any) -> Any:
    assert answer.headers["Content-Type"] == "text/xml; charset=utf-8"
    assert answer.content.startswith(b"<?xml version='1.0' encoding='UTF-8'?>")
    return _spark(ElementTree.fromstring(answer.content))


def _spark(element: ElementTree.Element) -> Any:
    """The Spark convention: a list of children for a list, an object for an object, text for the rest."""
    if element.tag in LISTS:
        assert len({child.tag for child in element}) <= 1
        return [_spark(child) for child in element]
    return {child.tag: _spark(child) for child in element} if len(element) else element.text


def plain(value: Any) -> Any:
    """JSON as XML can say it: text, and nothing for nothing."""
    if isinstance(value, dict):
        return {name: plain(one) for name, one in value.items()}
    if isinstance(value, list):
        return [plain(one) for one in value]
    return None if value in (None, "") else str(value).lower() if isinstance(value, bool) else str(value)


def schema_for(path: str, status: int) -> Any:
    if status >= 400:
        return schemas.ERRORS
    name, _slash, rest = path.partition("/")
    known: dict[str, Any] = {
        "services": schemas.DEFINITION if rest else schemas.SERVICES,
        "requests": schemas.REQUESTS,
        "tokens": schemas.TOKEN,
        "discovery": schemas.DISCOVERY,
    }
    return known[name]
