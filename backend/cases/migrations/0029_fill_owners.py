"""Whose the letters and ratings are that were there before, some thousand at a time.

The triggers stand by now: any writing of a row fills it. What was interrupted is run again.
"""

from django.db import migrations

_AT_ONCE = 2_000


def fill(apps, schema_editor):
    if schema_editor.connection.vendor != "postgresql":
        return
    for app, name in (("cases", "InstitutionReferral"), ("complaints", "Satisfaction")):
        rows, last = apps.get_model(app, name).objects.filter(owner=None).order_by("pk"), None
        while some := list(
            (rows.filter(pk__gt=last) if last else rows).values_list("pk", flat=True)[:_AT_ONCE]
        ):
            rows.filter(pk__in=some).order_by().update(owner=None)
            last = some[-1]


class Migration(migrations.Migration):
    atomic = False

    dependencies = [("cases", "0028_owner_triggers")]

    operations = [migrations.RunPython(fill, migrations.RunPython.noop)]
