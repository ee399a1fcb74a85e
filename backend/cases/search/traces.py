"""What was found once and is erased shall not stay readable in the index."""

from django.db import connection

_TABLES = ("cases_search_words", "cases_search_fragments")


def rewrite_index() -> None:
    """Write SQLite's index anew without what is gone: it only marks words as deleted, in a segment of their
    own, until it merges the segments one day. Costs a walk through the index: once for many erased cases.

    PostgreSQL keeps the words in the row and clears them with it at the next VACUUM.
    """
    if connection.vendor != "sqlite":
        return
    with connection.cursor() as cursor:
        for table in _TABLES:
            # The names stand above.
            cursor.execute(f"INSERT INTO {table} ({table}) VALUES ('optimize')")
