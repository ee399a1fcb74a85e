"""openapi.yaml is what the code generates, without a warning, and says all that a client must know."""

import difflib
import json
import re
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Any

import yaml
from django.conf import settings
from drf_spectacular.drainage import GENERATOR_STATS, reset_generator_stats
from drf_spectacular.generators import SchemaGenerator
from drf_spectacular.renderers import OpenApiYamlRenderer
from openapi_spec_validator import OpenAPIV31SpecValidator

from tests.contracts.description import PROBLEM, Operation, document, operations

COMMITTED = Path(settings.BASE_DIR, "openapi.yaml")
# What can stand against any request, however it is meant.
ALWAYS = {"401", "406", "429"}
WITH_BODY = {"400", "413", "415"}
# A success is JSON, or bytes, or printed pages; never one of several.
SHEETS = {"application/json", "text/csv", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"}
GIVEN = ({"application/json"}, {"application/octet-stream"}, {"application/pdf"}, SHEETS)
OPEN_TO_EVERYBODY = {
    *("places_list", "places_retrieve", "deadline_rules_list", "deadline_rules_retrieve"),
    *("calendar_overrides_list", "calendar_overrides_retrieve"),
    *("categories_list", "categories_retrieve", "institutions_list", "institutions_retrieve"),
    *("complaints_file", "complaints_challenge", "receipts_open", "receipts_messages_write"),
    *("receipts_rating_give", "receipts_outcome_confirm", "receipts_withdraw"),
    *("receipts_copy", "receipts_corrections_write", "receipts_erasure_ask"),
    *("receipts_new_receipt_stop", "receipts_sheet", "receipts_challenge"),
    *("complaints_files_create", "receipts_files_create", "receipts_files_open"),
    "forms_retrieve",
    *("needs_list", "needs_retrieve", "target_groups_list", "target_groups_retrieve"),
    *("receipts_notices_turn_on", "receipts_notices_turn_off"),
}


def test_the_committed_description_is_what_the_code_generates() -> None:
    reset_generator_stats()
    made = SchemaGenerator().get_schema(request=None, public=True)
    assert not GENERATOR_STATS, "drf-spectacular warns; see its words above"
    fresh = OpenApiYamlRenderer().render(made, renderer_context={}).decode()
    committed = COMMITTED.read_text(encoding="utf-8") if COMMITTED.exists() else ""
    difference = difflib.unified_diff(
        committed.splitlines(), fresh.splitlines(), "openapi.yaml", "the code", lineterm="", n=2
    )
    shown = "\n".join(list(difference)[:80])
    assert not shown, f"If the change is meant: make schema, and commit openapi.yaml.\n{shown}"


def test_it_is_valid_openapi_3_1() -> None:
    assert document()["openapi"].startswith("3.1")
    OpenAPIV31SpecValidator(document()).validate()


def test_what_is_committed_reads_as_what_is_tested() -> None:
    assert yaml.safe_load(COMMITTED.read_text(encoding="utf-8"))["paths"].keys() == document()["paths"].keys()


def test_operation_ids_are_words_and_each_is_there_once() -> None:
    written = [facts["operationId"] for item in document()["paths"].values() for facts in item.values()]
    assert len(written) == len(set(written))
    assert [name for name in written if not re.fullmatch(r"[a-z]+(_[a-z]+)*", name)] == []


def test_every_choice_has_a_name_of_our_own() -> None:
    named = set(settings.SPECTACULAR_SETTINGS["ENUM_NAME_OVERRIDES"]) | {"NullEnum", "BlankEnum"}
    shapes = document()["components"]["schemas"]
    assert {name for name, shape in shapes.items() if "enum" in shape} <= named
    written_out = [path for path, schema in _schemas(document()) if len(schema.get("enum", ())) > 1]
    # Those of query parameters stand where they are: a client's types have no use for their names.
    allowed = re.compile(r"components\.schemas\.\w+|paths\..*\.parameters\..*")
    assert [path for path in written_out if not allowed.fullmatch(path)] == []


def _schemas(part: Any, path: str = "") -> Iterator[tuple[str, Any]]:
    if isinstance(part, dict):
        yield path, part
        for name, inner in part.items():
            yield from _schemas(inner, f"{path}.{name}".lstrip("."))
    elif isinstance(part, list):
        for number, inner in enumerate(part):
            yield from _schemas(inner, f"{path}.{number}")


def _faulty(fault: Callable[[Operation], object]) -> dict[str, object]:
    """What is wrong, by operation."""
    found = {name: fault(operation) for name, operation in operations().items()}
    return {name: wrong for name, wrong in found.items() if wrong}


def test_every_operation_says_what_it_does() -> None:
    assert _faulty(lambda operation: len(operation.facts.get("description", "")) < 6) == {}
    assert _faulty(lambda operation: operation.facts["tags"] == ["v1"]) == {}


def test_every_operation_declares_how_it_can_be_refused() -> None:
    assert _faulty(lambda operation: _expected_refusals(operation) - set(operation.answers)) == {}


def _expected_refusals(operation: Operation) -> set[str]:
    expected = set(ALWAYS)
    if "requestBody" in operation.facts:
        expected |= WITH_BODY
    if operation.parameters or (operation.id.startswith("receipts_") and operation.method == "post"):
        expected.add("404")
    if operation.needs_if_match:
        expected |= {"403", "412", "428"}
    return expected


def test_refusals_are_problem_documents_and_successes_are_json_or_a_file() -> None:
    problem = {PROBLEM: {"schema": {"$ref": "#/components/schemas/ProblemSchema"}}}

    def fault(operation: Operation) -> list[str]:
        return [
            status
            for status, answer in operation.answers.items()
            if not (
                answer.get("content") == problem
                if int(status) >= 400
                else set(answer.get("content", {"application/json"})) in GIVEN
            )
        ]

    assert _faulty(fault) == {}


def test_every_operation_declares_who_may_call() -> None:
    def fault(operation: Operation) -> object:
        ways = [set(way) for way in operation.facts["security"]]
        if operation.id in OPEN_TO_EVERYBODY:
            return set() not in ways and ways
        return ways != [{"clientCredentials"}, {"staffSession"}] and ways

    assert _faulty(fault) == {}


def test_what_can_be_changed_tells_its_version() -> None:
    """Whoever must send If-Match can read the ETag: in the answer to the change, and where it is read."""

    def fault(operation: Operation) -> bool:
        # What was removed has no version any more.
        answers = [operation.answers] if operation.method != "delete" else []
        if "get" in document()["paths"][operation.path]:
            answers.append(document()["paths"][operation.path]["get"]["responses"])
        return operation.needs_if_match and any("ETag" not in _success(one)["headers"] for one in answers)

    assert _faulty(fault) == {}


def _success(answers: Mapping[str, Any]) -> Mapping[str, Any]:
    found = next(answer for status, answer in answers.items() if status in ("200", "201"))
    return {"headers": {}, **found}


def test_what_creates_can_be_sent_again() -> None:
    def fault(operation: Operation) -> bool:
        headers = {one["name"] for one in operation.facts.get("parameters", ()) if one["in"] == "header"}
        safe = "Idempotency-Key" in headers and {"409", "422"} <= set(operation.answers)
        return "201" in operation.answers and not safe

    assert _faulty(fault) == {}


def test_the_description_holds_no_secret_of_this_machine() -> None:
    text = json.dumps(document())
    assert str(settings.BASE_DIR) not in text
    assert "localhost" not in text
