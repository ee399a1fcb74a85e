from django.db import migrations, models

from backend.common.append_only import SetOnce, WordsNeverEdited

MESSAGE = ("complaint_id", "data_key_id", "sender", "author_id", "text_sealed", "asks", "sent_at")


class Migration(migrations.Migration):
    dependencies = [("complaints", "0003_form")]
    operations = [
        migrations.AddField("message", "asks", models.BooleanField(default=False)),
        migrations.AddField("message", "read_at", models.DateTimeField(blank=True, null=True)),
        migrations.AddField("message", "ended_at", models.DateTimeField(blank=True, null=True)),
        migrations.AddConstraint(
            "message",
            models.CheckConstraint(
                condition=models.Q(("asks", False), ("sender", "partner"), _connector="OR"),
                name="only_the_partner_asks",
            ),
        ),
        migrations.AddConstraint(
            "message",
            models.CheckConstraint(
                condition=models.Q(("ended_at__isnull", True), ("asks", True), _connector="OR"),
                name="only_a_question_ends",
            ),
        ),
        # Adding columns and constraints made SQLite build the table anew, without its triggers.
        WordsNeverEdited("complaints_message", MESSAGE),
        SetOnce("complaints_message", ("read_at", "ended_at")),
    ]
