from django.db import migrations, models

from backend.common.migrating import AddIndexWhileServing


class Migration(migrations.Migration):
    atomic = False

    # Filled first: an index is built quicker than it is kept.
    dependencies = [("complaints", "0009_satisfaction_owner"), ("cases", "0029_fill_owners")]

    operations = [
        AddIndexWhileServing(
            model_name="satisfaction",
            index=models.Index(
                fields=["owner", "given_at"],
                include=("complaint", "outcome", "process", "felt_safe", "would_use_again"),
                name="satisfaction_by_owner",
            ),
        ),
    ]
