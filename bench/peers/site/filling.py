"""Fills django-helpdesk with tickets from a file and prints the agent's session: `… filling tickets.json`."""

import json
import sys
from datetime import datetime
from pathlib import Path
from typing import Any

import django

# Of its five statuses, the second stands for the one state that is listed.
STATUS = {"new": 1, "open": 1, "listed": 2, "ended": 4, "refused": 5}
BATCH = 1_000


def main(file: str) -> None:
    django.setup()
    from django.apps import apps as registry
    from django.core.management import call_command

    apps: Any = registry

    call_command("migrate", verbosity=0, interactive=False)
    tickets = json.loads(Path(file).read_text(encoding="utf-8"))
    queue_model = apps.get_model("helpdesk", "Queue")
    queues = {
        name: queue_model.objects.create(title=name, slug=name)
        for name in sorted({ticket["queue"] for ticket in tickets})
    }
    _fill(apps, tickets, queues)
    sys.stdout.write(f"\n{json.dumps(_agent(queues['load-01']))}\n")


def _fill(apps: Any, tickets: list[dict[str, Any]], queues: dict[str, Any]) -> None:
    ticket_model, answer_model = (apps.get_model("helpdesk", name) for name in ("Ticket", "FollowUp"))
    for name in ("created", "modified"):
        field = ticket_model._meta.get_field(name)
        field.auto_now = field.auto_now_add = False
    rows = [
        ticket_model(
            queue=queues[one["queue"]],
            title=one["subject"],
            description=one["text"],
            status=STATUS[one["stand"]],
            priority=5 - one["severity"],
            submitter_email="complainant@example.org",
            created=datetime.fromisoformat(one["created"]),
            modified=datetime.fromisoformat(one["answers"][-1][0]),
        )
        for one in tickets
    ]
    ticket_model.objects.bulk_create(rows, batch_size=BATCH)
    answers = [
        answer_model(ticket=row, date=datetime.fromisoformat(at), title="Comment", comment=text, public=True)
        for row, one in zip(rows, tickets, strict=True)
        for at, text in one["answers"]
    ]
    answer_model.objects.bulk_create(answers, batch_size=BATCH)


def _agent(queue: Any) -> dict[str, Any]:
    from django.conf import settings
    from django.contrib.auth import get_user_model
    from django.contrib.auth.models import Group, Permission
    from django.db import connection
    from django.test import Client

    people: Any = get_user_model()
    agent = people.objects.create_user("agent", "agent@example.org", is_staff=True)
    team = Group.objects.create(name="team")
    team.permissions.add(Permission.objects.get(codename=queue.permission_name.partition(".")[2]))
    agent.groups.add(team)
    with connection.cursor() as cursor:
        cursor.execute("VACUUM ANALYZE")
    client = Client(SERVER_NAME="localhost")
    client.force_login(agent)
    # A page with a form gives the token that a creating request must bring.
    client.get("/login/")
    cookies = {name: morsel.value for name, morsel in client.cookies.items()}
    return {
        "cookie": "; ".join(f"{name}={value}" for name, value in cookies.items()),
        "token": cookies.get(settings.CSRF_COOKIE_NAME, ""),
        "queue": queue.pk,
    }


if __name__ == "__main__":
    main(sys.argv[1])
