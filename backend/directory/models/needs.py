"""Needs and target groups: the terms by which help is looked for (taxonomy terms, in HSDS's words)."""

import uuid

from django.db import models

from backend.common.languages import label_in
from backend.directory.models.categories import Category
from backend.directory.models.fields import code_field, labels_field
from backend.directory.querysets import TermQuerySet


class Term(models.Model):
    """A term of one of our taxonomies, known by its code on every installation."""

    code = code_field()
    names = labels_field()
    position = models.PositiveSmallIntegerField(default=0)
    search_text = models.TextField(blank=True, editable=False)
    is_active = models.BooleanField(default=True)
    version = models.PositiveIntegerField(default=1)

    objects = TermQuerySet.as_manager()

    class Meta:
        abstract = True
        default_permissions = ()
        ordering = ("position", "code")

    def __str__(self) -> str:
        return self.code

    @property
    def name(self) -> str:
        return label_in(self.names)


class Need(Term):
    """What a person may need: legal aid, shelter, documents. Services answer needs; referrals name one."""

    # What a complaint about such a thing lets suppose; a caseworker decides.
    categories = models.ManyToManyField(Category, through="CategoryNeed", related_name="needs")

    class Meta(Term.Meta):
        pass


class TargetGroup(Term):
    """Whom a service is for: children, older people, victims of violence."""

    class Meta(Term.Meta):
        pass


class CategoryNeed(models.Model):
    """A case of this category may need that. It holds for the categories below as well."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    category = models.ForeignKey(Category, on_delete=models.PROTECT, related_name="+")
    need = models.ForeignKey(Need, on_delete=models.PROTECT, related_name="+")

    class Meta:
        default_permissions = ()
        constraints = [
            models.UniqueConstraint(fields=("category", "need"), name="a_category_suggests_a_need_once")
        ]

    def __str__(self) -> str:
        return f"need {self.need_id} of category {self.category_id}"
