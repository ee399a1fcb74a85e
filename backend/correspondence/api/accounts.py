"""A partner's mail account, for those who keep the partner."""

from typing import Any

from django.core.validators import RegexValidator
from drf_spectacular.utils import extend_schema, extend_schema_field
from rest_framework import serializers
from rest_framework.request import Request
from rest_framework.response import Response

from backend.common.api import IF_MATCH, VERSION, StrictSerializer, etag, expected_version, validated
from backend.common.problems import problems
from backend.correspondence.models import MailAccount
from backend.correspondence.models.mail import LONGEST_HOST, LONGEST_PASSWORD
from backend.correspondence.services import accounts
from backend.correspondence.services.accounts import Check
from backend.correspondence.stages import AccountProblem, Protection
from backend.partners.api.rooms import PartnerRoomViewSet

# A name or an address of a machine. Which of them may be reached is decided when it is.
_NAME = r"[A-Za-z0-9](?:[A-Za-z0-9.-]*[A-Za-z0-9])?|[0-9A-Fa-f:.]*:[0-9A-Fa-f:.]*"
_HOST = RegexValidator(rf"^(?:{_NAME})\Z")
_HOST_OR_NONE = RegexValidator(rf"^(?:{_NAME})?\Z")
_ONE_LINE = RegexValidator(r"^[^\x00-\x1f\x7f\x85\u2028\u2029]*\Z")


class MailAccountSerializer(serializers.Serializer[MailAccount]):
    """The account without its passwords."""

    address = serializers.EmailField()
    sender_name = serializers.CharField()
    smtp_host = serializers.CharField()
    smtp_port = serializers.IntegerField()
    smtp_protection = serializers.ChoiceField(choices=Protection.choices)
    smtp_user = serializers.CharField()
    smtp_password_is_set = serializers.BooleanField()
    imap_host = serializers.CharField(help_text="Empty: answers are not looked for in the mailbox.")
    imap_port = serializers.IntegerField()
    imap_protection = serializers.ChoiceField(choices=Protection.choices)
    imap_user = serializers.CharField()
    imap_password_is_set = serializers.BooleanField()
    imap_folder = serializers.CharField()
    takes_tags = serializers.BooleanField(help_text="Mail to `name+tag@domain` arrives.")
    is_on = serializers.BooleanField()
    checked_at = serializers.DateTimeField(allow_null=True)
    last_problem = serializers.SerializerMethodField(help_text="What was found last; null: nothing.")
    version = serializers.IntegerField()

    @extend_schema_field(serializers.ChoiceField(choices=AccountProblem.choices, allow_null=True))
    def get_last_problem(self, account: MailAccount) -> str | None:
        return account.last_problem or None


class NewMailAccount(StrictSerializer):
    """The account as it shall be. A password that is not sent stays as it was; null takes it away."""

    address = serializers.EmailField(max_length=254, help_text="Letters come from it, and a copy goes to it.")
    sender_name = serializers.CharField(
        max_length=150, allow_blank=True, required=False, default="", validators=[_ONE_LINE]
    )
    smtp_host = serializers.CharField(max_length=LONGEST_HOST, validators=[_HOST])
    smtp_port = serializers.IntegerField(min_value=1, max_value=65_535)
    smtp_protection = serializers.ChoiceField(
        choices=Protection.choices, help_text="`none` only for a server on this machine."
    )
    smtp_user = serializers.CharField(max_length=254, allow_blank=True, required=False, default="")
    smtp_password = serializers.CharField(
        max_length=LONGEST_PASSWORD, allow_null=True, required=False, trim_whitespace=False
    )
    imap_host = serializers.CharField(
        max_length=LONGEST_HOST, allow_blank=True, required=False, default="", validators=[_HOST_OR_NONE]
    )
    imap_port = serializers.IntegerField(min_value=1, max_value=65_535, required=False, default=993)
    imap_protection = serializers.ChoiceField(
        choices=Protection.choices, required=False, default=Protection.TLS
    )
    imap_user = serializers.CharField(max_length=254, allow_blank=True, required=False, default="")
    imap_password = serializers.CharField(
        max_length=LONGEST_PASSWORD, allow_null=True, required=False, trim_whitespace=False
    )
    imap_folder = serializers.CharField(
        max_length=200, required=False, default="INBOX", validators=[_ONE_LINE]
    )
    takes_tags = serializers.BooleanField(required=False, default=False)
    is_on = serializers.BooleanField(required=False, default=True)


class SideSerializer(serializers.Serializer[Any]):
    """How signing in went."""

    works = serializers.BooleanField()
    problem = serializers.ChoiceField(choices=AccountProblem.choices, allow_null=True)
    message = serializers.CharField(allow_null=True, help_text="The problem in your language.")


class CheckSerializer(serializers.Serializer[Any]):
    """What a check found."""

    smtp = SideSerializer()
    imap = SideSerializer(allow_null=True, help_text="null: no mailbox is read.")


class MailAccountViewSet(PartnerRoomViewSet):
    """The account through which the partner's letters leave."""

    queryset, serializer_class = MailAccount.objects.none(), MailAccountSerializer
    pagination_class: Any = None

    @extend_schema(
        operation_id="partners_mail_account_retrieve",
        parameters=[VERSION],
        responses={200: MailAccountSerializer, **problems(401, 404, 406)},
    )
    def retrieve(self, request: Request, slug: str) -> Response:
        """The account; its passwords are in no answer."""
        return self._answer(accounts.managed_account(slug, actor=self.actor))

    @extend_schema(
        operation_id="partners_mail_account_update",
        parameters=[IF_MATCH, VERSION],
        request=NewMailAccount,
        responses={200: MailAccountSerializer, **problems(400, 401, 403, 404, 406, 412, 413, 415, 428)},
    )
    def update(self, request: Request, slug: str) -> Response:
        """Write it down or change it. For the first one, send If-Match `*` or `"0"`."""
        facts = validated(NewMailAccount, request)
        written = accounts.write_account(
            slug, facts=facts, expected=expected_version(request), actor=self.actor
        )
        return self._answer(written)

    @extend_schema(
        operation_id="partners_mail_account_destroy",
        parameters=[IF_MATCH],
        responses={204: None, **problems(400, 401, 403, 404, 406, 409, 412, 428)},
    )
    def destroy(self, request: Request, slug: str) -> Response:
        """Take it away, with its passwords."""
        accounts.drop_account(slug, expected=expected_version(request), actor=self.actor)
        return Response(status=204)

    @extend_schema(
        operation_id="partners_mail_account_check",
        request=None,
        responses={200: CheckSerializer, **problems(401, 403, 404, 406, 429)},
    )
    def check(self, request: Request, slug: str) -> Response:
        """Sign in now, and say what fails. It may take half a minute."""
        found = accounts.check_account(slug, actor=self.actor)
        return Response(CheckSerializer(_shown(found)).data)

    def _answer(self, account: MailAccount) -> Response:
        shown = MailAccountSerializer(account).data
        return Response(shown, headers={"ETag": etag(account.version)})


def _shown(check: Check) -> dict[str, Any]:
    return {"smtp": _side(check.smtp), "imap": _side(check.imap) if check.reads_mail else None}


def _side(problem: AccountProblem | None) -> dict[str, Any]:
    return {"works": problem is None, "problem": problem, "message": problem.label if problem else None}
