"""A real IMAP server (Dovecot) on loopback, with a configuration, a user and a Maildir of its own.

with Dovecot(protection="tls") as server:
    server.put(message, flags="S")
    server.session()            # an imaplib session of our own, to look at what was done
"""

import imaplib
import mailbox
import os
import pwd
import shutil
import subprocess
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from email.message import EmailMessage
from pathlib import Path
from typing import Any, Self

import pytest

from tests.mailbox import free_port
from tests.mailserver.certificates import certificates

MISSING = "no Dovecot: `dovecot` is not on PATH (Debian: apt install dovecot-imapd)"
_PATIENCE = 20.0
_CONFIGURATION = """
base_dir = {place}/run
state_dir = {place}/run
log_path = {place}/log
protocols = imap
listen = 127.0.0.1
ssl = {ssl}
ssl_cert = <{certificate}
ssl_key = <{key}
disable_plaintext_auth = {strict}
auth_mechanisms = plain login
first_valid_uid = 0
first_valid_gid = 0
default_internal_user = {internal}
default_internal_group = {group}
default_login_user = {login}
mail_location = maildir:{place}/mail
mail_fsync = never
passdb {{
  driver = static
  args = password={password}
}}
userdb {{
  driver = static
  args = uid={uid} gid={gid} home={place} allow_all_users=yes
}}
service imap-login {{
  chroot =
  inet_listener imap {{
    port = {plain_port}
  }}
  inet_listener imaps {{
    port = {tls_port}
  }}
}}
service anvil {{
  chroot =
}}
"""


def program() -> str:
    """Where the server is on this machine, if it is."""
    return shutil.which("dovecot") or shutil.which("dovecot", path="/usr/sbin") or ""


def executable() -> str:
    """The server's path, or the test is skipped; where it is required, it fails."""
    if found := program():
        return found
    if os.environ.get("DOSJA_REQUIRE_DOVECOT") == "1":
        pytest.fail(MISSING)
    pytest.skip(MISSING)


@dataclass
class Dovecot:
    """One server with one mailbox, which whoever knows the password opens under any name."""

    protection: str = "none"
    user: str = "zyra"
    password: str = "fjalekalim-i-gjate"
    port: int = 0
    place: Path = field(default_factory=lambda: Path(tempfile.mkdtemp(prefix="dosja-dovecot-")))
    _process: "subprocess.Popen[bytes] | None" = None

    def __enter__(self) -> Self:
        self.start()
        return self

    def __exit__(self, *problem: object) -> None:
        self.stop()
        shutil.rmtree(self.place, ignore_errors=True)

    def start(self) -> None:
        """Also again, after a stop: the mailbox is the same."""
        server = executable()
        self.port = self.port or free_port()
        self.place.chmod(0o755)
        configuration = self.place / "dovecot.conf"
        configuration.write_text(self._configuration())
        mailbox.Maildir(str(self.maildir), create=True)
        self.own()
        command = [server, "-F", "-c", str(configuration)]
        self._process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        until = time.monotonic() + _PATIENCE
        while time.monotonic() < until:
            with suppress(OSError, imaplib.IMAP4.error), self.session():
                return
            time.sleep(0.05)
        raise AssertionError((self.place / "log").read_text() if (self.place / "log").exists() else "silent")

    def stop(self) -> None:
        if self._process is not None:
            self._process.terminate()
            self._process.wait(_PATIENCE)
            self._process = None

    def _configuration(self) -> str:
        me = pwd.getpwuid(os.geteuid())
        tls = self.protection == "tls"
        return _CONFIGURATION.format(
            place=self.place,
            ssl="no" if self.protection == "none" else "required",
            strict="no" if self.protection == "none" else "yes",
            certificate=certificates().chain,
            key=certificates().key,
            # Root's Dovecot insists on the users that come with its package; anybody else's has but one.
            internal="dovecot" if me.pw_uid == 0 else me.pw_name,
            login="dovenull" if me.pw_uid == 0 else me.pw_name,
            group="dovecot" if me.pw_uid == 0 else _group_of(me.pw_gid),
            uid=self._owner[0],
            gid=self._owner[1],
            password=self.password,
            plain_port=0 if tls else self.port,
            tls_port=self.port if tls else 0,
        )

    @property
    def _owner(self) -> tuple[int, int]:
        """Whose the mailbox is: no Dovecot opens one as root."""
        me = pwd.getpwuid(os.geteuid() or pwd.getpwnam("mail").pw_uid)
        return me.pw_uid, me.pw_gid

    def own(self) -> None:
        """What another server of the tests delivered becomes readable for this one."""
        if os.geteuid() == 0:
            for path in (self.maildir, *self.maildir.rglob("*")):
                os.chown(path, *self._owner)

    @property
    def maildir(self) -> Path:
        """Into which a mail server delivers."""
        return self.place / "mail"

    def put(self, message: EmailMessage | bytes, *, flags: str = "") -> str:
        """A mail arrives. Answers its name in the folder."""
        box = mailbox.Maildir(str(self.maildir), create=True)
        raw = message if isinstance(message, bytes) else message.as_bytes()
        kept = mailbox.MaildirMessage(raw)
        kept.set_subdir("cur" if flags else "new")
        kept.set_flags(flags)
        # The library writes the mail out anew; the bytes that were sent have to lie there.
        name = box.add(kept)
        (path,) = [one for one in self.maildir.glob("*/*") if one.name.partition(":")[0] == name]
        path.write_bytes(raw)
        self.own()
        return name

    def empty(self) -> None:
        """No mail is there any more; numbers go on."""
        for path in self.maildir.glob("*/*"):
            path.unlink()

    def renumber(self) -> None:
        """The same mails under new numbers (another UIDVALIDITY), as after a loss at the server."""
        self.stop()
        for path in self.maildir.glob("dovecot*"):
            path.unlink()
        time.sleep(1.1)  # it is made of the seconds of the clock
        self.start()

    @contextmanager
    def session(self) -> Iterator[imaplib.IMAP4]:
        """To look at the mailbox past the product."""
        session = self._connected()
        try:
            session.login(self.user, self.password)
            yield session
        finally:
            with suppress(OSError, imaplib.IMAP4.error):
                session.logout()

    def _connected(self) -> imaplib.IMAP4:
        import ssl

        unchecked = ssl.create_default_context()
        unchecked.check_hostname, unchecked.verify_mode = False, ssl.CERT_NONE
        if self.protection == "tls":
            return imaplib.IMAP4_SSL("127.0.0.1", self.port, ssl_context=unchecked)
        session = imaplib.IMAP4("127.0.0.1", self.port)
        if self.protection == "starttls":
            session.starttls(unchecked)
        return session

    def flags(self) -> list[str]:
        """Of every mail, in the order of their numbers."""
        with self.session() as session:
            session.select("INBOX", readonly=True)
            _answer, told = session.uid("FETCH", "1:*", "(FLAGS)")
            return [line.decode() for line in told if line]

    def account(self) -> dict[str, Any]:
        """How a mail account names this server."""
        return {
            "imap_host": "localhost" if self.protection != "none" else "127.0.0.1",
            "imap_port": self.port,
            "imap_protection": self.protection,
            "imap_user": self.user,
            "imap_password": self.password,
        }


def _group_of(gid: int) -> str:
    import grp

    return grp.getgrgid(gid).gr_name
