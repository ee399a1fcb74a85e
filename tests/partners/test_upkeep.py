"""What has run out is forgotten, what still holds is kept."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from allauth.idp.oidc.models import Token
from django.contrib.sessions.models import Session

from backend.common import clock
from backend.jobs import schedule
from backend.partners import services, tasks
from backend.partners.models import Partner, User
from tests.calling import Caller
from tests.factories.partners import access_token, api_client

pytestmark = pytest.mark.django_db


def test_expired_tokens_and_sessions_are_deleted_and_the_others_stay(
    api: Callable[[User], Caller], arta: User, partner_a: Partner, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(services.upkeep, "_BATCH", 2)
    client_id = api_client(partner_a).client_id
    for seconds in (-1, -1, -1, 3600):
        access_token(client_id, seconds=seconds)
    caller = api(arta)
    Session.objects.create(session_key="x" * 32, session_data="", expire_date=clock.now() - timedelta(days=1))
    assert services.purge_expired_access() == 4
    assert Token.objects.count() == 1
    assert caller.get("/me/").status_code == 200


def test_it_is_done_every_hour(run_jobs: Any, partner_a: Partner) -> None:
    assert "backend.partners.tasks.purge_expired_access" in schedule.registered()
    access_token(api_client(partner_a).client_id, seconds=-1)
    tasks.purge_expired_access.enqueue()
    run_jobs()
    assert not Token.objects.exists()
