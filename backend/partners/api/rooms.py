"""What hangs under a partner and opens only to those who keep it."""

from typing import Any

from rest_framework.request import Request

from backend.common.pagination import KeysetPagination
from backend.partners.api.base import ApiViewSet
from backend.partners.models import Partner


class ByStart(KeysetPagination):
    """Oldest first; the key makes the order total."""

    ordering = ("started_at", "pk")


class PartnerRoomViewSet(ApiViewSet):
    """For everybody else the address does not exist, whatever the body says."""

    pagination_class = ByStart

    def initial(self, request: Request, *args: Any, **kwargs: Any) -> None:
        super().initial(request, *args, **kwargs)
        # Also before a repeated request gets its first answer again: the caller may have lost the partner.
        Partner.objects.managed_by(self.actor).found(kwargs["slug"])
