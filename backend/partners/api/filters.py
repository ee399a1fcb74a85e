"""How lists of partners, members and programs are narrowed."""

from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _
from django_filters import rest_framework as filters
from rest_framework.exceptions import ErrorDetail, ValidationError

from backend.partners.models import Membership, Partner
from backend.partners.roles import Role

_PAGING = {"cursor", "page_size"}


class StrictFilterSet(filters.FilterSet):
    """A parameter that does nothing is refused: a typing mistake would show everything instead of a part."""

    def filter_queryset(self, queryset):
        if unknown := sorted(self.data.keys() - self.base_filters.keys() - _PAGING):
            raise ValidationError(
                {name[:60]: [ErrorDetail(_("Unknown."), "unknown_parameter")] for name in unknown}
            )
        return super().filter_queryset(queryset)


class PartnerFilter(StrictFilterSet):
    country = filters.ChoiceFilter(choices=Partner.Country.choices)

    class Meta:
        model = Partner
        fields = ("country",)


class MembershipFilter(StrictFilterSet):
    role = filters.ChoiceFilter(choices=Role.choices)
    running = filters.BooleanFilter(method="by_running", label="true: still running; false: ended.")

    class Meta:
        model = Membership
        fields = ("role",)

    def by_running(self, rows: QuerySet[Membership], name: str, value: bool) -> QuerySet[Membership]:
        return rows.filter(ended_at__isnull=value)
