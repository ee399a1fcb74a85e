"""Providers that help people, into the directory of the demonstration: invented, and marked as such."""

from typing import Any, Final

from backend.demo.texts import providers
from backend.directory.services.providers import create_provider, create_service
from backend.partners.actors import Actor

# Stands beside each entry wherever it is shown or exported.
SOURCE: Final = "demonstration: invented, this provider does not exist"


def list_providers() -> None:
    """List all providers of the demonstration. Nobody verified them: there is nothing to verify."""
    for told in providers():
        _list(dict(told))


def _list(told: dict[str, Any]) -> None:
    services = told.pop("service")
    provider = create_provider(facts={**told, "source": SOURCE}, actor=Actor.system())  # type: ignore[typeddict-item]
    for service in services:
        places = [_location(one) for one in service["locations"]]
        hours = [{"freq": "WEEKLY", **one} for one in service["schedules"]]
        facts: Any = {**service, "schedules": hours, "locations": places, "source": SOURCE}
        create_service(provider.pk, facts=facts, actor=Actor.system())


def _location(told: dict[str, Any]) -> dict[str, Any]:
    return {
        "is_hidden": False,
        "place": None,
        **dict.fromkeys(("name", "address_1", "city", "postal_code"), ""),
        **told,
    }
