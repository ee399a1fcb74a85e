"""Addresses for telephones. They name no partner: on whose behalf somebody collects, his access says."""

from django.urls import path

from backend.collecting.pages import kobo, openrosa

urlpatterns = [
    path("collect/formList", openrosa.form_list, name="collect_forms"),
    path("collect/forms/<slug:form>.xml", openrosa.form, name="collect_form"),
    path("collect/forms/<slug:form>/manifest.xml", openrosa.manifest, name="collect_manifest"),
    path("collect/submission", openrosa.submission, name="collect_submission"),
    path("collect/kobo", kobo.kobo, name="collect_kobo"),
]
