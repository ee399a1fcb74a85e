"""After each job, as after each request: broken seals that it met are told."""

from backend.jobs.services.working import AFTER_EACH
from backend.keyring import alarms

AFTER_EACH.append(alarms.tell)
