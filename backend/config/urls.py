"""Joins the addresses of the apps; knows nothing else."""

from allauth.account import views as account
from allauth.headless.account import views as headless_account
from allauth.headless.base import views as headless_base
from allauth.headless.constants import Client
from allauth.mfa.base import views as mfa
from django.urls import URLPattern, URLResolver, include, path
from drf_spectacular.views import SpectacularSwaggerSplitView

from backend.common import problems
from backend.config import health, pages, second_step
from backend.config.dashboard import dashboard
from backend.demo.pages import partner_site
from backend.partners.api import oauth

# Only what this release can honour: no sign-up, no mail, no browser grants of OAuth.
_staff_pages = [
    path("login/", account.login, name="account_login"),
    path("logout/", account.logout, name="account_logout"),
    path("inactive/", account.account_inactive, name="account_inactive"),
    path("second-step/", mfa.authenticate, name="mfa_authenticate"),
]
_staff_sign_in = [
    path("config", headless_base.ConfigView.as_api_view(client=Client.BROWSER), name="config"),
    path("auth/session", headless_account.SessionView.as_api_view(client=Client.BROWSER), name="session"),
    path("auth/login", headless_account.LoginView.as_api_view(client=Client.BROWSER), name="login"),
    # Before an app is added or taken away, the person shows once more that it is she.
    path(
        "auth/reauthenticate",
        headless_account.ReauthenticateView.as_api_view(client=Client.BROWSER),
        name="reauthenticate",
    ),
]
_second_factor = [path("", include((second_step.urlpatterns, "mfa"), namespace="mfa"))]
_oauth = [
    path("token", oauth.token, name="token"),
    path("revoke", oauth.revoke, name="revoke"),
]
_apps = (
    *("cases", "intake", "desk", "partners", "directory", "forms", "correspondence", "collecting"),
    *("insights", "mailroom", "imports", "webhooks", "custody", "retention"),
)

urlpatterns: list[URLPattern | URLResolver] = [
    # First, cases and intake first among them: an address is looked for from the top, and these are asked for
    # most.
    *(path("api/v1/", include(f"backend.{app}.api.urls")) for app in _apps),
    path("", pages.entry, name="entry"),
    path("health/live", health.live, name="health_live"),
    path("health/ready", health.ready, name="health_ready"),
    path("", include("backend.intake.pages.urls")),
    path("", include("backend.collecting.pages.urls")),
    path("", include("backend.mailroom.pages.urls")),
    path("", include("backend.cases.pages.feed")),
    path("", include("backend.partners.pages.urls")),
    path("accounts/", include(_staff_pages)),
    path(
        "_allauth/browser/v1/",
        include(([*_staff_sign_in, *_second_factor], "headless"), namespace="headless"),
    ),
    path("identity/o/api/", include((_oauth, "oidc"), namespace="oidc")),
    path("dashboard/", dashboard, name="dashboard"),
    path("dashboard/<path:path>", dashboard, name="dashboard_page"),
    path("api/schema/", pages.description, name="schema"),
    path("api/docs/", SpectacularSwaggerSplitView.as_view(url_name="schema"), name="docs"),
    path("demo/partner-site/", partner_site, name="demo_partner_site"),
    path("open311/", include("backend.georeport.api.urls")),
]
handler400 = problems.bad_request_page
handler403 = problems.forbidden_page
handler404 = problems.not_found_page
handler500 = problems.failure_page
