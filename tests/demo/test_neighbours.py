"""Between partners of the demonstration people are helped, at every point of a referral's life."""

from datetime import date

from backend.cases.models import CaseShare, PartnerReferral
from backend.cases.partner_stages import OPENS
from backend.demo import playback
from backend.demo.extras import with_extras
from backend.demo.founding import found
from backend.demo.neighbours import with_help
from backend.demo.plan import make_plan
from backend.demo.texts import network

TODAY = date(2026, 3, 18)


def test_people_are_referred_from_partner_to_partner(directory: None) -> None:
    stories = with_help(with_extras(make_plan(TODAY)))
    helped = [story for story in stories if any(act.what == "refer_to_partner" for act in story.acts)]
    last = max(act.at for story in helped for act in story.acts)
    assert last.date() < TODAY
    playback.play(helped, found(network()).world)
    states = sorted(PartnerReferral.objects.values_list("state", flat=True))
    assert states == ["accepted", "completed", "declined", "in_service", "not_completed", "offered"]
    running = CaseShare.objects.filter(ended_at=None)
    assert all(share.referral and share.referral.state in OPENS for share in running)
    assert running.count() == 2
