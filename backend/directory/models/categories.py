"""Categories: the tree of what complaints are about."""

from django.db import models

from backend.common.languages import label_in
from backend.directory.models.fields import code_field, labels_field
from backend.directory.querysets import CategoryQuerySet


class Category(models.Model):
    """A term of the tree. `path` lists the codes from the root down, each followed by a slash."""

    code = code_field()
    parent = models.ForeignKey(
        "self", null=True, blank=True, on_delete=models.PROTECT, related_name="children"
    )
    kinds = models.JSONField(default=list)
    labels = labels_field()
    position = models.PositiveSmallIntegerField(default=0)
    path = models.CharField(max_length=500, unique=True)
    search_text = models.TextField(blank=True, editable=False)
    is_active = models.BooleanField(default=True)
    # Nothing about a case of this term, or of one below it, is ever told to the public.
    is_sensitive = models.BooleanField(default=False)
    # Set when an administrator changed the row here: the files no longer overwrite it.
    edited_at = models.DateTimeField(null=True, blank=True, editable=False)
    version = models.PositiveIntegerField(default=1)

    objects = CategoryQuerySet.as_manager()

    class Meta:
        default_permissions = ()
        ordering = ("path",)

    def __str__(self) -> str:
        return self.code

    @property
    def label(self) -> str:
        return label_in(self.labels)
