"""Takes rows of HSDS tables into the directory by their ids: twice is once, every row is accounted for."""

import uuid
from collections.abc import Iterable
from datetime import date
from typing import Any

from django.db import transaction

from backend.audit import services as audit
from backend.common.errors import NotAllowed
from backend.directory.models import (
    KeptRow,
    Service,
    ServiceLocation,
    ServiceNeed,
    ServiceProvider,
    ServiceTargetGroup,
)
from backend.directory.services.auditing import PROVIDERS_TARGET
from backend.directory.services.hsds.accepting import Accepted, Known, accept, notice, refuse
from backend.directory.services.hsds.mapping import MAPPED
from backend.directory.services.hsds.report import ImportReport
from backend.directory.services.hsds.rows import Found, Rows, Values
from backend.directory.services.hsds.tables import TABLES
from backend.directory.services.hsds.terms import OUR_MARKS, OUR_TAXONOMIES, PLACE_URI, our_terms
from backend.directory.services.searchable import (
    PlaceNames,
    hide_shelters,
    place_locations,
    renew_search_texts,
)
from backend.partners.actors import Actor

Taken = Iterable[tuple[Found, Values]]


def import_tables(rows: Rows, *, only_check: bool = False, actor: Actor) -> ImportReport:
    """Take what can be taken; the rest is in the report with its row and a code. Nothing is deleted: a row
    that is gone from the source stays. A row of the source overwrites what was changed here."""
    if not actor.keeps_platform:
        raise NotAllowed()
    report = ImportReport()
    with transaction.atomic():
        terms = our_terms()
        known = Known.here(terms, rows)
        _Import(accept(rows, known, report), known, report).carry_out()
        if report.changed_anything:
            counts = {table: dict(found) for table, found in report.counts.items()}
            audit.record(actor, "providers.imported", PROVIDERS_TARGET, chain=None, counts=counts)
        transaction.set_rollback(only_check)
    return report


class _Import:
    """One import: the rows that may be taken, written table by table."""

    def __init__(self, accepted: Accepted, known: Known, report: ImportReport) -> None:
        self.accepted, self.terms, self.report = accepted, known.terms, report
        self.hidden = known.hidden
        self.places = PlaceNames()

    def carry_out(self) -> None:
        for name in TABLES:
            if name in MAPPED:
                self._write(name)
            elif name != "attribute":
                self._keep(name, self.accepted[name].values())
        self._attributes(self.accepted["attribute"].values())
        hide_shelters()
        place_locations(self.places)
        renew_search_texts()
        self._tell_what_is_not_found()

    # Tables with a model ----------------------------------------------------------------------------------

    def _write(self, table: str) -> None:
        mapped, taken = MAPPED[table], self.accepted[table]
        stored = mapped.model._default_manager.in_bulk([uuid.UUID(id) for id in taken])
        made: list[Any] = []
        changed: list[Any] = []
        for id, (found, values) in taken.items():
            columns = mapped.columns_of(values)
            row = stored.get(uuid.UUID(id))
            fresh = row is None
            if table == "location":
                self._hide(found, columns, row)
            if table == "service_area":
                self._find_area(columns)
            row = row or mapped.model(pk=uuid.UUID(id))
            differs = [name for name, value in columns.items() if fresh or getattr(row, name) != value]
            for name in differs:
                setattr(row, name, columns[name])
            if differs and not fresh and hasattr(row, "version"):
                row.version += 1
            if fresh or differs:
                (made if fresh else changed).append(row)
            self.report.count(table, "created" if fresh else "changed" if differs else "unchanged")
        mapped.model._default_manager.bulk_create(made, batch_size=200)
        if changed:
            names = [field.name for field in mapped.model._meta.concrete_fields if field.name != "id"]
            mapped.model._default_manager.bulk_update(changed, names, batch_size=100)

    def _hide(self, found: Found, columns: dict[str, Any], row: ServiceLocation | None) -> None:
        """Once hidden, hidden: an import opens no shelter."""
        if str(found.given.get("id")).strip().lower() not in self.hidden and not (row and row.is_hidden):
            return
        location = ServiceLocation(**{**columns, "is_hidden": True})
        if location.hide():
            notice(found, "", "address_hidden", self.report)
        columns.update({name: getattr(location, name) for name in ServiceLocation.TELLING if name != "place"})
        columns |= {"is_hidden": True, "place_id": None}

    def _find_area(self, columns: dict[str, Any]) -> None:
        uri = columns["uri"]
        place = self.places.with_code(uri.removeprefix(PLACE_URI)) if uri.startswith(PLACE_URI) else None
        if place:
            columns["uri"] = ""
        columns["place_id"] = place or self.places.named(columns["name"])

    # Rows that are kept -----------------------------------------------------------------------------------

    def _keep(self, table: str, taken: Taken) -> None:
        stored = {row.hsds_id: row for row in KeptRow.objects.filter(table=table)}
        for _found, values in taken:
            if self._is_ours(table, values):
                self.report.count(table, "unchanged")
                continue
            id = uuid.UUID(values["id"])
            row = stored.get(id)
            if row is None:
                KeptRow.objects.create(table=table, hsds_id=id, values=values)
            elif row.values != values:
                row.values = values
                row.save(update_fields=["values"])
            else:
                self.report.count(table, "unchanged")
                continue
            self.report.count(table, "created" if id not in stored else "changed")

    def _is_ours(self, table: str, values: Values) -> bool:
        if table == "taxonomy":
            return values["id"] in OUR_TAXONOMIES
        return table == "taxonomy_term" and values["id"] in self.terms.ids

    # Attributes -------------------------------------------------------------------------------------------

    def _attributes(self, taken: Taken) -> None:
        needs, groups, foreign = [], [], []
        for found, values in taken:
            term = values["taxonomy_term_id"]
            if term in self.terms.needs:
                needs.append((found, values))
            elif term in self.terms.target_groups:
                groups.append((found, values))
            elif term in OUR_MARKS:
                self._mark(found, values)
            else:
                foreign.append((found, values))
        self._link(ServiceNeed, "need_id", self.terms.needs, needs)
        self._link(ServiceTargetGroup, "target_group_id", self.terms.target_groups, groups)
        self._keep("attribute", foreign)

    def _link(self, model: Any, column: str, terms: dict[str, int], taken: Taken) -> None:
        stored = {row.pk: row for row in model.objects.all()}
        pairs = {(row.service_id, getattr(row, column)): row.pk for row in stored.values()}
        fields = ("link_type", "value", "label")
        for found, values in taken:
            id, service = uuid.UUID(values["id"]), uuid.UUID(values["link_id"])
            pair = (service, terms[values["taxonomy_term_id"]])
            if pairs.get(pair, id) != id:
                refuse(found, "taxonomy_term_id", "duplicate_term", self.report)
                continue
            wanted = {
                "service_id": service,
                column: pair[1],
                "more": {name: values[name] for name in fields if name in values},
            }
            row = stored.get(id)
            if row and all(getattr(row, name) == value for name, value in wanted.items()):
                self.report.count("attribute", "unchanged")
                continue
            if row:
                pairs.pop((row.service_id, getattr(row, column)), None)
            stored[id] = model(pk=id, **wanted)
            stored[id].save(force_insert=row is None)
            pairs[pair] = id
            self.report.count("attribute", "changed" if row else "created")

    def _mark(self, found: Found, values: Values) -> None:
        """A fact about an entry that HSDS has no field for."""
        code, id = OUR_MARKS[values["taxonomy_term_id"]], uuid.UUID(values["link_id"])
        value = values.get("value", "")
        models: dict[str, Any] = {
            "organization": ServiceProvider,
            "service": Service,
            "location": ServiceLocation,
        }
        row: Any = models[values["link_entity"]].objects.get(pk=id)
        if code == "address_hidden":
            # Its row, if it came along, is hidden by now; what stood here before the mark is hidden below.
            self.report.count("attribute", "unchanged" if row.is_hidden else "changed")
            row.hide()
            row.save()
            return
        try:
            column, wanted = self._marked(code, value)
        except ValueError:
            refuse(found, "value", "unknown_place" if code == "place" else "invalid_value", self.report)
            return
        differs = getattr(row, column) != wanted
        if differs:
            setattr(row, column, wanted)
            row.save()
        self.report.count("attribute", "changed" if differs else "unchanged")

    def _marked(self, code: str, value: str) -> tuple[str, Any]:
        if code == "verified_on":
            return code, date.fromisoformat(value)
        if code == "place":
            place = self.places.with_code(value)
            if place is None:
                raise ValueError
            return "place_id", place
        if len(value) > 500:
            raise ValueError
        return code, value

    # What a person has to look at -------------------------------------------------------------------------

    def _tell_what_is_not_found(self) -> None:
        """An area or a location in no place of ours is found by no search for a place."""
        for table, column in (("service_area", "name"), ("location", "name")):
            model = MAPPED[table].model
            open_ = model._default_manager.filter(place=None)
            if table == "location":
                open_ = open_.filter(is_hidden=False, location_type="physical")
            lost = set(map(str, open_.values_list("pk", flat=True)))
            for id, (found, _values) in self.accepted[table].items():
                if id in lost:
                    notice(found, column, "place_unknown", self.report)
