"""Work that comes back on the floor of the cases."""

from uuid import UUID

from backend.cases.services import case_files, exports, leaving, mailing, presence, windows
from backend.cases.services.digests import digests_to_send, send_digest
from backend.cases.services.expiry import end_what_is_over
from backend.cases.services.recomputing import recompute_clocks
from backend.cases.services.reconciliation import check_access
from backend.cases.services.steps import close_settled
from backend.cases.services.task_watch import follow_days, follow_events, look_at_everything
from backend.cases.services.ties import reseal_ties
from backend.jobs import schedule
from backend.jobs.task import task
from backend.keyring.services.rotation import RESEALERS
from backend.partners.actors import Actor

RESEALERS["names of people close to colleagues"] = reseal_ties


@schedule.daily("01:10")
@task
def close_settled_cases() -> None:
    """File away what was resolved long enough ago."""
    # A batch at a time: one transaction must not hold a year's cases.
    while close_settled(actor=Actor.system()):
        pass


@schedule.every(minutes=5)
@task
def follow_the_calendar() -> int:
    """Move due dates when a holiday, a decree or a term was corrected. The directory knows no cases, so this
    floor looks for clocks that rest on older knowledge."""
    actor = Actor.system()
    return recompute_clocks(actor=actor) + windows.follow_calendar(actor=actor)


@schedule.daily("02:40")
@task
def repair_case_access() -> int:
    """Put right what lists and search read, should it differ; the audit log says which cases."""
    return len(check_access(repair=True, actor=Actor.system()))


@schedule.every(minutes=1)
@task
def keep_work_lists() -> int:
    """Make and drop tasks where something happened to a case, or where a new day has begun."""
    return follow_events() + follow_days()


@schedule.every(days=7)
@task
def look_at_every_work_list() -> int:
    """What should ever have been missed is found here."""
    return look_at_everything()


@schedule.every(minutes=5)
@task
def look_for_digests() -> None:
    """Find whose hour has come; each in a job of its own, so that one refusal delays nobody."""
    for user_id in digests_to_send():
        send_digest_to.using(unique_key=f"digest:{user_id}").enqueue(str(user_id))


@task(max_attempts=5)
def send_digest_to(user_id: str) -> None:
    """Send one digest, at most once a day."""
    send_digest(UUID(user_id))


@schedule.every(minutes=5)
@task
def end_offers_and_shares() -> int:
    """End offers that nobody answered in time, and shares whose last day has passed."""
    return end_what_is_over(actor=Actor.system())


@schedule.every(minutes=1)
@task
def forget_presence() -> None:
    """Who had a case open a minute ago is in no table, also where nobody opens another one."""
    presence.forget()


@task
def post_letter(delivery_id: str) -> None:
    """Hand a letter to the partner's mail server."""
    mailing.post(UUID(delivery_id))


@schedule.every(minutes=1)
@task
def take_up_letters() -> int:
    """Letters whose fate was found out otherwise, and those whose worker or job got lost."""
    return mailing.take_up()


@schedule.every(minutes=10)
@task(max_attempts=3)
def release_forgotten_work() -> None:
    """Nothing stays with somebody who has no role there any more."""
    leaving.release_forgotten_work()


@task(max_attempts=3)
def make_case_file(case_file_id: str) -> None:
    """Put a case together as one file, for the person who asked for it."""
    case_files.make_case_file(UUID(case_file_id))


@task(max_attempts=3)
def make_export(export_id: str) -> None:
    """Write a list of cases as a file, for whoever asked for it."""
    exports.make_export(UUID(export_id))


@schedule.every(minutes=10)
@task
def clear_case_files() -> int:
    """Destroy case files and exports that nobody took in time."""
    return case_files.clear_case_files() + exports.clear_exports()
