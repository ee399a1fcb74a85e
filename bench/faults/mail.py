"""The partner's mail servers go away under load and come back: the one that takes letters (SMTP), and the one
in which answers are looked for (IMAP).

Hours of waiting are left out: when both are back, what waits for its next try is told that its time has come.
"""

import logging
import time
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any, Final

from bench.faults.scene import Place, Scene, Skipped, Stage
from tests.mailserver.certificates import certificates
from tests.mailserver.dovecot import Dovecot, program
from tests.mailserver.smtp import SmtpServer

LETTERS, ANSWERS = 30, 30
"""A third of each while both servers are there, a third while they are away, a third when they are back."""
_TIME_HAS_COME: Final = (
    "UPDATE correspondence_dispatch SET next_try_at = now() WHERE state = 'waiting'",
    "UPDATE jobs_job SET run_after = now() WHERE state = 'ready'",
)
_WAITING: Final = "SELECT count(*) FROM correspondence_dispatch WHERE state = 'waiting'"
_OPEN: Final = "SELECT count(*) FROM correspondence_dispatch WHERE state IN ('waiting', 'handing_over')"
_TAKEN: Final = "SELECT count(*) FROM mailroom_incomingmail"
_STATES: Final = "SELECT message_id, state FROM correspondence_dispatch"


class Mail:
    """Both servers, and what goes through them."""

    smtp: SmtpServer
    imap: Dovecot
    letters: list[Any]

    @contextmanager
    def around(self, place: Place) -> Iterator[None]:
        if not program():
            raise Skipped("no Dovecot (Debian: dovecot-imapd)")
        place.environment["DOSJA_MAIL_CA_FILE"] = str(certificates().authority)
        logging.getLogger("mail.log").setLevel(logging.ERROR)
        self.smtp = SmtpServer(protection="starttls", user="zyra", password="fjalëkalim")
        with self.smtp, Dovecot(protection="starttls") as self.imap:
            yield

    def prepare(self, _place: Place) -> None:
        from bench import letters

        self.letters = letters.released(LETTERS, {**self.smtp.account(), **self.imap.account()})

    def act(self, scene: Scene) -> None:
        _know(scene)
        self._pass_through(scene, 1 / 4)
        self.smtp.stop()
        self.imap.stop()
        self._pass_through(scene, 3 / 4)
        scene.for_a_while(1 / 4)
        (waiting,), (taken,) = scene.cluster.sql(_WAITING)[0], scene.cluster.sql(_TAKEN)[0]
        unread = ANSWERS * 2 // 3 - taken
        scene.told.append(
            f"both away for {scene.seconds:.0f} s: {waiting} letters and {unread} answers waited"
        )
        if not waiting or not unread:
            scene.wrong.append("nothing had to wait: the fault was none")
        self.smtp.start()
        self.imap.start()
        self._pass_through(scene, 1 / 4)
        scene.traffic.settle()
        _until_through(scene)
        _compare(scene, self.smtp)

    def _pass_through(self, scene: Scene, share: float) -> None:
        """A third of all letters is handed over, and a third of all answers arrives."""
        from bench import letters
        from tests.mailroom.letters import mail

        some, self.letters = self.letters[: LETTERS // 3], self.letters[LETTERS // 3 :]
        letters.hand_over(some, scene.seconds * share)
        for _ in range(ANSWERS // 3):
            self.imap.put(mail())


def _know(scene: Scene) -> None:
    """The complaints behind the letters were filed before anybody looked."""
    from backend.complaints.models import Complaint

    filed = Complaint.objects.filter(partner__slug="pif").select_related("data_key__partner_key")
    scene.book.asked |= {one.narrative.rpartition(" ")[2] for one in filed}


def _until_through(scene: Scene) -> None:
    until = time.monotonic() + 180
    while time.monotonic() < until:
        for statement in _TIME_HAS_COME:
            scene.cluster.sql(statement)
        time.sleep(5)
        if not scene.cluster.sql(_OPEN)[0][0] and scene.cluster.sql(_TAKEN)[0][0] >= ANSWERS:
            return


def _compare(scene: Scene, smtp: SmtpServer) -> None:
    """What the servers saw against what the database says. The copy to the sender has the letter's own id."""
    from bench.letters import OFFICE

    copies = Counter(str(one.message["Message-ID"]) for one in smtp.to(OFFICE))
    states = dict(scene.cluster.sql(_STATES))
    sent = sum(state == "sent" for state in states.values())
    twice = sum(count > 1 for count in copies.values())
    (taken,) = scene.cluster.sql(_TAKEN)[0]
    scene.told.append(
        f"{sent} of {len(states)} letters left, {twice} twice; {taken} of {ANSWERS} answers came in"
    )
    claimed = [one for one, state in states.items() if state == "sent" and not copies[one]]
    findings = {
        "letters left twice": twice,
        "letters count as sent that nobody took": len(claimed),
        "letters did not leave": LETTERS - sent,
        "answers are not there": max(0, ANSWERS - taken),
        "answers are there more than once": max(0, taken - ANSWERS),
    }
    scene.wrong += [f"{count} {what}" for what, count in findings.items() if count]


_mail = Mail()
STAGE = Stage(
    _mail.act, "the mail servers (SMTP, IMAP) away, then back", around=_mail.around, prepare=_mail.prepare
)
