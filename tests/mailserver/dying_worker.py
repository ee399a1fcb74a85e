"""A worker that is killed with SIGKILL, by its own hand, at the point that DIE_AT names."""

import os
import signal
import smtplib
from typing import Any

from tests.jobs.worker_child import main

_data = smtplib.SMTP.data


def _die_around_data(session: smtplib.SMTP, message: Any) -> Any:
    if os.environ["DIE_AT"] == "before DATA":
        os.kill(os.getpid(), signal.SIGKILL)
    answer = _data(session, message)
    os.kill(os.getpid(), signal.SIGKILL)
    return answer


if __name__ == "__main__":
    smtplib.SMTP.data = _die_around_data  # type: ignore[method-assign]
    main()
