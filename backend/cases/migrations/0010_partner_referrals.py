import uuid

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

import backend.cases.models.codes
import backend.common.clock
import backend.keyring.fields


class Migration(migrations.Migration):
    dependencies = [
        ("cases", "0009_earlier_answers"),
        ("complaints", "0007_new_receipts"),
        ("directory", "0002_override_versions"),
        ("keyring", "0002_notice_keys"),
        ("partners", "0002_embedding"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="PartnerReferral",
            fields=[
                (
                    "id",
                    models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False),
                ),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("offered", "Offered"),
                            ("accepted", "Accepted"),
                            ("declined", "Declined"),
                            ("expired", "Expired"),
                            ("recalled", "Recalled"),
                            ("in_service", "In service"),
                            ("completed", "Completed"),
                            ("not_completed", "Not completed"),
                        ],
                        default="offered",
                        max_length=15,
                    ),
                ),
                ("need", models.CharField(max_length=60)),
                (
                    "language",
                    models.CharField(
                        choices=[
                            ("sq", "Shqip"),
                            ("sr-Latn", "Srpski"),
                            ("sr-Cyrl", "Српски"),
                            ("ka", "ქართული"),
                            ("en", "English"),
                        ],
                        max_length=7,
                    ),
                ),
                (
                    "urgency",
                    models.CharField(
                        choices=[
                            ("routine", "Within weeks"),
                            ("soon", "Within days"),
                            ("urgent", "Today or tomorrow"),
                        ],
                        default="routine",
                        max_length=10,
                    ),
                ),
                ("fields", backend.cases.models.codes.CodesField(max_length=200)),
                ("note", backend.keyring.fields.EncryptedTextField(blank=True, max_length=4000, null=True)),
                (
                    "override_reason",
                    backend.keyring.fields.EncryptedTextField(blank=True, max_length=2000, null=True),
                ),
                ("offered_at", models.DateTimeField(default=backend.common.clock.now)),
                ("expires_at", models.DateTimeField()),
                ("decided_at", models.DateTimeField(null=True)),
                (
                    "decline_reason",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("no_capacity", "No capacity at present"),
                            ("not_our_service", "Not something we do"),
                            ("outside_area", "Outside of our area"),
                            ("language", "We do not have this language"),
                            ("not_eligible", "The person is not among those whom we may serve"),
                            ("conflict_of_interest", "We have a conflict of interest"),
                            ("too_little_known", "Too little is known to decide"),
                            ("other", "Another reason, in words"),
                        ],
                        max_length=25,
                    ),
                ),
                (
                    "decline_words",
                    backend.keyring.fields.EncryptedTextField(blank=True, max_length=2000, null=True),
                ),
                ("started_at", models.DateTimeField(null=True)),
                ("ended_at", models.DateTimeField(null=True)),
                (
                    "service_outcome",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("given", "The service was given"),
                            ("partly_given", "The service was given in part"),
                            ("referred_on", "The person was taken to another service"),
                            ("not_reached", "The person could not be reached"),
                            ("did_not_come", "The person did not come"),
                            ("not_wanted", "The person did not want it any more"),
                            ("not_possible", "The service could not be given after all"),
                            ("other", "Another reason, in words"),
                        ],
                        max_length=15,
                    ),
                ),
                (
                    "outcome_words",
                    backend.keyring.fields.EncryptedTextField(blank=True, max_length=4000, null=True),
                ),
                ("version", models.PositiveIntegerField(default=1)),
            ],
            options={
                "ordering": ("offered_at", "id"),
                "default_permissions": (),
            },
        ),
        migrations.RemoveConstraint(
            model_name="caseshare",
            name="one_running_share",
        ),
        migrations.AddField(
            model_name="caseshare",
            name="ends_at",
            field=models.DateTimeField(null=True),
        ),
        migrations.AddField(
            model_name="caseshare",
            name="fields",
            field=backend.cases.models.codes.CodesField(max_length=200, null=True),
        ),
        migrations.AddField(
            model_name="transfer",
            name="data_key",
            field=models.ForeignKey(
                null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="keyring.datakey"
            ),
        ),
        migrations.AddField(
            model_name="transfer",
            name="decline_reason",
            field=models.CharField(
                choices=[
                    ("no_capacity", "No capacity at present"),
                    ("not_our_service", "Not something we do"),
                    ("outside_area", "Outside of our area"),
                    ("language", "We do not have this language"),
                    ("not_eligible", "The person is not among those whom we may serve"),
                    ("conflict_of_interest", "We have a conflict of interest"),
                    ("too_little_known", "Too little is known to decide"),
                    ("other", "Another reason, in words"),
                ],
                max_length=25,
                null=True,
            ),
        ),
        migrations.AddField(
            model_name="transfer",
            name="decline_words",
            field=backend.keyring.fields.EncryptedTextField(blank=True, max_length=2000, null=True),
        ),
        migrations.AddField(
            model_name="transfer",
            name="expires_at",
            field=models.DateTimeField(null=True),
        ),
        migrations.AlterField(
            model_name="transfer",
            name="state",
            field=models.CharField(
                choices=[
                    ("offered", "Offered"),
                    ("accepted", "Accepted"),
                    ("declined", "Declined"),
                    ("recalled", "Recalled"),
                    ("expired", "Expired"),
                ],
                default="offered",
                max_length=10,
            ),
        ),
        migrations.AddIndex(
            model_name="transfer",
            index=models.Index(
                condition=models.Q(("state", "offered")), fields=["expires_at"], name="transfer_expiry"
            ),
        ),
        migrations.AddField(
            model_name="partnerreferral",
            name="case",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.CASCADE, related_name="partner_referrals", to="cases.case"
            ),
        ),
        migrations.AddField(
            model_name="partnerreferral",
            name="consent",
            field=models.ForeignKey(
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="complaints.consent",
            ),
        ),
        migrations.AddField(
            model_name="partnerreferral",
            name="data_key",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT, related_name="+", to="keyring.datakey"
            ),
        ),
        migrations.AddField(
            model_name="partnerreferral",
            name="decided_by",
            field=models.ForeignKey(
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
            ),
        ),
        migrations.AddField(
            model_name="partnerreferral",
            name="from_partner",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT, related_name="+", to="partners.partner"
            ),
        ),
        migrations.AddField(
            model_name="partnerreferral",
            name="offered_by",
            field=models.ForeignKey(
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
            ),
        ),
        migrations.AddField(
            model_name="partnerreferral",
            name="override_by",
            field=models.ForeignKey(
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
            ),
        ),
        migrations.AddField(
            model_name="partnerreferral",
            name="place",
            field=models.ForeignKey(
                null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="directory.place"
            ),
        ),
        migrations.AddField(
            model_name="partnerreferral",
            name="to_partner",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT, related_name="+", to="partners.partner"
            ),
        ),
        migrations.AddField(
            model_name="caseshare",
            name="referral",
            field=models.ForeignKey(
                null=True,
                on_delete=django.db.models.deletion.CASCADE,
                related_name="shares",
                to="cases.partnerreferral",
            ),
        ),
        migrations.AddIndex(
            model_name="caseshare",
            index=models.Index(
                condition=models.Q(("ended_at__isnull", True), ("ends_at__isnull", False)),
                fields=["ends_at"],
                name="share_end",
            ),
        ),
        migrations.AddConstraint(
            model_name="caseshare",
            constraint=models.UniqueConstraint(
                condition=models.Q(("ended_at__isnull", True), ("referral__isnull", True)),
                fields=("case", "partner"),
                name="one_running_share",
            ),
        ),
        migrations.AddConstraint(
            model_name="caseshare",
            constraint=models.UniqueConstraint(
                condition=models.Q(("ended_at__isnull", True), ("referral__isnull", False)),
                fields=("referral",),
                name="one_running_share_a_referral",
            ),
        ),
        migrations.AddIndex(
            model_name="partnerreferral",
            index=models.Index(fields=["case", "offered_at", "id"], name="partner_referral_in_order"),
        ),
        migrations.AddIndex(
            model_name="partnerreferral",
            index=models.Index(fields=["to_partner", "-offered_at", "id"], name="partner_referral_inbox"),
        ),
        migrations.AddIndex(
            model_name="partnerreferral",
            index=models.Index(fields=["from_partner", "-offered_at", "id"], name="partner_referral_outbox"),
        ),
        migrations.AddIndex(
            model_name="partnerreferral",
            index=models.Index(
                condition=models.Q(("state", "offered")),
                fields=["expires_at"],
                name="partner_referral_expiry",
            ),
        ),
        migrations.AddConstraint(
            model_name="partnerreferral",
            constraint=models.CheckConstraint(
                condition=models.Q(("from_partner", models.F("to_partner")), _negated=True),
                name="referred_to_another_partner",
            ),
        ),
        migrations.AddConstraint(
            model_name="partnerreferral",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("state", "declined"), _negated=True),
                    models.Q(("decline_reason", ""), _negated=True),
                    _connector="OR",
                ),
                name="declined_for_a_reason",
            ),
        ),
        migrations.AddConstraint(
            model_name="partnerreferral",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("state__in", ["completed", "not_completed"]), _negated=True),
                    models.Q(("service_outcome", ""), _negated=True),
                    _connector="OR",
                ),
                name="service_ends_with_an_outcome",
            ),
        ),
        migrations.AddConstraint(
            model_name="partnerreferral",
            constraint=models.UniqueConstraint(
                condition=models.Q(("state__in", ["offered", "accepted", "in_service"])),
                fields=("case", "to_partner", "need"),
                name="one_referral_for_one_need",
            ),
        ),
    ]
