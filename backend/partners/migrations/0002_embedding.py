from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("partners", "0001_initial")]

    operations = [
        migrations.AddField(
            model_name="partner",
            name="embedding_origins",
            field=models.JSONField(blank=True, default=list),
        ),
    ]
