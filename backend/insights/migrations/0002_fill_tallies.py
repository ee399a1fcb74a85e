"""The sums of the cases that were there before, partner by partner.

The triggers stand by now and no statement runs without them, so that nothing between is lost. A partner's
writers wait while its own cases are counted: some seconds for 200 000. What was interrupted is run again.
"""

from django.db import migrations


def fill(apps, schema_editor):
    if schema_editor.connection.vendor != "postgresql":
        return
    with schema_editor.connection.cursor() as cursor:
        for partner in apps.get_model("partners", "Partner").objects.values_list("pk", flat=True):
            cursor.execute("SELECT dosja_tally_mend(%s)", [partner])


class Migration(migrations.Migration):
    atomic = False

    dependencies = [("insights", "0001_tallies")]

    operations = [migrations.RunPython(fill, migrations.RunPython.noop)]
