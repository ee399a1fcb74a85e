"""All settings, from the environment; refuses an unsafe production."""

import os
from pathlib import Path

from backend.config import env

BASE_DIR = Path(__file__).resolve().parents[2]
VAR_DIR = Path(os.environ.get("DOSJA_VAR", BASE_DIR / "var"))
DEBUG = False
SECRET_KEY = env.secret("SECRET_KEY")
DOSJA_ROOT_KEY = env.secret("DOSJA_ROOT_KEY").encode()
DOSJA_RECEIPT_PEPPER = env.secret("DOSJA_RECEIPT_PEPPER").encode()
ALLOWED_HOSTS = ["*"]

INSTALLED_APPS = [
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "rest_framework",
    "drf_spectacular",
    "drf_spectacular_sidecar",
    "drf_standardized_errors",
    "django_filters",
    "guardian",
    "allauth",
    "allauth.account",
    "allauth.headless",
    "allauth.idp.oidc",
    "django_tasks",
    "backend.common",
    "backend.audit",
    "backend.jobs",
    "backend.idempotency",
    "backend.partners",
    "backend.keyring",
    "backend.directory",
    "backend.complaints",
    "backend.identity",
    "backend.cases",
    "backend.intake",
]
INSTALLED_APPS = [
    app
    for app in INSTALLED_APPS
    if not app.startswith("backend.")
    or (BASE_DIR / app.replace(".", "/") / "apps.py").exists()
]

MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.locale.LocaleMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
]
ROOT_URLCONF = "backend.config.urls"
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "APP_DIRS": True,
        "DIRS": [BASE_DIR / "backend" / "config" / "templates"],
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
            ]
        },
    }
]
DATABASES = {"default": env.database(VAR_DIR)}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
AUTH_USER_MODEL = "partners.User"
AUTHENTICATION_BACKENDS = [
    "allauth.account.auth_backends.AuthenticationBackend",
    "guardian.backends.ObjectPermissionBackend",
]
ANONYMOUS_USER_NAME = None
GUARDIAN_RAISE_403 = False
LANGUAGE_CODE = "en"
LANGUAGES = [
    ("sq", "Shqip"),
    ("sr-latn", "Srpski"),
    ("sr-cyrl", "Српски"),
    ("ka", "ქართული"),
    ("en", "English"),
]
LOCALE_PATHS = [BASE_DIR / "backend" / "locale"]
USE_I18N = USE_TZ = True
TIME_ZONE = "UTC"
STATIC_URL = "/static/"
STATIC_ROOT = VAR_DIR / "static"

ACCOUNT_LOGIN_METHODS = {"email"}
ACCOUNT_SIGNUP_FIELDS = ["email*", "password1*"]
ACCOUNT_USER_MODEL_USERNAME_FIELD = None
ACCOUNT_EMAIL_VERIFICATION = "none"

REST_FRAMEWORK = {
    "DEFAULT_AUTHENTICATION_CLASSES": [
        "backend.partners.api.authentication.ClientAuthentication",
        "backend.partners.api.authentication.StaffAuthentication",
    ],
    "DEFAULT_PERMISSION_CLASSES": ["backend.partners.api.permissions.SignedIn"],
    "DEFAULT_PARSER_CLASSES": ["backend.common.wire.JSONParser"],
    "DEFAULT_RENDERER_CLASSES": [
        "backend.common.wire.JSONRenderer",
        "backend.common.wire.ProblemRenderer",
    ],
    "DEFAULT_PAGINATION_CLASS": "backend.common.pagination.KeysetPagination",
    "DEFAULT_FILTER_BACKENDS": ["django_filters.rest_framework.DjangoFilterBackend"],
    "DEFAULT_SCHEMA_CLASS": "backend.common.schema.OperationSchema",
    "EXCEPTION_HANDLER": "backend.common.problems.handle",
    "UNAUTHENTICATED_USER": None,
    "TEST_REQUEST_DEFAULT_FORMAT": "json",
    "TEST_REQUEST_RENDERER_CLASSES": ["backend.common.wire.JSONRenderer"],
    "PAGE_SIZE": 50,
    "COERCE_DECIMAL_TO_STRING": True,
}
SPECTACULAR_SETTINGS = {
    "TITLE": "Dosja",
    "VERSION": "1.0.0",
    "OAS_VERSION": "3.1.0",
    "SERVE_INCLUDE_SCHEMA": False,
    "SWAGGER_UI_DIST": "SIDECAR",
    "SWAGGER_UI_FAVICON_HREF": "SIDECAR",
    "REDOC_DIST": "SIDECAR",
    "COMPONENT_SPLIT_REQUEST": True,
    "ENUM_ADD_EXPLICIT_BLANK_NULL_CHOICE": False,
}
_JOBS = (BASE_DIR / "backend/jobs/backend.py").exists()
TASKS = {
    "default": {"BACKEND": "backend.jobs.backend.DatabaseBackend" if _JOBS else "django_tasks.backends.dummy.DummyBackend"}
}
DATA_UPLOAD_MAX_MEMORY_SIZE = 1_000_000
CSRF_FAILURE_VIEW = "backend.common.problems.csrf_failure"
