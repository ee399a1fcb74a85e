"""Addresses of one's own account, partners, members and API clients."""

from typing import Any

from django.urls import path

from backend.partners.api.access_help import AccessHelpViewSet
from backend.partners.api.clients import ApiClientViewSet
from backend.partners.api.dead_jobs import DeadJobViewSet
from backend.partners.api.draft_key import DraftKeyViewSet
from backend.partners.api.invitations import InvitationViewSet
from backend.partners.api.me import MeViewSet
from backend.partners.api.members import MemberViewSet
from backend.partners.api.own_access import OwnPasswordViewSet, OwnSessionViewSet
from backend.partners.api.partners import PartnerViewSet
from backend.partners.api.people import PersonViewSet
from backend.partners.api.roles import RoleViewSet

# Which method is which verb; what stands in none of these tables does not exist.
_SHELF: dict[str, Any] = {"get": "list", "post": "create"}
_ITEM: dict[str, Any] = {"get": "retrieve"}
_CHANGEABLE: dict[str, Any] = {"get": "retrieve", "patch": "partial_update"}
_PARTNER = "partners/<slug:slug>/"
_INVITATION = f"{_PARTNER}invitations/<uuid:invitation_id>/"

urlpatterns = [
    path("me/", MeViewSet.as_view(_CHANGEABLE), name="me"),
    path("me/password/", OwnPasswordViewSet.as_view({"post": "change"}), name="me-password"),
    path("me/sessions/", OwnSessionViewSet.as_view(_ITEM), name="me-sessions"),
    path(
        "me/sessions/end_others/",
        OwnSessionViewSet.as_view({"post": "end_others"}),
        name="me-sessions-end-others",
    ),
    path(
        "me/sessions/<slug:session_id>/end/",
        OwnSessionViewSet.as_view({"post": "end"}),
        name="me-session-end",
    ),
    path("me/draft-key/", DraftKeyViewSet.as_view({"get": "retrieve"}), name="my-draft-key"),
    path("roles/", RoleViewSet.as_view(_ITEM), name="roles"),
    path("jobs/dead/", DeadJobViewSet.as_view({"get": "list"}), name="dead-jobs"),
    path("jobs/dead/retry_all/", DeadJobViewSet.as_view({"post": "retry_all"}), name="dead-jobs-retry-all"),
    path("jobs/dead/<uuid:job_id>/retry/", DeadJobViewSet.as_view({"post": "retry"}), name="dead-job-retry"),
    path("partners/", PartnerViewSet.as_view(_SHELF), name="partners"),
    path(_PARTNER, PartnerViewSet.as_view(_CHANGEABLE), name="partner"),
    path(f"{_PARTNER}members/", MemberViewSet.as_view(_SHELF), name="members"),
    path(f"{_PARTNER}members/<uuid:membership_id>/", MemberViewSet.as_view(_ITEM), name="member"),
    path(
        f"{_PARTNER}members/<uuid:membership_id>/end/",
        MemberViewSet.as_view({"post": "end"}),
        name="member-end",
    ),
    path(f"{_PARTNER}people/", PersonViewSet.as_view({"get": "list"}), name="people"),
    path(f"{_PARTNER}people/<uuid:user_id>/", PersonViewSet.as_view(_CHANGEABLE), name="person"),
    *(
        path(
            f"{_PARTNER}people/<uuid:user_id>/{verb}/",
            AccessHelpViewSet.as_view({"post": verb}),
            name=f"person-{verb.replace('_', '-')}",
        )
        for verb in ("end_sessions", "reset_second_factor", "password_link")
    ),
    path(f"{_PARTNER}invitations/", InvitationViewSet.as_view(_SHELF), name="invitations"),
    path(_INVITATION, InvitationViewSet.as_view(_ITEM), name="invitation"),
    *(
        path(f"{_INVITATION}{verb}/", InvitationViewSet.as_view({"post": verb}), name=f"invitation-{verb}")
        for verb in ("renew", "withdraw")
    ),
    path(f"{_PARTNER}clients/", ApiClientViewSet.as_view(_SHELF), name="clients"),
    path(f"{_PARTNER}clients/<slug:client_id>/", ApiClientViewSet.as_view(_CHANGEABLE), name="client"),
    path(
        f"{_PARTNER}clients/<slug:client_id>/end/",
        ApiClientViewSet.as_view({"post": "end"}),
        name="client-end",
    ),
]
