"""What a visitor of the pages has in hand between two clicks, sealed under a key that the browser has."""

from django.db import models


class SealedVisit(models.Model):
    """Bytes that open only with the token in the visitor's cookie; the database holds no way to it."""

    # Derived from the token one way: it finds the row and opens nothing.
    id = models.CharField(max_length=64, primary_key=True)
    sealed = models.BinaryField()
    expires_at = models.DateTimeField(db_index=True)

    class Meta:
        abstract = True
        default_permissions = ()


class Draft(SealedVisit):
    """A form that is being filled in; after filing, the receipt until its holder has it safe."""

    def __str__(self) -> str:
        return "draft"


class ReceiptVisit(SealedVisit):
    """A receipt that was opened a short while ago."""

    def __str__(self) -> str:
        return "receipt visit"
