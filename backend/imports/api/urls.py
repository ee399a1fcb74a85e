"""Addresses of imports."""

from django.urls import path

from backend.files.receiving import takes_files
from backend.imports.api.views import (
    ImportColumnViewSet,
    ImportLeftCaseViewSet,
    ImportProblemSheetViewSet,
    ImportProblemViewSet,
    ImportShelfViewSet,
    ImportViewSet,
)
from backend.imports.services.receiving import LARGEST_SHEET

_IMPORT = "imports/<uuid:import_id>/"
_STEPS = ("read", "check", "start", "stop", "undo")

urlpatterns = [
    path(
        "imports/",
        takes_files(
            ImportShelfViewSet.as_view({"get": "list", "post": "create"}),
            files=1,
            together=LARGEST_SHEET,
            largest=LARGEST_SHEET,
        ),
        name="imports",
    ),
    path(_IMPORT, ImportViewSet.as_view({"get": "retrieve", "delete": "forget"}), name="import"),
    path(f"{_IMPORT}mapping/", ImportViewSet.as_view({"put": "map"}), name="import-mapping"),
    *(
        path(f"{_IMPORT}{step}/", ImportViewSet.as_view({"post": step}), name=f"import-{step}")
        for step in _STEPS
    ),
    path(f"{_IMPORT}columns/", ImportColumnViewSet.as_view({"get": "retrieve"}), name="import-columns"),
    path(
        f"{_IMPORT}columns/<int:column>/values/",
        ImportColumnViewSet.as_view({"get": "values"}),
        name="import-column-values",
    ),
    path(f"{_IMPORT}problems/", ImportProblemViewSet.as_view({"get": "list"}), name="import-problems"),
    path(
        f"{_IMPORT}problems/sheet/",
        ImportProblemSheetViewSet.as_view({"post": "sheet"}),
        name="import-problem-sheet",
    ),
    path(f"{_IMPORT}left/", ImportLeftCaseViewSet.as_view({"get": "list"}), name="import-left"),
]
