"""Reads of the directory that more than one door needs."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Self
from uuid import UUID

from django.db import models
from django.db.models import Q

from backend.common.errors import NotFound
from backend.directory.spelling import word_beginnings

if TYPE_CHECKING:
    from backend.directory.models import CalendarOverride, Category, DeadlineRule, Institution, Place
    from backend.directory.models.needs import Term
    from backend.directory.models.providers import Service, ServiceProvider


def _matching(text: str) -> Q:
    """Every word of a search, in any order. The tables hold some hundred rows: a scan is quick."""
    beginnings = word_beginnings(text)
    # A search without a letter or digit in it finds nothing; no condition at all would find everything.
    found = Q() if beginnings else Q(pk__in=[])
    for beginning in beginnings:
        found &= Q(search_text__contains=beginning)
    return found


def _valid_on(day: date) -> Q:
    begun = Q(valid_from__isnull=True) | Q(valid_from__lte=day)
    return begun & (Q(valid_until__isnull=True) | Q(valid_until__gte=day))


class PlaceQuerySet(models.QuerySet["Place"]):
    def matching(self, text: str) -> Self:
        """Places one of whose names holds all words, in any script."""
        return self.filter(_matching(text))

    def for_display(self) -> Self:
        """With what a row shows, in a fixed number of queries."""
        return self.select_related("parent")

    def found(self, code: str) -> Place:
        """The place with this code. Raises NotFound."""
        try:
            return self.get(code=code)
        except self.model.DoesNotExist:
            raise NotFound() from None


class InstitutionQuerySet(models.QuerySet["Institution"]):
    def matching(self, text: str) -> Self:
        """Institutions one of whose names holds all words, in any script."""
        return self.filter(_matching(text))

    def valid_on(self, day: date) -> Self:
        """Institutions that exist on a day, as far as their dates are known."""
        return self.filter(_valid_on(day))

    def for_display(self) -> Self:
        """With what a row shows, in a fixed number of queries."""
        return self.select_related("parent", "place", "successor").prefetch_related("areas")

    def found(self, code: str) -> Institution:
        """The institution with this code. Raises NotFound."""
        try:
            return self.get(code=code)
        except self.model.DoesNotExist:
            raise NotFound() from None

    def locked(self, code: str) -> Institution:
        """The institution, held until the transaction ends. Raises NotFound."""
        return self.select_for_update(of=("self",)).found(code)


class CategoryQuerySet(models.QuerySet["Category"]):
    def matching(self, text: str) -> Self:
        """Categories one of whose labels holds all words, in any script."""
        return self.filter(_matching(text))

    def for_display(self) -> Self:
        """With what a row shows, in a fixed number of queries."""
        return self.select_related("parent")

    def found(self, code: str) -> Category:
        """The category with this code. Raises NotFound."""
        try:
            return self.get(code=code)
        except self.model.DoesNotExist:
            raise NotFound() from None

    def locked(self, code: str) -> Category:
        """The category, held until the transaction ends. Raises NotFound."""
        return self.select_for_update(of=("self",)).found(code)


class TermQuerySet(models.QuerySet["Term"]):
    def matching(self, text: str) -> Self:
        """Terms one of whose names holds all words, in any script."""
        return self.filter(_matching(text))

    def found(self, code: str) -> Term:
        """The term with this code. Raises NotFound."""
        try:
            return self.get(code=code)
        except self.model.DoesNotExist:
            raise NotFound() from None


class DeadlineRuleQuerySet(models.QuerySet["DeadlineRule"]):
    def valid_on(self, day: date) -> Self:
        """Rules in force on a day, as far as their dates are known."""
        return self.filter(_valid_on(day))

    def for_display(self) -> Self:
        """With what a row shows, in a fixed number of queries."""
        return self.select_related("appeal_to")

    def found(self, code: str) -> DeadlineRule:
        """The legal term with this code. Raises NotFound."""
        try:
            return self.get(code=code)
        except self.model.DoesNotExist:
            raise NotFound() from None


class CalendarOverrideQuerySet(models.QuerySet["CalendarOverride"]):
    def found(self, code: str) -> CalendarOverride:
        """The override that an address names, `xk-2026-03-20`. Raises NotFound."""
        country, _hyphen, day = code.partition("-")
        try:
            return self.get(country=country.upper(), date=date.fromisoformat(day))
        except (ValueError, self.model.DoesNotExist):
            raise NotFound() from None

    def locked(self, code: str) -> CalendarOverride:
        """The override, held until the transaction ends. Raises NotFound."""
        return self.select_for_update(of=("self",)).found(code)


class ServiceProviderQuerySet(models.QuerySet["ServiceProvider"]):
    def matching(self, text: str) -> Self:
        """Providers whose names hold all words, in any script."""
        return self.filter(_matching(text))

    def for_display(self) -> Self:
        """With what a row shows, in a fixed number of queries."""
        return self.select_related("partner").prefetch_related("phones")

    def found(self, id: UUID) -> ServiceProvider:
        """The provider with this id. Raises NotFound."""
        try:
            return self.get(pk=id)
        except self.model.DoesNotExist:
            raise NotFound() from None

    def locked(self, id: UUID) -> ServiceProvider:
        """The provider, held until the transaction ends. Raises NotFound."""
        return self.select_for_update(of=("self",)).found(id)


class ServiceQuerySet(models.QuerySet["Service"]):
    def matching(self, text: str) -> Self:
        """Services whose names, provider or needs hold all words, in any script."""
        return self.filter(_matching(text))

    def for_display(self) -> Self:
        """With what a row shows, in a fixed number of queries."""
        return self.select_related("provider__partner").prefetch_related(
            *("need_rows", "target_group_rows", "areas", "languages", "phones", "schedules"),
            *("at_locations__location__addresses", "at_locations__location__schedules"),
            *("at_locations__schedules", "at_locations__areas", "at_locations__phones"),
            *("at_locations__location__languages", "provider__phones"),
        )

    def found(self, id: UUID) -> Service:
        """The service with this id. Raises NotFound."""
        try:
            return self.get(pk=id)
        except self.model.DoesNotExist:
            raise NotFound() from None

    def locked(self, id: UUID) -> Service:
        """The service, held until the transaction ends. Raises NotFound."""
        return self.select_for_update(of=("self",)).found(id)
