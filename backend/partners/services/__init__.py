"""Everything that changes partners, their people and their programs."""

from backend.partners.services.accounts import change_own_language, create_platform_administrator
from backend.partners.services.clients import NewApiClient, create_api_client, end_api_client, oauth_client
from backend.partners.services.dead_jobs import retry_all_given_up, retry_given_up
from backend.partners.services.groups import SyncReport, sync_role_groups
from backend.partners.services.members import add_member, end_membership
from backend.partners.services.partners import PartnerChanges, change_partner, create_partner
from backend.partners.services.upkeep import purge_expired_access

__all__ = [
    "NewApiClient",
    "PartnerChanges",
    "SyncReport",
    "add_member",
    "change_own_language",
    "change_partner",
    "create_api_client",
    "create_partner",
    "create_platform_administrator",
    "end_api_client",
    "end_membership",
    "oauth_client",
    "purge_expired_access",
    "retry_all_given_up",
    "retry_given_up",
    "sync_role_groups",
]
