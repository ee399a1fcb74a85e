"""Letters through a real mail server while workers are killed: how many arrive once, never, twice.

.venv/bin/python bench/kill_workers.py            on a temporary SQLite: three minutes, 300 letters
deploy/dev/with_postgres .venv/bin/python bench/kill_workers.py     the same on a temporary PostgreSQL
    --letters 1000 --seconds 600 --workers 3

Every letter is a referral of a case of its own, released and handed to the workers by the product's services.
The server lingers at each point of the conversation, and there workers die by SIGKILL at random. In the end
it is counted, by Message-ID, what the server took, and compared with what the database says.
"""

import argparse
import asyncio
import json
import logging
import os
import random
import subprocess
import sys
import tempfile
import threading
import time
from collections import Counter
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))
os.environ["DJANGO_SETTINGS_MODULE"] = "tests.settings"

LEASE = 2
DEADLINESS = 0.1
"""How likely a worker dies at each of the five points of a conversation."""


@dataclass
class Killing:
    """Keeps workers running; strikes one of them now and then, in the middle of a conversation."""

    count: int
    chance: random.Random
    running: list["subprocess.Popen[bytes]"] = field(default_factory=list)
    kills: int = 0
    goes_on: bool = True

    def tick(self) -> None:
        """Whoever died is replaced."""
        self.running = [process for process in self.running if process.poll() is None]
        while len(self.running) < self.count:
            self.running.append(self._start())

    async def pass_by(self, most: float) -> None:
        """Called by the server at every point of every conversation."""
        await asyncio.sleep(self.chance.uniform(0, most))
        if self.goes_on and self.running and self.chance.random() < DEADLINESS:
            self.chance.choice(self.running).kill()
            self.kills += 1
        await asyncio.sleep(self.chance.uniform(0, most))

    def _start(self) -> "subprocess.Popen[bytes]":
        command = [sys.executable, "-m", "tests.jobs.worker_child", "--lease", str(LEASE), "--threads", "2"]
        return subprocess.Popen(command, cwd=ROOT, stderr=subprocess.DEVNULL)

    def stop(self) -> None:
        for process in self.running:
            process.kill()
            process.wait()


def drained() -> bool:
    from backend.correspondence.models import Dispatch

    return not Dispatch.objects.filter(state__in=["waiting", "handing_over"]).exists()


def told(taken: Counter[str]) -> tuple[dict[str, int], bool]:
    """What became of every mail: what the database says against what the server took."""
    from backend.correspondence.models import Dispatch

    found: Counter[str] = Counter()
    for state, message_id in Dispatch.objects.values_list("state", "message_id"):
        copies = taken[message_id]
        found["more than once" if copies > 1 else f"{state}, taken {copies} times"] += 1
    wrong = found["more than once"] + found["sent, taken 0 times"]
    return dict(sorted(found.items())), not wrong


def main() -> int:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--letters", type=int, default=300)
    parser.add_argument("--seconds", type=int, default=180)
    parser.add_argument("--workers", type=int, default=2)
    parser.add_argument("--seed", type=int, default=None)
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="dosja-kills-") as folder:
        os.environ.setdefault("DATABASE_URL", f"sqlite:///{folder}/kills.sqlite3")
        os.environ["DOSJA_FILES"] = f"{folder}/files"
        return run(asked)


def run(asked: argparse.Namespace) -> int:
    from tests.mailserver.certificates import certificates

    os.environ["DOSJA_MAIL_CA_FILE"] = str(certificates().authority)
    import django

    django.setup()
    from django.conf import settings
    from django.core.management import call_command

    from backend.cases.models import InstitutionReferral
    from backend.cases.services import mailing
    from backend.correspondence.services import posting
    from bench import letters
    from tests.mailserver.smtp import SmtpServer

    os.environ["WORKER_DATABASE"] = json.dumps({"NAME": str(settings.DATABASES["default"]["NAME"])})
    call_command("migrate", verbosity=0, interactive=False)
    seed = asked.seed if asked.seed is not None else random.randrange(10**6)
    chance = random.Random(seed)
    points = {"MAIL": 0.1, "RCPT": 0.1, "DATA": 0.2, "TAKEN": 0.2}
    killing = Killing(asked.workers, chance)
    linger = {point: partial(killing.pass_by, most) for point, most in points.items()}
    logging.getLogger("mail.log").setLevel(logging.ERROR)
    with SmtpServer(protection="starttls", user="zyra", password="fjalëkalim", before=linger) as server:
        made = letters.released(asked.letters, server.account(letters.OWN))
        print(f"{len(made)} letters released; seed {seed}", flush=True)
        handing = threading.Thread(target=letters.hand_over, args=(made, asked.seconds * 0.5))
        began = time.monotonic()
        handing.start()
        while time.monotonic() < began + asked.seconds:
            killing.tick()
            time.sleep(0.05)
        killing.goes_on = False
        handing.join()
        until = time.monotonic() + 240
        while not drained() and time.monotonic() < until:
            killing.tick()
            time.sleep(0.2)
        killing.stop()
        mailing.take_up()
        found, is_right = told(server.copies())
        engine = settings.DATABASES["default"]["ENGINE"].rpartition(".")[2]
        print(f"{killing.kills} workers killed in {asked.seconds} s; {engine}")
        print("by the database, and by what the server took:")
        for what, count in found.items():
            print(f"  {count:>6}  {what}")
        for taken in server.to(letters.OWN):
            posting.confirm_sent(str(taken.message["Message-ID"]))
        mailing.take_up()
        after, _right = told(server.copies())
        print("after the copies in our own mailbox were read:")
        for what, count in after.items():
            print(f"  {count:>6}  {what}")
        sent = InstitutionReferral.objects.filter(state="sent").count()
        print(f"  {sent:>6}  referrals of {len(made)} are `sent`; the rest waits for a person's word")
        lost = len(made) - sum(after.values())
        print(f"lost: {lost}; more than once: {found.get('more than once', 0)}")
        return 0 if every_question_is_asked() and is_right and not lost else 1


def every_question_is_asked() -> bool:
    """Each letter of which nobody knows is one open task of somebody, and nothing else is."""
    from backend.cases.models import Delivery, Task
    from backend.cases.services.task_watch import follow_events

    follow_events()
    unclear = set(Delivery.objects.filter(state="unclear").values_list("pk", flat=True))
    tasks = Task.objects.filter(kind="delivery_unclear", state="open")
    asked = list(tasks.values_list("about", flat=True))
    print(f"{len(unclear)} letters of which nobody knows, {len(asked)} tasks that ask for them")
    return set(asked) == unclear and len(asked) == len(unclear)


if __name__ == "__main__":
    sys.exit(main())
