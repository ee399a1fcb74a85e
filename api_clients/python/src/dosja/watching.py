"""New and changed cases, as they come."""

import time
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from typing import Any, Final
from uuid import UUID

from dosja.core.models import CaseRow
from dosja.face import Dosja
from dosja.problems import Busy

# What was told a moment before another line may be written a moment after it.
_OVERLAP: Final = timedelta(seconds=90)
SHORTEST_PAUSE: Final = 5.0


class Watch:
    """Remembers what it has told. `since`: changes after this moment; without it, from now on."""

    def __init__(self, dosja: Dosja, since: datetime | None = None, **filters: Any) -> None:
        self._dosja, self._filters = dosja, filters
        self._told: dict[UUID, datetime] = {}
        if since is None:
            # The server's own clock: what is the newest change there?
            since = datetime.now(UTC) - timedelta(days=1)
            for row, changed_at in self._found(since):
                self._told[row.id] = changed_at
            self._since = max([since, *self._told.values()])
        else:
            self._since = since
        self._begin = since if not self._told else self._since

    def news(self) -> list[CaseRow]:
        """What is new or has changed since the last time, the oldest change first."""
        after = max(self._begin, self._since - _OVERLAP)
        found = [(row, at) for row, at in self._found(after) if self._told.get(row.id) != at]
        for row, changed_at in found:
            self._told[row.id] = changed_at
            self._since = max(self._since, changed_at)
        still = self._since - _OVERLAP
        self._told = {case: at for case, at in self._told.items() if at >= still}
        return [row for row, _at in sorted(found, key=lambda one: one[1])]

    def forever(self, every: float = 60.0) -> Iterator[CaseRow]:
        """One after the other, looking every so many seconds; a busy server is left alone for longer."""
        pause = max(every, SHORTEST_PAUSE)
        while True:
            try:
                yield from self.news()
            except Busy as busy:
                time.sleep(max(pause, busy.retry_after or 0.0))
                continue
            time.sleep(pause)

    def _found(self, after: datetime) -> Iterator[tuple[CaseRow, datetime]]:
        for row in self._dosja.cases(
            changed_after=after, extra=["changed_at"], page_size=200, **self._filters
        ):
            if isinstance(row.changed_at, datetime):
                yield row, row.changed_at
