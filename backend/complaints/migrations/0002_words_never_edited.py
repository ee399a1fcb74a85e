from django.db import migrations

from backend.common.append_only import WordsNeverEdited

MESSAGE = ("complaint_id", "data_key_id", "sender", "author_id", "text_sealed", "sent_at")
CONSENT = (
    "complaint_id",
    "purpose",
    "institution_id",
    "partner_id",
    "text_version",
    "language",
    "manner",
    "given_at",
)


class Migration(migrations.Migration):
    dependencies = [("complaints", "0001_initial")]
    operations = [
        WordsNeverEdited("complaints_complaint"),
        WordsNeverEdited("complaints_message", MESSAGE),
        WordsNeverEdited("complaints_consent", CONSENT),
    ]
