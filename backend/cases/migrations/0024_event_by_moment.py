from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("cases", "0023_case_files")]

    operations = [
        migrations.AddIndex("caseevent", models.Index(fields=["at"], name="event_by_moment")),
    ]
