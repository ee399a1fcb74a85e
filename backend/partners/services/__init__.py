"""Everything that changes partners, their people and their programs."""

from backend.partners.services.access_help import (
    end_sessions_of_member,
    forget_old_help,
    make_password_link,
    reset_second_factor,
)
from backend.partners.services.accounts import change_own_language, create_platform_administrator
from backend.partners.services.clients import NewApiClient, create_api_client, end_api_client, oauth_client
from backend.partners.services.dead_jobs import retry_all_given_up, retry_given_up
from backend.partners.services.groups import SyncReport, sync_role_groups
from backend.partners.services.invitations import (
    accept_signed_in,
    accept_with_password,
    forget_old_invitations,
    invitation_behind,
    invite,
    link_for_mail,
    note_mail,
    renew_invitation,
    withdraw_invitation,
)
from backend.partners.services.members import (
    add_member,
    change_roles,
    end_all_roles,
    end_membership,
    held_person,
    people_of,
    version_of,
)
from backend.partners.services.partners import PartnerChanges, change_partner, create_partner
from backend.partners.services.password_links import ask_for_link, choose_password, link_is_open
from backend.partners.services.passwords import change_own_password
from backend.partners.services.second_factors import (
    keeps_second_factor,
    note_second_factor,
    reseal_second_factors,
)
from backend.partners.services.sessions import end_own_sessions, end_sessions_of, own_sessions
from backend.partners.services.upkeep import purge_expired_access

__all__ = [
    "NewApiClient",
    "PartnerChanges",
    "SyncReport",
    "accept_signed_in",
    "accept_with_password",
    "add_member",
    "ask_for_link",
    "change_own_language",
    "change_own_password",
    "change_partner",
    "change_roles",
    "choose_password",
    "create_api_client",
    "create_partner",
    "create_platform_administrator",
    "end_all_roles",
    "end_api_client",
    "end_membership",
    "end_own_sessions",
    "end_sessions_of",
    "end_sessions_of_member",
    "forget_old_help",
    "forget_old_invitations",
    "held_person",
    "invitation_behind",
    "invite",
    "keeps_second_factor",
    "link_for_mail",
    "link_is_open",
    "make_password_link",
    "note_mail",
    "note_second_factor",
    "oauth_client",
    "own_sessions",
    "people_of",
    "purge_expired_access",
    "renew_invitation",
    "reseal_second_factors",
    "reset_second_factor",
    "retry_all_given_up",
    "retry_given_up",
    "sync_role_groups",
    "version_of",
    "withdraw_invitation",
]
