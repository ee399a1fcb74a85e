from datetime import UTC, datetime, time

from django.db import migrations


def keep_earlier_answers(apps, schema_editor):
    """Answers that were typed in while a referral had but one become answers like all others."""
    referrals = apps.get_model("cases", "InstitutionReferral").objects.exclude(answered_on=None)
    answers = apps.get_model("cases", "InstitutionAnswer")
    for referral in referrals.select_related("data_key").iterator():
        told = answers(
            referral=referral,
            data_key=referral.data_key,
            way="typed",
            standing="final",
            answered_on=referral.answered_on,
            arrived_at=datetime.combine(referral.answered_on, time(12), UTC),
        )
        # What was erased stays so.
        if referral.data_key.destroyed_at is None:
            told.text = referral.answer
            told.protocol_number = referral.protocol_number or None
        told.save(force_insert=True)


class Migration(migrations.Migration):
    dependencies = [
        ("cases", "0008_answers"),
    ]

    operations = [
        migrations.RunPython(keep_earlier_answers, migrations.RunPython.noop),
    ]
