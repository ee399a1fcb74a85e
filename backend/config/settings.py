"""All settings, from the environment; an unsafe production does not start."""

from pathlib import Path

from django.core.exceptions import ImproperlyConfigured

from backend.config import (
    description,
    env,
    filing,
    installation,  # noqa: F401  # its check registers itself
    logs,
    mail,
    replicas,
    texting,
)
from backend.config.checks import production_problems

BASE_DIR = Path(__file__).resolve().parents[2]
_environment = env.read(BASE_DIR)

# Production unless somebody says otherwise: forgetting a variable must never open a door.
DOSJA_MODE = _environment.choice("DOSJA_MODE", ("development", "production"), "production")
_PRODUCTION = DOSJA_MODE == "production"
VAR_DIR = Path(_environment.text("DOSJA_VAR") or BASE_DIR / "var")
DEBUG = _environment.flag("DOSJA_DEBUG")

# The root key wraps the partners' keys, the pepper enters every receipt's hash; neither is in the database.
SECRET_KEY = _environment.secret("SECRET_KEY")
DOSJA_ROOT_KEY = _environment.secret("DOSJA_ROOT_KEY").encode()
# Earlier root keys, separated by blanks or commas: they open what `rotate_keys --root` has not re-wrapped.
DOSJA_ROOT_KEYS_OLD = [
    word.encode() for word in _environment.secret("DOSJA_ROOT_KEYS_OLD").replace(",", " ").split()
]
DOSJA_RECEIPT_PEPPER = _environment.secret("DOSJA_RECEIPT_PEPPER").encode()
# Earlier peppers, and those of installations that partners came from: receipts made under them still open.
DOSJA_RECEIPT_PEPPERS_OLD = [
    word.encode() for word in _environment.secret("DOSJA_RECEIPT_PEPPERS_OLD").replace(",", " ").split()
]

# Development answers only this machine, so that it cannot be left running in public by mistake.
_LOCAL = ("localhost", "127.0.0.1", "[::1]")
ALLOWED_HOSTS = _environment.words("DOSJA_ALLOWED_HOSTS", () if _PRODUCTION else _LOCAL)
CSRF_TRUSTED_ORIGINS = _environment.words("DOSJA_TRUSTED_ORIGINS")

INSTALLED_APPS = [
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "corsheaders",
    "rest_framework",
    "drf_spectacular",
    "drf_spectacular_sidecar",
    "drf_standardized_errors",
    "django_filters",
    "guardian",
    "allauth",
    "allauth.account",
    "allauth.headless",
    "allauth.mfa",
    "allauth.idp.oidc",
    "django_tasks",
    "backend.common",
    "backend.audit",
    "backend.jobs",
    "backend.idempotency",
    "backend.doorkeeping",
    "backend.partners",
    "backend.keyring",
    "backend.directory",
    "backend.files",
    "backend.correspondence",
    "backend.forms",
    "backend.complaints",
    "backend.identity",
    "backend.cases",
    "backend.intake",
    "backend.collecting",
    "backend.insights",
    "backend.mailroom",
    "backend.imports",
    "backend.webhooks",
    "backend.custody",
    "backend.retention",
    "backend.desk",
    "backend.georeport",
    "backend.moving",
    "backend.demo",
    "backend.secondlock",
    "backend.watching",
    "backend.backups",
]
MIDDLEWARE = [
    "backend.watching.requests.Watched",
    "backend.config.emptyhanded.EmptyHanded",
    "backend.config.headers.Headers",
    "backend.partners.api.metering.Allowances",
    "backend.keyring.alarms.SealAlarms",
    "django.middleware.security.SecurityMiddleware",
    "backend.watching.shedding.Shedding",
    # Before anybody reads the headers: a request remembers them as they were read first.
    "backend.config.origins.OwnOrigin",
    "corsheaders.middleware.CorsMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.locale.LocaleMiddleware",
    "backend.config.language.LanguageChoice",
    "backend.config.addresses.Addresses",
    "backend.files.limits.BodyLimits",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "backend.config.sessions.SessionLimits",
    "allauth.account.middleware.AccountMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
]
ROOT_URLCONF = "backend.config.urls"
WSGI_APPLICATION = "backend.config.wsgi.application"
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
                "django.template.context_processors.i18n",
            ]
        },
    }
]
DATABASES = {"default": _environment.database("DATABASE_URL", embedded=VAR_DIR / "dosja.sqlite3")}
# A pooler gives each transaction another connection: nothing may outlive one, so no cursors on the server.
if DATABASES["default"]["ENGINE"].endswith("postgresql"):
    DATABASES["default"]["DISABLE_SERVER_SIDE_CURSORS"] = True
# The role that web server and worker connect as: migrations, run by the owner, give it its privileges. And
# whether it may own the tables itself, which weakens the second lock (docs/second-lock.md).
DOSJA_DATABASE_ROLE = _environment.text("DOSJA_DATABASE_ROLE")
DOSJA_ALLOW_ONE_ROLE = _environment.flag("DOSJA_ALLOW_ONE_ROLE")
# A streaming replica, for lists and numbers (docs/adr/0050-replica.md).
DATABASES |= replicas.replicas(
    _environment, "DATABASE_REPLICA_URL", DATABASES["default"], role=DOSJA_DATABASE_ROLE
)
DATABASE_ROUTERS = ["backend.common.replica.Router"] if "replica" in DATABASES else []
# One machine and one NGO can live on SQLite; somebody has to say so.
DOSJA_ALLOW_SQLITE = _environment.flag("DOSJA_ALLOW_SQLITE")
SILENCED_SYSTEM_CHECKS = [
    # Covering columns of an index are meant for PostgreSQL; SQLite leaves them out, which costs it little.
    "models.W040",
    # HSTS for a whole domain, and in the lists of browsers for good, is for the owner of the domain to say:
    # an NGO's other sites may have no TLS. Our own name is protected from the first visit on.
    *("security.W005", "security.W021"),
]
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
AUTH_USER_MODEL = "partners.User"
AUTHENTICATION_BACKENDS = [
    "backend.partners.sign_in.Accounts",
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
# Containers bring them along in their image.
STATIC_ROOT = Path(_environment.text("DOSJA_STATIC") or VAR_DIR / "static")
# Built by `make dashboard`; an installation without it serves everything else.
DOSJA_DASHBOARD = BASE_DIR / "api_clients" / "dashboard" / "dist"
STATICFILES_DIRS: list[Path | tuple[str, Path]] = [BASE_DIR / "backend" / "config" / "static"]
if DOSJA_DASHBOARD.is_dir():
    STATICFILES_DIRS.append(("dashboard", DOSJA_DASHBOARD))
# Names that carry a digest of their content: Vite's, and those of the manifest.
WHITENOISE_IMMUTABLE_FILE_TEST = r"^/static/(dashboard/assets/.+-[\w-]{8}\.\w+|.+\.[0-9a-f]{12}\..+)$"
DOSJA_S3 = filing.s3_access(_environment)
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    # Sealed bytes only (backend/files/places).
    "files": filing.files_storage(_environment, "DOSJA_FILES", DOSJA_S3, otherwise=VAR_DIR / "files"),
    "staticfiles": {
        "BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage"
        if _PRODUCTION
        else "django.contrib.staticfiles.storage.StaticFilesStorage"
    },
}

PASSWORD_HASHERS = [
    "django.contrib.auth.hashers.Argon2PasswordHasher",
    "django.contrib.auth.hashers.PBKDF2PasswordHasher",
]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator"},
    {"NAME": "django.contrib.auth.password_validation.MinimumLengthValidator", "OPTIONS": {"min_length": 12}},
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
    {"NAME": "django.contrib.auth.password_validation.NumericPasswordValidator"},
    {"NAME": "backend.partners.breached.BreachedPasswordValidator"},
]
# A downloaded list of stolen passwords (Pwned Passwords): a file sorted by SHA-1, or a directory by prefix.
DOSJA_BREACHED_PASSWORDS = _environment.text("DOSJA_BREACHED_PASSWORDS")
# Whether the work of staff takes a second step at the sign-in. Where this leaves it open, a partner may.
DOSJA_SECOND_FACTOR = _environment.choice(
    "DOSJA_SECOND_FACTOR", ("required", "optional"), "required" if _PRODUCTION else "optional"
)
LOGIN_URL = "account_login"
LOGIN_REDIRECT_URL = ACCOUNT_LOGOUT_REDIRECT_URL = "entry"
ACCOUNT_ADAPTER = "backend.config.accounts.AccountAdapter"
ACCOUNT_LOGIN_METHODS = {"email"}
ACCOUNT_SIGNUP_FIELDS = ["email*", "password1*"]
ACCOUNT_USER_MODEL_USERNAME_FIELD = None
ACCOUNT_EMAIL_VERIFICATION = "none"
# The session ends with the browser: shared computers are usual in a partner's office.
ACCOUNT_SESSION_REMEMBER = False
HEADLESS_CLIENTS = ("browser",)
MFA_ADAPTER = "backend.config.accounts.SecondFactorAdapter"
# Tries are counted in the database (backend/config/accounts.py), not in the memory of each process, and no
# address is ever shut out.
ACCOUNT_RATE_LIMITS = {"login": None, "login_failed": None, "reauthenticate": None}
MFA_RATE_LIMITS = {"webauthn_login": None}
# From so many tries an hour from one network on, a colleague there waits after his first wrong password.
DOSJA_SIGN_IN_LIMIT = _environment.number("DOSJA_SIGN_IN_LIMIT", 200, least=1)
MFA_SUPPORTED_TYPES = ["totp", "webauthn", "recovery_codes"]
MFA_FORMS = {"authenticate": "backend.config.second_step.CodeForm"}
# A passkey alone signs in: it is something one has, and the device asks for a finger, a face or a PIN.
MFA_PASSKEY_LOGIN_ENABLED = True
MFA_WEBAUTHN_USER_VERIFICATION = "required"
MFA_TOTP_ISSUER = "Dosja"
# A code that changes while it is typed still counts, or one of a clock half a minute off (RFC 6238, 5.2).
MFA_TOTP_TOLERANCE = 1
# Accounts are made by coordinators, who know the address; nothing is proved by a mail to it.
MFA_ALLOW_UNVERIFIED_EMAIL = True
MFA_RECOVERY_CODES_SHOW_ONCE = True
# How many proxies stand in front: their word is taken for
# the caller's address (X-Forwarded-For) and for https (X-Forwarded-Proto); with 0, nobody's is.
_PROXIES = _environment.number("DOSJA_TRUSTED_PROXIES", 0)
ALLAUTH_TRUSTED_PROXY_COUNT = DOSJA_TRUSTED_PROXIES = _PROXIES

# Abuse without CAPTCHA (docs/abuse.md). Nothing here refuses a complaint: beyond a limit, it waits to be
# looked at. Per hour: from one sender without and with a proof of work; for one partner without a proof.
DOSJA_SENDER_LIMIT = _environment.number("DOSJA_SENDER_LIMIT", 20)
DOSJA_PROVEN_SENDER_LIMIT = _environment.number("DOSJA_PROVEN_SENDER_LIMIT", 60)
DOSJA_UNPROVEN_LIMIT = _environment.number("DOSJA_UNPROVEN_LIMIT", 60)
# At most so many tries a proof of work takes (2 ms each on a new machine, ten times that on an old phone),
# and so many seconds a person needs at least for a whole form.
DOSJA_PROOF_COST = _environment.number("DOSJA_PROOF_COST", 300, least=2)
DOSJA_FORM_LEAST_SECONDS = _environment.number("DOSJA_FORM_LEAST_SECONDS", 10)

# What programs and people may ask of the interface (docs/api/rate-limits.md), in points: per minute, at once
# from a full bucket, and for each program in a day. A rate or a quota of 0 is without end.
DOSJA_CLIENT_RATE = _environment.number("DOSJA_CLIENT_RATE", 600)
DOSJA_CLIENT_BURST = _environment.number("DOSJA_CLIENT_BURST", 200, least=10)
DOSJA_CLIENT_QUOTA = _environment.number("DOSJA_CLIENT_QUOTA", 200_000)
DOSJA_PERSON_RATE = _environment.number("DOSJA_PERSON_RATE", 1_200)
DOSJA_PERSON_BURST = _environment.number("DOSJA_PERSON_BURST", 600, least=10)
DOSJA_ALLOWANCES = VAR_DIR / "allowances.sqlite3"

# The installation's own mail. Without a server, development writes it to the log and production sends none.
_mail = mail.mail_server(_environment, "DOSJA_SMTP_URL")
DOSJA_MAIL_ON = bool(_mail.host) or not _PRODUCTION
EMAIL_BACKEND = (
    "django.core.mail.backends.smtp.EmailBackend"
    if _mail.host
    else "django.core.mail.backends.dummy.EmailBackend"
    if _PRODUCTION
    else "backend.common.mailing.ConsoleBackend"
)
EMAIL_HOST, EMAIL_PORT = _mail.host, _mail.port
EMAIL_HOST_USER, EMAIL_HOST_PASSWORD = _mail.user, _mail.password
EMAIL_USE_SSL, EMAIL_USE_TLS = _mail.protection == "smtps", _mail.protection == "smtp"
# Nobody waits for a mail server but a worker, and that not for ever.
EMAIL_TIMEOUT = 20
DEFAULT_FROM_EMAIL = mail.mail_sender(
    _environment, "DOSJA_MAIL_FROM", "" if _mail.host else "dosja@localhost"
)
SERVER_EMAIL = DEFAULT_FROM_EMAIL

# Partners' own mail servers: beside public addresses, these networks may be reached (in development, this
# machine), and certificates of this authority are good, too.
DOSJA_MAIL_NETWORKS = mail.mail_networks(
    _environment, "DOSJA_MAIL_NETWORKS", () if _PRODUCTION else ("127.0.0.0/8", "::1/128")
)
DOSJA_MAIL_CA_FILE = _environment.text("DOSJA_MAIL_CA_FILE")
# The same for the addresses of partners' programs that are told of events.
DOSJA_WEBHOOK_NETWORKS = mail.mail_networks(_environment, "DOSJA_WEBHOOK_NETWORKS", ())
DOSJA_WEBHOOK_CA_FILE = _environment.text("DOSJA_WEBHOOK_CA_FILE")
# Where institutions reach this installation. Without it, mails name no page for answers.
DOSJA_PUBLIC_ADDRESS = mail.public_address(_environment, "DOSJA_PUBLIC_ADDRESS")

# Text messages (SMS). Without a gateway, development writes them to the log and production sends none.
DOSJA_SMS = texting.text_gateway(_environment, "DOSJA_SMS_URL", "off" if _PRODUCTION else "console")

# A secure cookie with this prefix belongs to exactly this host: no neighbour under the domain can set it.
_HOST = "__Host-" if _PRODUCTION else ""
SESSION_ENGINE = "backend.config.session_store"
SESSION_COOKIE_NAME = f"{_HOST}dosja_session"
CSRF_COOKIE_NAME = f"{_HOST}dosja_csrf"
LANGUAGE_COOKIE_NAME = f"{_HOST}dosja_language"
# Keys to what a citizen types, and to a receipt that was opened.
DOSJA_DRAFT_COOKIE = f"{_HOST}dosja_draft"
DOSJA_ASSISTED_COOKIE = f"{_HOST}dosja_assisted"
DOSJA_EMBEDDED_COOKIE = f"{_HOST}dosja_embedded"
DOSJA_PREVIEW_COOKIE = f"{_HOST}dosja_preview"
DOSJA_RECEIPT_COOKIE = f"{_HOST}dosja_receipt"
# No cookie outlives the browser: on a shared computer it would tell that somebody was here.
CSRF_COOKIE_AGE = None
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = LANGUAGE_COOKIE_SECURE = _PRODUCTION
SESSION_COOKIE_HTTPONLY = True
DOSJA_SESSION_IDLE_MINUTES = _environment.number("DOSJA_SESSION_IDLE_MINUTES", 30, least=1)
DOSJA_SESSION_HOURS = _environment.number("DOSJA_SESSION_HOURS", 12, least=1)
SESSION_COOKIE_AGE = DOSJA_SESSION_IDLE_MINUTES * 60
CSRF_FAILURE_VIEW = "backend.common.problems.csrf_failure"

# Scripts of other web sites reach the public doors, all that a form key or a receipt opens, and nothing
# else; which sites, the partners say (intake/api/cross_origin.py). Who is signed in here is nobody there.
CORS_URLS_REGEX = (
    r"/api/v1/(?:forms/[^/]+/|complaints/(?:challenge/|files/)?|"
    r"receipts/(?:challenge/|confirmation/|copy/|corrections/|erasure/|files/(?:open/)?|messages/|new_receipt/stop/|"
    r"notices/(?:off/)?|pdf/|rating/|withdrawal/)?)\Z"
)
CORS_ALLOW_CREDENTIALS = CORS_ALLOW_PRIVATE_NETWORK = CORS_ALLOW_ALL_ORIGINS = False
CORS_ALLOW_METHODS = ("GET", "POST")
CORS_ALLOW_HEADERS = ("accept-language", "content-type", "idempotency-key", "x-form-key", "x-proof-of-work")
CORS_EXPOSE_HEADERS = (
    *("content-disposition", "idempotency-replayed", "retry-after"),
    *("ratelimit", "ratelimit-policy", "deprecation", "sunset", "link"),
)
CORS_PREFLIGHT_MAX_AGE = 600

SECURE_SSL_REDIRECT = _PRODUCTION
SECURE_REDIRECT_EXEMPT = [r"^health/"]
SECURE_HSTS_SECONDS = _environment.number("DOSJA_HSTS_SECONDS", 31_536_000) if _PRODUCTION else 0
SECURE_HSTS_INCLUDE_SUBDOMAINS = SECURE_HSTS_PRELOAD = False
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https") if _PROXIES else None
SECURE_CONTENT_TYPE_NOSNIFF = True
# Old browsers get "same-origin" (headers.py): either way no other site is told where a reader comes from.
SECURE_REFERRER_POLICY = "no-referrer"
X_FRAME_OPTIONS = "DENY"
LOGGING = logs.configuration(production=_PRODUCTION)
# Where processes count for Prometheus (backend/watching); without it, nobody reads the counts.
DOSJA_METRICS_DIR = _environment.text("DOSJA_METRICS_DIR")
# Bodies of the API, fields of forms. Files are sealed while they arrive, by the only handler there is: those
# of Django would hold them readable, in memory or in a temporary file.
DATA_UPLOAD_MAX_MEMORY_SIZE = 1_000_000
DATA_UPLOAD_MAX_NUMBER_FILES = 40
FILE_UPLOAD_HANDLERS = ["backend.files.receiving.SealingUploadHandler"]
# How much may wait of files that belong to no complaint yet.
DOSJA_FILES_WAITING_MB = _environment.number("DOSJA_FILES_WAITING_MB", 5_000, least=1)
# The unix socket of clamd. Without it, files are marked as not scanned.
DOSJA_CLAMAV_SOCKET = _environment.text("DOSJA_CLAMAV_SOCKET")

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
    # OPTIONS is 405: what may be sent is in openapi.yaml, what may be done in `allowed_actions`.
    "DEFAULT_METADATA_CLASS": None,
    "EXCEPTION_HANDLER": "backend.common.problems.handle",
    "UNAUTHENTICATED_USER": None,
    # There is one format; `?format=` would be a second way to ask for it.
    "URL_FORMAT_OVERRIDE": None,
    "TEST_REQUEST_DEFAULT_FORMAT": "json",
    "TEST_REQUEST_RENDERER_CLASSES": ["backend.common.wire.JSONRenderer"],
    "PAGE_SIZE": 50,
    "COERCE_DECIMAL_TO_STRING": True,
}
SPECTACULAR_SETTINGS = description.DESCRIPTION
TASKS = {"default": {"BACKEND": "backend.jobs.backend.DatabaseBackend"}}

_problems = [*_environment.problems, *(production_problems(globals()) if _PRODUCTION else ())]
if _problems:
    raise ImproperlyConfigured(f"Dosja does not start in mode {DOSJA_MODE}:\n  " + "\n  ".join(_problems))
