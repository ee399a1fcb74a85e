"""What is deleted shall not stay readable in the database's file."""

from django.db import connection


def leave_no_trace() -> None:
    """From now on, what this connection deletes is overwritten.

    SQLite leaves what it deletes in the free parts of its pages; PostgreSQL clears them at the next VACUUM.
    """
    if connection.vendor == "sqlite":
        with connection.cursor() as cursor:
            cursor.execute("PRAGMA secure_delete = ON")
