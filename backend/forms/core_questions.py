"""Whether the core questions of a schema are asked as the complaint needs them: all, once, in an order."""

from collections.abc import Iterable
from typing import Any

from django.utils.translation import gettext_lazy as _

from backend.forms import core
from backend.forms.asking_when import Questions, values_of
from backend.forms.core import CORES
from backend.forms.findings import SHAPE, TWICE, UNKNOWN, Findings


class CoreQuestions:
    """Those of one schema that were passed so far, by the core question that each is."""

    def __init__(self, findings: Findings, earlier: Questions) -> None:
        self.findings, self.earlier = findings, earlier
        self.cores: dict[str, str] = {}

    def check(
        self, place: str, question: dict[str, Any], section: dict[str, Any], kinds: Iterable[str]
    ) -> None:
        tell, name = self.findings, question["core"]
        if not isinstance(name, str) or name not in CORES:
            tell.tell(f"{place}.core", "unknown", UNKNOWN)
            return
        known = CORES[name]
        if name in self.cores:
            tell.tell(f"{place}.core", "duplicate", TWICE)
        if question["type"] not in known.types:
            tell.tell(f"{place}.type", "form.other_type", _("This core question has another type."))
        for bound, within in (("least", known.least), ("most", known.most)):
            value = question.get(bound, within)
            fits = type(value) is not int or (known.least or 0) <= value <= (known.most or 0)
            if within is not None and not fits:
                tell.tell(f"{place}.{bound}", "invalid", SHAPE)
        if known.values:
            self._check_values(place, question, name, kinds)
        fixed = (*core.ALWAYS_ASKED, *core.LEADS_TO_A_PERSON)
        if name in fixed and ("when" in question or "when" in section):
            message = _("When this is asked is not for a form to say.")
            tell.tell(f"{place}.when", "form.always_asked", message)
        for before in core.COMES_AFTER.get(name, ()):
            self._require_earlier(place, before)
        self.cores[name] = question["name"]

    def _require_earlier(self, place: str, before: str) -> None:
        cores = [question.get("core") for question in self.earlier.values()]
        needed = before in (core.WAY, core.KIND, core.CONTACT_WISH)
        here = before in self.cores and before not in cores
        if here or (needed and before not in cores):
            message = _("This question comes after another one, on a later page.")
            self.findings.tell(f"{place}.core", "form.comes_later", message)

    def _check_values(self, place: str, question: dict[str, Any], name: str, kinds: Iterable[str]) -> None:
        options = question.get("options")
        values = (
            [one.get("value") for one in options if isinstance(one, dict)]
            if isinstance(options, list)
            else []
        )
        for number, value in enumerate(values):
            if value not in CORES[name].values:
                self.findings.tell(f"{place}.options.{number}.value", "unknown", UNKNOWN)
        needed = set(kinds) if name == core.KIND else {core.ALWAYS_OFFERED.get(name)} - {None}
        if not needed <= {value for value in values if isinstance(value, str)}:
            message = _("One of the answers that a complainant must be able to choose is missing.")
            self.findings.tell(f"{place}.options", "form.option_missing", message)

    def check_as_a_whole(self) -> None:
        """What only shows once all sections were passed."""
        tell = self.findings
        for name in core.ALWAYS_ASKED:
            if name not in self.cores:
                message = _("Without this core question a complaint is none.")
                tell.tell("sections", "form.core_missing", message)
        # Consents come last: they name what was said before.
        for name, after in ((core.INSTITUTION, core.CONSENTS), (core.COURT, core.CONSENTS)):
            order = list(self.cores)
            if name in order and after in order and order.index(name) > order.index(after):
                message = _("This question comes after another one, on a later page.")
                tell.tell("sections", "form.comes_later", message)
        offered = self._values_of(core.WAY)
        if offered - {core.ANONYMOUS} and core.NAME not in self.cores:
            message = _("Who may give a name needs a question that asks for it.")
            tell.tell("sections", "form.name_missing", message)
        for wish in self._values_of(core.CONTACT_WISH) & core.DETAIL_OF.keys():
            if core.DETAIL_OF[wish] not in self.cores:
                message = _("A way of contact is offered, but its address or number is not asked for.")
                tell.tell("sections", "form.detail_missing", message)

    def _values_of(self, name: str) -> set[str]:
        question = self.earlier.get(self.cores.get(name, ""), {})
        return {str(value) for value in values_of(question)}
