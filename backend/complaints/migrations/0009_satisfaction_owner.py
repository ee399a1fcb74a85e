"""A rating says whose case it is about: numbers and the second lock read it there (ADR 53)."""

import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("complaints", "0008_institution_files"),
        ("partners", "0006_publish_permission"),
    ]

    operations = [
        migrations.AddField(
            model_name="satisfaction",
            name="owner",
            field=models.ForeignKey(
                db_index=False,
                editable=False,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="partners.partner",
            ),
        ),
    ]
