"""The index of counts that the one with what the second lock looks at replaces."""

from django.db import migrations


class Migration(migrations.Migration):
    dependencies = [("cases", "0031_counted_under_the_lock")]

    operations = [migrations.RemoveIndex(model_name="case", name="case_counts")]
