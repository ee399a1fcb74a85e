"""Places, institutions, categories and legal terms for tests; names as the field has them."""

from typing import Any

from factory.declarations import LazyAttribute, Sequence, SubFactory
from factory.django import DjangoModelFactory

from backend.common.kinds import CaseKind
from backend.directory import lookups
from backend.directory.kinds import Certainty, InstitutionKind, InstitutionLevel, PlaceLevel, TermUnit
from backend.directory.models import (
    CalendarOverride,
    Category,
    DeadlineRule,
    Institution,
    InstitutionChannel,
    Need,
    Place,
    Service,
    ServiceNeed,
    ServiceProvider,
    TargetGroup,
)
from backend.directory.services.paths import path_below
from backend.directory.spelling import search_text


class _Remembered(DjangoModelFactory[Any]):
    """Rows made behind the services' back: what the process held in memory is read again."""

    class Meta:
        abstract = True
        skip_postgeneration_save = True

    @classmethod
    def _create(cls, model_class: Any, *args: Any, **fields: Any) -> Any:
        made = super()._create(model_class, *args, **fields)
        lookups.forget()
        return made


class PlaceFactory(_Remembered):
    """A place; its path and search text follow from its parent and names."""

    class Meta:
        model = Place

    code = Sequence(lambda number: f"al-place-{number}")
    parent = None
    level = PlaceLevel.MUNICIPALITY
    country = "AL"
    names = LazyAttribute(lambda place: {"sq": place.code, "en": place.code})
    path = LazyAttribute(lambda place: path_below(place.parent, place.code))
    search_text = LazyAttribute(lambda place: search_text(place.names))
    source = "test"


class InstitutionFactory(_Remembered):
    """A public body without channels."""

    class Meta:
        model = Institution

    code = Sequence(lambda number: f"al-institution-{number}")
    kind = InstitutionKind.MUNICIPALITY
    level = InstitutionLevel.LOCAL
    country = "AL"
    place = None
    names = LazyAttribute(lambda body: {"sq": f"Bashkia {body.code}", "en": f"Municipality {body.code}"})
    languages = ["sq"]
    search_text = LazyAttribute(lambda body: search_text(body.names))
    source = "test"

    @classmethod
    def _create(cls, model_class: Any, *args: Any, **fields: Any) -> Any:
        areas = fields.pop("areas", ())
        institution = super()._create(model_class, *args, **fields)
        institution.areas.set(areas)
        return institution


class ChannelFactory(_Remembered):
    """A running e-mail address of an institution."""

    class Meta:
        model = InstitutionChannel

    institution = SubFactory(InstitutionFactory)
    kind = "email"
    value = Sequence(lambda number: f"office{number}@example.org")
    source = "test"


class CategoryFactory(_Remembered):
    """A term of the tree."""

    class Meta:
        model = Category

    code = Sequence(lambda number: f"category_{number}")
    parent = None
    kinds = [CaseKind.PUBLIC_SERVICE.value]
    labels = LazyAttribute(lambda term: {"sq": term.code, "en": term.code})
    path = LazyAttribute(lambda term: path_below(term.parent, term.code))
    search_text = LazyAttribute(lambda term: search_text(term.labels))


class DeadlineRuleFactory(_Remembered):
    """Ten working days by Albanian law, from a secondary source."""

    class Meta:
        model = DeadlineRule

    code = Sequence(lambda number: f"al-rule-{number}")
    country = "AL"
    law = "Ligji nr. 119/2014"
    trigger = "request_received"
    number = 10
    unit = TermUnit.WORKING_DAY
    roll = True
    source = "test"
    certainty = Certainty.SECONDARY
    titles = LazyAttribute(lambda rule: {"en": rule.code})


class CalendarOverrideFactory(_Remembered):
    """A day that a decree made free."""

    class Meta:
        model = CalendarOverride

    country = "AL"
    working = False
    names = {"en": "Decree"}
    source = "test"


class NeedFactory(_Remembered):
    """What a person may need."""

    class Meta:
        model = Need

    code = Sequence(lambda number: f"need_{number}")
    names = LazyAttribute(lambda need: {"sq": need.code, "en": need.code})
    search_text = LazyAttribute(lambda need: search_text(need.names))


class TargetGroupFactory(_Remembered):
    """Whom a service is for."""

    class Meta:
        model = TargetGroup

    code = Sequence(lambda number: f"group_{number}")
    names = LazyAttribute(lambda group: {"sq": group.code, "en": group.code})
    search_text = LazyAttribute(lambda group: search_text(group.names))


class ProviderFactory(DjangoModelFactory[Any]):
    """An organisation that helps."""

    class Meta:
        model = ServiceProvider

    name = Sequence(lambda number: f"Qendra {number}")
    description = "Invented for the tests."
    source = "test"
    search_text = LazyAttribute(lambda provider: search_text({}, provider.name))


class ServiceFactory(DjangoModelFactory[Any]):
    """A running service; `needs` are codes that exist."""

    class Meta:
        model = Service

    provider = SubFactory(ProviderFactory)
    name = Sequence(lambda number: f"Shërbimi {number}")
    source = "test"
    search_text = LazyAttribute(lambda service: search_text({}, service.name, service.provider.name))

    @classmethod
    def _create(cls, model_class: Any, *args: Any, **fields: Any) -> Any:
        needs = fields.pop("needs", ())
        service = super()._create(model_class, *args, **fields)
        for code in needs:
            ServiceNeed.objects.create(service=service, need=Need.objects.get(code=code))
        return service
