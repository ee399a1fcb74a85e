"""Rows of exceptions know the owner of their case: lists are narrowed by it."""

from django.db import migrations, models
from django.db.models import OuterRef, Subquery


def copy_owners(apps, schema_editor):
    access, case = apps.get_model("cases", "CaseAccess"), apps.get_model("cases", "Case")
    owner = case.objects.filter(pk=OuterRef("case_id")).values("owner_id")[:1]
    access.objects.update(owner_id=Subquery(owner))


class Migration(migrations.Migration):
    dependencies = [("cases", "0001_initial")]

    operations = [
        migrations.RemoveIndex(model_name="caseaccess", name="access_page"),
        migrations.AddField(
            model_name="caseaccess",
            name="owner_id",
            field=models.UUIDField(null=True),
            preserve_default=False,
        ),
        migrations.RunPython(copy_owners, migrations.RunPython.noop),
        migrations.AlterField(model_name="caseaccess", name="owner_id", field=models.UUIDField()),
        migrations.AddIndex(
            model_name="caseaccess",
            index=models.Index(
                fields=["principal", "-opened_at", "-case"],
                include=(
                    "by_name",
                    "owner_id",
                    "state",
                    "kind",
                    "severity",
                    "category_id",
                    "institution_id",
                    "place_id",
                    "assignee_id",
                    "due_at",
                ),
                name="access_page",
            ),
        ),
    ]
