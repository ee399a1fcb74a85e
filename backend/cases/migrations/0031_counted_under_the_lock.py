from django.db import migrations, models

from backend.common.migrating import AddIndexWhileServing


class Migration(migrations.Migration):
    atomic = False

    dependencies = [("cases", "0030_letters_by_owner")]

    operations = [
        AddIndexWhileServing(
            model_name="case",
            index=models.Index(
                condition=models.Q(("restricted", False)),
                fields=["owner"],
                include=(
                    *("id", "state", "kind", "severity", "category", "institution", "place", "assignee"),
                    *("due_at", "complaint", "transferred_to"),
                ),
                name="case_counted",
            ),
        ),
        AddIndexWhileServing(
            model_name="case",
            index=models.Index(
                "owner",
                "resolved_at",
                condition=models.Q(("resolved_at__isnull", False)),
                name="case_resolved",
            ),
        ),
    ]
