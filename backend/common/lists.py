"""Many values of other rows in one column, on both engines."""

from typing import Any

from django.db.models import JSONField, QuerySet, Subquery


class ListOf(Subquery):
    """The values of one column of a query, in its order, as a list; empty where it finds nothing."""

    def __init__(self, query: QuerySet[Any, Any], column: str) -> None:
        super().__init__(query, output_field=JSONField())
        self.extra["column"] = column

    template = "(SELECT coalesce(jsonb_agg(one.%(column)s), '[]') FROM (%(subquery)s) one)"

    def as_sqlite(self, compiler: Any, connection: Any, **extra: Any) -> Any:
        template = "(SELECT json_group_array(one.%(column)s) FROM (%(subquery)s) one)"
        return self.as_sql(compiler, connection, template=template, **extra)
