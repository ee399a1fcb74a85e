"""The services of a partner: what its form lets people complain about, but for what is sensitive."""

from collections.abc import Iterator
from dataclasses import dataclass

from backend.common.kinds import SENSITIVE_KINDS, CaseKind
from backend.common.languages import Language, current_language, label_in
from backend.directory import lookups
from backend.directory.lookups import CategoryEntry
from backend.forms import offers
from backend.forms.form import Form
from backend.forms.models import FormVersion
from backend.forms.services import published_form
from backend.georeport import errors
from backend.partners.models import Partner


@dataclass(frozen=True, slots=True)
class Service:
    """A term of the directory as a service_code, with the kind of complaint that it makes."""

    code: str
    name: str
    kind: CaseKind
    group: str


@dataclass(frozen=True, slots=True)
class Counter:
    """Where a partner takes complaints in: its published form, and the language in which it is read here."""

    partner: Partner
    version: FormVersion
    language: Language

    @property
    def form(self) -> Form:
        return self.version.form


def counter_of(partner: Partner) -> Counter:
    """The form by which the partner asks today, in the caller's language or the form's first one."""
    version = published_form(partner)
    wanted = current_language()
    spoken = wanted if wanted in version.form.languages else Language(version.form.languages[0])
    return Counter(partner, version, spoken)


def services_at(counter: Counter) -> list[Service]:
    """All that may be reported here. Corruption, courts and sensitive terms have the form alone."""
    found: dict[str, Service] = {}
    for kind in counter.form.kinds:
        if kind not in SENSITIVE_KINDS:
            for service in _of_kind(counter, CaseKind(kind)):
                found.setdefault(service.code, service)
    return list(found.values())


def service_at(counter: Counter, code: str) -> Service:
    """The service with this code. Raises ServiceUnknown."""
    for service in services_at(counter):
        if service.code == code:
            return service
    raise errors.ServiceUnknown()


def _of_kind(counter: Counter, kind: CaseKind) -> Iterator[Service]:
    """The terms that have none below them, as the form offers them; the kind where it asks for none."""
    if "category" not in counter.form.by_core:
        yield Service(kind.value, str(kind.label), kind, "")
        return
    sensitive = lookups.sensitive_category_ids()
    terms = [term for term in offers.categories(counter.form, kind) if term.id not in sensitive]
    names = {term.code: label_in(term.names, counter.language) for term in lookups.categories.all()}
    above = {_above(term) for term in terms}
    for term in sorted(terms, key=lambda term: (term.path.count("/"), _above(term), term.position)):
        if term.code not in above:
            yield Service(term.code, names[term.code], kind, names.get(_above(term), ""))


def _above(term: CategoryEntry) -> str:
    return next(iter(term.path.strip("/").split("/")[-2:-1]), "")
