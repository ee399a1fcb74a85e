"""Writes tickets into Request Tracker's tables as its own creation would, without the mail it would send."""

from datetime import datetime
from typing import Any, Final

import psycopg
from psycopg.rows import TupleRow

# The listed state is its `stalled` alone.
STATUS: Final = {
    "new": "new",
    "open": "open",
    "listed": "stalled",
    "ended": "resolved",
    "refused": "rejected",
}
_STAGED: Final = """
    CREATE TEMPORARY TABLE staged (
        n integer, queue text, subject text, body text, status text, priority integer, created timestamp,
        first_at timestamp, first text, second_at timestamp, second text
    )
"""
_TICKETS: Final = """
    INSERT INTO Tickets (id, EffectiveId, Queue, Type, Owner, Subject, Priority, Status, Creator, Created,
                         LastUpdatedBy, LastUpdated, Told, Starts, Started, Due, Resolved)
    SELECT n, n, q.id, 'ticket', nobody.id, subject, priority, s.status, agent.id, s.created,
           agent.id, second_at, second_at, 'epoch', first_at, 'epoch',
           CASE WHEN s.status IN ('resolved', 'rejected') THEN second_at ELSE 'epoch' END
    FROM staged s JOIN Queues q ON q.Name = s.queue, Users agent, Users nobody
    WHERE agent.Name = 'agent' AND nobody.Name = 'Nobody'
"""
_ROLES: Final = """
    CREATE TEMPORARY TABLE roles AS
    SELECT nextval('principals_id_seq')::integer AS id, n, role, s.created, agent.id AS creator
    FROM staged s CROSS JOIN unnest(ARRAY['AdminCc', 'Cc', 'Owner', 'Requestor']) role, Users agent
    WHERE agent.Name = 'agent'
"""
_GROUPS: Final = (
    "INSERT INTO Principals (id, PrincipalType, Disabled) SELECT id, 'Group', 0 FROM roles",
    """
    INSERT INTO Groups (id, Name, Description, Domain, Instance, Creator, Created, LastUpdatedBy, LastUpdated)
    SELECT id, role, '', 'RT::Ticket-Role', n, creator, created, creator, created FROM roles
    """,
    """
    INSERT INTO GroupMembers (GroupId, MemberId, Creator, Created, LastUpdatedBy, LastUpdated)
    SELECT r.id, u.id, r.creator, r.created, r.creator, r.created FROM roles r JOIN Users u
    ON (r.role, u.Name) IN (('Owner', 'Nobody'), ('Requestor', 'complainant'))
    """,
    """
    INSERT INTO CachedGroupMembers (id, GroupId, MemberId, Via, ImmediateParentId)
    SELECT key, g, m, key, g FROM (
        SELECT nextval('cachedgroupmembers_id_seq')::integer AS key, g, m FROM (
            SELECT id AS g, id AS m FROM roles
            UNION ALL
            SELECT r.id, u.id FROM roles r JOIN Users u
            ON (r.role, u.Name) IN (('Owner', 'Nobody'), ('Requestor', 'complainant'))
        ) pairs
    ) numbered
    """,
)
_SAID: Final = """
    WITH said AS (
        SELECT nextval('transactions_id_seq') AS id, n, type, at, body, subject FROM (
            SELECT n, 1, 'Create', created, body, subject FROM staged
            UNION ALL SELECT n, 2, 'Correspond', first_at, first, '' FROM staged
            UNION ALL SELECT n, 3, 'Correspond', second_at, second, '' FROM staged
            ORDER BY 1, 2
        ) told (n, place, type, at, body, subject)
    ), kept AS (
        INSERT INTO Transactions (id, ObjectType, ObjectId, Type, Creator, Created)
        SELECT said.id, 'RT::Ticket', n, type, agent.id, at FROM said, Users agent WHERE agent.Name = 'agent'
        RETURNING id
    )
    INSERT INTO Attachments (TransactionId, Parent, MessageId, Subject, ContentType, ContentEncoding, Content,
                             Headers, Creator, Created)
    SELECT said.id, 0, 'bench-' || said.id || '@bench.invalid', subject, 'text/plain', 'none', body,
           E'MIME-Version: 1.0\nContent-Type: text/plain; charset="utf-8"\nX-RT-Original-Encoding: utf-8\n'
           || 'Content-Length: ' || octet_length(body) || E'\n', agent.id, at
    FROM said, Users agent WHERE agent.Name = 'agent'
"""


def fill(plain: "psycopg.Connection[TupleRow]", told: list[dict[str, Any]]) -> None:
    """All of them in one transaction, then vacuumed as a database at rest is."""
    with plain.transaction():
        plain.execute(_STAGED)
        with plain.cursor().copy("COPY staged FROM STDIN") as copy:
            for number, one in enumerate(told, 1):
                copy.write_row(_row(number, one))
        plain.execute(_TICKETS)
        plain.execute("SELECT setval('tickets_id_seq', %s)", [len(told)])
        plain.execute(_ROLES)
        # Groups share their numbers with principals, as its own creation makes them.
        for statement in _GROUPS:
            plain.execute(statement.encode())
        plain.execute(_SAID)
    plain.execute("VACUUM ANALYZE")


def _row(number: int, one: dict[str, Any]) -> list[object]:
    (first_at, first), (second_at, second) = one["answers"]
    times = [datetime.fromisoformat(at).replace(tzinfo=None) for at in (one["created"], first_at, second_at)]
    created, asked, answered = (at.replace(microsecond=0) for at in times)
    stand = STATUS[one["stand"]]
    head = [number, one["queue"], one["subject"], one["text"], stand, one["severity"] * 10, created]
    return [*head, asked, first, answered, second]
