"""How members of staff come in: accounts are made by an administrator, never by signing up."""

from allauth.account.adapter import DefaultAccountAdapter
from django.http import HttpRequest


class AccountAdapter(DefaultAccountAdapter):
    """allauth's decisions that differ here."""

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        return False
