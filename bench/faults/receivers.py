"""The programs that listen go away under load and come back: a partner's webhook receiver, and ClamAV.

Hours of waiting are left out: when both are back, what waits for its next try is told that its time has come.
"""

import json
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from bench.faults.scene import Place, Scene, Stage
from tests.files.fake_clamd import FakeClamd
from tests.mailserver.certificates import certificates
from tests.webhooks.receiver import Receiver

_TIME_HAS_COME = (
    "UPDATE webhooks_webhookdelivery SET next_try_at = now() WHERE state = 'waiting'",
    "UPDATE webhooks_webhookendpoint SET rests_until = NULL",
    "UPDATE jobs_job SET run_after = now() WHERE state = 'ready'",
    # A file counts as late a while after it came.
    "UPDATE files_storedfile SET created_at = now() - interval '1 hour'"
    " WHERE scan = 'pending' AND created_at > now() - interval '1 hour'",
    "UPDATE jobs_schedule SET next_run_at = now()"
    " WHERE task_path LIKE 'backend.webhooks.tasks.look%' OR task_path LIKE 'backend.files.tasks.take%'",
)
_UNSCANNED = "SELECT count(*) FROM files_storedfile WHERE scan IN ('pending', 'not_scanned')"
_WAITING = "SELECT count(*) FROM webhooks_webhookdelivery WHERE state <> 'delivered'"


def act(scene: Scene) -> None:
    socket = Path(scene.site.environment["DOSJA_CLAMAV_SOCKET"])
    receiver = Receiver()
    with receiver, FakeClamd(socket):
        _subscribe(scene, receiver)
        scene.for_a_while(1 / 2)
    scene.for_a_while()
    (waiting,), (unscanned,) = scene.cluster.sql(_WAITING)[0], scene.cluster.sql(_UNSCANNED)[0]
    scene.told.append(f"both away for {scene.seconds:.0f} s: {waiting} webhooks, {unscanned} files waited")
    with receiver, FakeClamd(socket):
        scene.for_a_while(1 / 4)
        scene.traffic.settle()
        _until_all_arrived(scene)
        _compare(scene, receiver)


def _subscribe(scene: Scene, receiver: Receiver) -> None:
    path = f"/api/v1/partners/{scene.traffic.facts['partner']}/webhooks/"
    body = {"address": receiver.address, "description": "faults", "events": ["case.received"]}
    told = {**scene.traffic.program, "Content_Type": "application/json", "Idempotency_Key": "faults"}
    # Once: while people file, a coordinator must still be able to change something.
    answer = scene.traffic.ask("POST", path, json.dumps(body).encode(), **told)
    if answer is None or answer.status != 201:
        raise SystemExit(f"no webhook: {answer.status if answer else 'the line broke'}")


def _until_all_arrived(scene: Scene) -> None:
    until = time.monotonic() + 180
    while time.monotonic() < until:
        for statement in _TIME_HAS_COME:
            scene.cluster.sql(statement)
        time.sleep(5)
        if not scene.cluster.sql(_WAITING)[0][0] and not scene.cluster.sql(_UNSCANNED)[0][0]:
            return


def _compare(scene: Scene, receiver: Receiver) -> None:
    """Every case since the subscription was told of; the receiver knows a message by its id."""
    (since,) = scene.cluster.sql("SELECT min(on_since) FROM webhooks_webhookendpoint")[0]
    (cases,) = scene.cluster.sql(f"SELECT count(*) FROM cases_case WHERE opened_at > '{since}'")[0]
    rows = scene.cluster.sql("SELECT message_id FROM webhooks_webhookdelivery WHERE event = 'case.received'")
    came = [one.headers["webhook-id"] for one in receiver.came]
    lost = {message_id for (message_id,) in rows} - set(came)
    scene.told.append(f"{cases} cases, {len(set(came))} messages came, {len(came) - len(set(came))} twice")
    if lost or len(rows) < cases:
        scene.wrong.append(f"{len(lost) + max(0, cases - len(rows))} webhooks did not arrive")
    if unscanned := scene.cluster.sql(_UNSCANNED)[0][0]:
        scene.wrong.append(f"{unscanned} files were not looked at by ClamAV")


@contextmanager
def _listening(place: Place) -> Iterator[None]:
    place.environment |= {
        "DOSJA_CLAMAV_SOCKET": str(place.directory / "clamd"),
        "DOSJA_WEBHOOK_NETWORKS": "127.0.0.0/8",
        "DOSJA_WEBHOOK_CA_FILE": str(certificates().authority),
    }
    yield


STAGE = Stage(act, "webhook receiver and ClamAV away, then back", around=_listening)
