"""What keeps a backup from being made or taken in, as sentences for who keeps the server."""


class BackupFailed(Exception):
    """No backup was made, and nothing of it was left."""


class RestoreRefused(Exception):
    """Nothing was changed: the backup is not whole or not fit for this installation."""


class RestoreFailed(Exception):
    """What came in is not what was copied, and was taken away again."""
