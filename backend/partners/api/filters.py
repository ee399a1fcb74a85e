"""How lists of partners, members and programs are narrowed."""

from django.db.models import QuerySet
from django_filters import rest_framework as filters

from backend.common.filters import StrictFilterSet
from backend.partners.models import Membership, Partner
from backend.partners.roles import Role


class PartnerFilter(StrictFilterSet):
    country = filters.ChoiceFilter(choices=Partner.Country.choices)

    class Meta:
        model = Partner
        fields = ("country",)


class MembershipFilter(StrictFilterSet):
    role = filters.ChoiceFilter(choices=Role.choices)
    # Not a BooleanFilter: that one takes any other word for "no filter" and shows everything.
    running = filters.ChoiceFilter(
        choices=[("true", "still running"), ("false", "ended")],
        method="by_running",
        help_text="`true`: those who hold the role now; `false`: those who held it.",
    )

    class Meta:
        model = Membership
        fields = ("role",)

    def by_running(self, rows: QuerySet[Membership], name: str, value: str) -> QuerySet[Membership]:
        return rows.filter(ended_at__isnull=value == "true")
