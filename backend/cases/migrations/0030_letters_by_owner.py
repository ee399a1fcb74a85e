from django.db import migrations, models

from backend.common.migrating import AddIndexWhileServing


class Migration(migrations.Migration):
    atomic = False

    # After the filling: an index is built quicker than it is kept.
    dependencies = [("cases", "0029_fill_owners")]

    operations = [
        AddIndexWhileServing(
            model_name="institutionreferral",
            index=models.Index(
                fields=["owner", "sent_on"],
                include=("case", "institution", "state", "due_at", "answered_on"),
                name="referral_by_owner",
            ),
        ),
    ]
