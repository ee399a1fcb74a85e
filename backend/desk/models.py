"""Up to which moment a person has looked at the news."""

from django.db import models

from backend.partners.models import User


class NewsMark(models.Model):
    """What came before this moment is not told to the person as new any more."""

    user = models.OneToOneField(User, on_delete=models.CASCADE, related_name="+", primary_key=True)
    seen_until = models.DateTimeField()

    class Meta:
        default_permissions = ()

    def __str__(self) -> str:
        return f"news mark {self.pk}"
