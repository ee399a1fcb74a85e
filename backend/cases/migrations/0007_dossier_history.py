import django.db.models.deletion
from django.db import migrations, models

from backend.common.append_only import WordsNeverEdited


def point_to_what_is_frozen(apps, schema_editor):
    """Until now there was one dossier for a referral."""
    referrals = apps.get_model("cases", "InstitutionReferral")
    for dossier in apps.get_model("cases", "Dossier").objects.defer("letter", "content"):
        referrals.objects.filter(pk=dossier.referral_id).update(dossier=dossier)


class Migration(migrations.Migration):
    dependencies = [
        ("cases", "0006_dossiers"),
    ]

    operations = [
        migrations.AddField(
            model_name="institutionreferral",
            name="dossier",
            field=models.ForeignKey(
                null=True, on_delete=django.db.models.deletion.SET_NULL, related_name="+", to="cases.dossier"
            ),
        ),
        migrations.AlterField(
            model_name="dossier",
            name="referral",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.CASCADE,
                related_name="dossiers",
                to="cases.institutionreferral",
            ),
        ),
        migrations.RunPython(point_to_what_is_frozen, migrations.RunPython.noop),
        # SQLite forgot it when the table was rebuilt.
        WordsNeverEdited("cases_dossier"),
    ]
