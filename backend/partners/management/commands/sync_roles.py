"""`manage.py sync_roles`: carries a change of the role table to the partners that there are already."""

from typing import Any

from django.core.management.base import BaseCommand

from backend.partners.models import Partner
from backend.partners.services import sync_role_groups


class Command(BaseCommand):
    """Runs after every update of the software; the second run changes nothing."""

    help = "Bring every partner's role groups and permissions in line with the role table."

    def handle(self, *args: Any, **options: Any) -> None:
        for partner in Partner.objects.order_by("slug").iterator():
            report = sync_role_groups(partner)
            if report.changed:
                self.stdout.write(
                    f"{partner.slug}: {report.grants_added} grants added, {report.grants_removed} removed, "
                    f"{report.people_moved} places in groups put right"
                )
        self.stdout.write(self.style.SUCCESS("Every partner's roles say what the role table says."))
