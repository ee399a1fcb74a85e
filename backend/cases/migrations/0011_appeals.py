import uuid

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

import backend.common.clock
import backend.keyring.fields


class Migration(migrations.Migration):
    dependencies = [
        ("cases", "0010_partner_referrals"),
        ("complaints", "0007_new_receipts"),
        ("directory", "0002_override_versions"),
        ("keyring", "0002_notice_keys"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="Clarification",
            fields=[
                (
                    "id",
                    models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False),
                ),
                ("asked_on", models.DateField()),
                ("question", backend.keyring.fields.EncryptedTextField(max_length=10000)),
                ("given_on", models.DateField(null=True)),
                ("reply", backend.keyring.fields.EncryptedTextField(blank=True, max_length=10000, null=True)),
                ("created_at", models.DateTimeField(default=backend.common.clock.now)),
            ],
            options={
                "ordering": ("asked_on", "created_at", "id"),
                "default_permissions": (),
            },
        ),
        migrations.AddField(
            model_name="institutionreferral",
            name="annex",
            field=backend.keyring.fields.EncryptedJSONField(blank=True, max_length=60000, null=True),
        ),
        migrations.AddField(
            model_name="institutionreferral",
            name="appeal_basis",
            field=models.CharField(blank=True, max_length=140),
        ),
        migrations.AddField(
            model_name="institutionreferral",
            name="appeal_explanation",
            field=models.JSONField(null=True),
        ),
        migrations.AddField(
            model_name="institutionreferral",
            name="appeal_until",
            field=models.DateField(null=True),
        ),
        migrations.AddField(
            model_name="institutionreferral",
            name="appeals",
            field=models.ForeignKey(
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="appealed_by",
                to="cases.institutionreferral",
            ),
        ),
        migrations.AddField(
            model_name="institutionreferral",
            name="counted_from",
            field=models.DateField(null=True),
        ),
        migrations.AddField(
            model_name="institutionreferral",
            name="findings_seen",
            field=models.CharField(blank=True, max_length=64),
        ),
        migrations.AddField(
            model_name="institutionreferral",
            name="late_reason",
            field=backend.keyring.fields.EncryptedTextField(blank=True, max_length=2000, null=True),
        ),
        migrations.AlterField(
            model_name="institutionreferral",
            name="assessment",
            field=models.CharField(
                blank=True,
                choices=[
                    ("full", "Answers in full"),
                    ("partial", "Answers in part"),
                    ("refused", "Refuses"),
                    ("non_answer", "Is no answer"),
                    ("deemed_refused", "No answer, which counts as a refusal"),
                    ("deemed_granted", "No answer, which counts as an approval"),
                ],
                max_length=20,
            ),
        ),
        migrations.AddIndex(
            model_name="institutionreferral",
            index=models.Index(
                condition=models.Q(("appeal_until__isnull", False)),
                fields=["appeal_until"],
                name="referral_appeal_until",
            ),
        ),
        migrations.AddField(
            model_name="clarification",
            name="data_key",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT, related_name="+", to="keyring.datakey"
            ),
        ),
        migrations.AddField(
            model_name="clarification",
            name="referral",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.CASCADE,
                related_name="clarifications",
                to="cases.institutionreferral",
            ),
        ),
        migrations.AddConstraint(
            model_name="clarification",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("given_on__isnull", True), ("given_on__gte", models.F("asked_on")), _connector="OR"
                ),
                name="clarification_is_forward",
            ),
        ),
    ]
