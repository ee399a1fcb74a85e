"""The database backend that DATABASE_URL chooses for PostgreSQL."""

import select

from django.db.backends.postgresql import base


class DatabaseWrapper(base.DatabaseWrapper):
    """Once a request, Django asks the server whether a kept connection still lives: a round trip for each
    answer. A server that went away has closed the line, which the operating system knows by itself. (A cable
    that was cut it does not know; then the question would wait as long as the statement that follows.)"""

    def is_usable(self) -> bool:
        if self.connection is None or self.connection.closed:
            return False
        watched = select.poll()
        watched.register(self.connection.fileno(), select.POLLIN)
        if not watched.poll(0):
            return True
        # Nobody asked for anything, and yet something came: the end of the line, or a mere notice.
        return bool(super().is_usable())
