"""What the doors remember for hours: counts and spent proofs, all as digests; nothing leads to a visitor."""

from django.db import models


class DayKey(models.Model):
    """The random key under which senders are told apart for one day (UTC), sealed by the root key.

    Destroyed when the day is over: then the digests of that day mean nothing to anybody any more.
    """

    day = models.DateField(primary_key=True)
    sealed = models.BinaryField()

    class Meta:
        default_permissions = ()

    def __str__(self) -> str:
        return f"day key of {self.day}"


class Bucket(models.Model):
    """How often something was counted in one hour. What and of whom is in the digest, and only there."""

    digest = models.CharField(max_length=64, primary_key=True)
    count = models.PositiveIntegerField()
    expires_at = models.DateTimeField(db_index=True)

    class Meta:
        default_permissions = ()

    def __str__(self) -> str:
        return "bucket"


class Tries(models.Model):
    """How often somebody's secret was guessed wrong today, and from when on the next try is looked at."""

    digest = models.CharField(max_length=64, primary_key=True)
    wrong = models.PositiveIntegerField(default=0)
    not_before = models.DateTimeField()
    expires_at = models.DateTimeField(db_index=True)

    class Meta:
        default_permissions = ()

    def __str__(self) -> str:
        return "tries"


class Spent(models.Model):
    """A proof of work or form token that was used, until it would not be taken any more anyway."""

    digest = models.CharField(max_length=64, primary_key=True)
    expires_at = models.DateTimeField(db_index=True)

    class Meta:
        default_permissions = ()

    def __str__(self) -> str:
        return "spent"
