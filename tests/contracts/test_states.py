"""The table of states is what the documentation prints, and every row of it works and none other."""

from pathlib import Path

import pytest
from django.conf import settings

from backend.cases.management.commands.describe_states import page
from backend.cases.partner_stages import (
    OPENS,
    PARTNER_REFERRAL_TABLE,
    UNDER_WAY,
    PartnerReferralState,
    PartnerReferralVerb,
)
from backend.cases.services import guards
from backend.cases.stages import (
    BY_RECEIPT,
    CASE_TABLE,
    DELIVERY_TABLE,
    REFERRAL_TABLE,
    DeliveryState,
    DeliveryVerb,
    Guard,
    ReferralState,
    ReferralVerb,
    State,
    Verb,
    find,
)
from backend.partners.roles import PERMISSIONS


def test_the_documentation_prints_the_table_that_is_at_work() -> None:
    printed = Path(settings.BASE_DIR, "docs/states.md").read_text(encoding="utf-8")
    assert printed == page(), "run: manage.py describe_states > docs/states.md"


@pytest.mark.parametrize(
    ("table", "states", "verbs"),
    [
        (CASE_TABLE, State, Verb),
        (REFERRAL_TABLE, ReferralState, ReferralVerb),
        (PARTNER_REFERRAL_TABLE, PartnerReferralState, PartnerReferralVerb),
        (DELIVERY_TABLE, DeliveryState, DeliveryVerb),
    ],
)
def test_every_verb_has_a_row_and_no_state_has_two_ways_for_one_verb(table, states, verbs) -> None:
    assert {row.verb for row in table} == set(verbs)
    for state in states:
        for verb in set(verbs) - {Verb.UNDO_MERGE}:
            assert sum(state in row.sources and row.verb == verb for row in table) <= 1


def test_an_undone_merge_leads_back_to_wherever_a_merge_came_from_and_has_one_way_to_each() -> None:
    merged = find(CASE_TABLE, State.OPEN, Verb.MARK_DUPLICATE)
    back = [row for row in CASE_TABLE if row.verb == Verb.UNDO_MERGE]
    assert merged is not None
    assert sorted(row.target for row in back) == sorted(merged.sources)
    assert {row.sources for row in back} == {frozenset({merged.target})}


def test_every_permission_and_guard_of_the_table_exists() -> None:
    rows = (*CASE_TABLE, *REFERRAL_TABLE, *PARTNER_REFERRAL_TABLE)
    assert {row.permission for row in rows} <= {*PERMISSIONS, BY_RECEIPT}
    assert {guard for row in CASE_TABLE for guard in row.guards} <= set(guards.ON_CASE)
    assert {guard for row in REFERRAL_TABLE for guard in row.guards} <= set(guards.ON_REFERRAL)
    assert set(guards.ON_CASE) | set(guards.ON_REFERRAL) == set(Guard)


def test_an_ended_referral_goes_nowhere() -> None:
    for state in (ReferralState.CLOSED, ReferralState.CANCELLED, ReferralState.REDIRECTED):
        rows = (find(REFERRAL_TABLE, state, verb) for verb in ReferralVerb)
        # An appeal against it is another referral.
        assert {row.target for row in rows if row} <= {state}


def test_an_ended_referral_to_a_partner_goes_nowhere_and_one_under_way_can_be_recalled() -> None:
    for state in PartnerReferralState:
        verbs = {
            verb for verb in PartnerReferralVerb if find(PARTNER_REFERRAL_TABLE, state, verb) is not None
        }
        assert bool(verbs) == (state in UNDER_WAY)
        assert (PartnerReferralVerb.RECALL in verbs) == (state in UNDER_WAY)
    assert set(OPENS) < set(UNDER_WAY)
