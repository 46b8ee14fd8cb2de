"""Settings of the site. Everything an office may change is an environment variable that starts with `UIGWE_`.

`UIGWE_HOME` the site's folder · `UIGWE_DATABASE_URL` PostgreSQL instead of SQLite · `UIGWE_HOSTS` names it answers to ·
`UIGWE_TLS` `local` (plain HTTP on this machine only), `proxy` (TLS ends at a proxy) or `own` (gunicorn has the certificate) ·
`UIGWE_OFFICIAL_SITE=1` the masthead of official sites · `UIGWE_TODAY` an as-of date other than today ·
`UIGWE_MAIL` where letters go · `UIGWE_MAIL_FROM` who they are from · `UIGWE_ADDRESS` the site's own address, for letters ·
`UIGWE_SESSION_IDLE_MINUTES`, `UIGWE_SESSION_HOURS`. `UIGWE_DEMO`, `UIGWE_DEBUG` and `UIGWE_STATIC` are set by commands.
"""

import os
from datetime import date
from pathlib import Path
from urllib.parse import unquote, urlsplit

from csp.constants import NONE, SELF

from uigwe.web import home
from uigwe.web.database import database


def _flag(name: str) -> bool:
    return os.environ.get(name, "").strip().lower() in {"1", "true", "yes", "on"}


HERE = Path(__file__).resolve().parent
HOME = home.folder()

DEMO = _flag("UIGWE_DEMO")
DEBUG = _flag("UIGWE_DEBUG")
TLS = os.environ.get("UIGWE_TLS", "proxy")
SECRET_KEY = home.secret_key()
ALLOWED_HOSTS = [
    host.strip() for host in os.environ.get("UIGWE_HOSTS", "127.0.0.1,localhost,[::1]").split(",") if host.strip()
]

OFFICIAL_SITE = _flag("UIGWE_OFFICIAL_SITE")
TODAY = date.fromisoformat(os.environ["UIGWE_TODAY"]) if os.environ.get("UIGWE_TODAY") else None

# ── apps, lowest first ───────────────────────────────────────────────────────────────────────────────────────────────

INSTALLED_APPS = [
    "django.contrib.contenttypes",
    "django.contrib.auth",
    "django.contrib.sessions",
    "django.contrib.messages",
    "whitenoise.runserver_nostatic",
    "django.contrib.staticfiles",
    "axes",
    "csp",
    "django_htmx",
    "uigwe.web.records",
    "uigwe.web.people",
    "uigwe.web.plans",
    "uigwe.web.reading",
    "uigwe.web.approving",
    "uigwe.web.collecting",
    "uigwe.web.results",
]

MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "csp.middleware.CSPMiddleware",
    "uigwe.web.middleware.Incidents",
    "uigwe.web.middleware.Sessions",
    "uigwe.web.middleware.Language",
    "uigwe.web.invented.NamedFiles",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "uigwe.web.people.sessions.SessionEnds",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
    "uigwe.web.people.gate.Gate",
    "axes.middleware.AxesMiddleware",
]

ROOT_URLCONF = "uigwe.web.urls"
WSGI_APPLICATION = "uigwe.web.wsgi.application"

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [HERE / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.template.context_processors.i18n",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "uigwe.web.people.context.site",
            ]
        },
    }
]

# ── records ──────────────────────────────────────────────────────────────────────────────────────────────────────────

DATABASES = {"default": database(os.environ.get("UIGWE_DATABASE_URL", "").strip(), HOME)}
# Parts of pages that are the same for everybody; each process keeps some, of up to a quarter of a megabyte each.
CACHES = {"default": {"BACKEND": "django.core.cache.backends.locmem.LocMemCache", "OPTIONS": {"MAX_ENTRIES": 150}}}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

# ── people ───────────────────────────────────────────────────────────────────────────────────────────────────────────

AUTH_USER_MODEL = "people.User"
AUTHENTICATION_BACKENDS = ["axes.backends.AxesStandaloneBackend", "uigwe.web.people.signing.Passwords"]
PASSWORD_HASHERS = ["django.contrib.auth.hashers.Argon2PasswordHasher"]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator"},
    {"NAME": "django.contrib.auth.password_validation.MinimumLengthValidator", "OPTIONS": {"min_length": 12}},
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
]
LOGIN_URL = "sign_in"
LOGIN_REDIRECT_URL = "/"
LOGOUT_REDIRECT_URL = "/"

SESSION_IDLE_MINUTES = int(os.environ.get("UIGWE_SESSION_IDLE_MINUTES", "30"))
SESSION_HOURS = int(os.environ.get("UIGWE_SESSION_HOURS", "8"))
SESSION_COOKIE_AGE = SESSION_HOURS * 3600
SESSION_EXPIRE_AT_BROWSER_CLOSE = True
SESSION_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = "Lax"
MESSAGE_STORAGE = "django.contrib.messages.storage.cookie.CookieStorage"

# Five wrong passwords for one account from one address: a quarter of an hour of rest for that pair.
AXES_FAILURE_LIMIT = 5
AXES_COOLOFF_TIME = 0.25
AXES_LOCKOUT_PARAMETERS = [["username", "ip_address"]]
AXES_RESET_ON_SUCCESS = True
AXES_LOCKOUT_CALLABLE = "uigwe.web.people.signing.locked_out"
AXES_SENSITIVE_PARAMETERS = ["password"]
AXES_VERBOSE = False
AXES_DISABLE_ACCESS_LOG = False

# ── words and time ───────────────────────────────────────────────────────────────────────────────────────────────────

LANGUAGE_CODE = "ko"
LANGUAGES = [("ko", "\ud55c\uad6d\uc5b4"), ("en", "English")]  # the first is "Korean" in Korean
LOCALE_PATHS = [HERE / "locale"]
LANGUAGE_COOKIE_NAME = "uigwe_language"
LANGUAGE_COOKIE_AGE = 365 * 24 * 3600
LANGUAGE_COOKIE_SAMESITE = "Lax"
USE_I18N = True
USE_TZ = True
TIME_ZONE = "Asia/Seoul"

# ── letters ──────────────────────────────────────────────────────────────────────────────────────────────────────────

# `smtp://name@host:port` or `smtps://…`, with `name:…@` for a password; nothing: files in the site's folder, and nothing leaves the machine.
_mail = urlsplit(os.environ.get("UIGWE_MAIL", "").strip())
MAIL_IN_FILES = _mail.scheme not in ("smtp", "smtps")
EMAIL_BACKEND = f"django.core.mail.backends.{'filebased' if MAIL_IN_FILES else 'smtp'}.EmailBackend"
EMAIL_FILE_PATH = HOME / "mail"
EMAIL_HOST, EMAIL_PORT = _mail.hostname or "localhost", _mail.port or (465 if _mail.scheme == "smtps" else 25)
EMAIL_HOST_USER, EMAIL_HOST_PASSWORD = unquote(_mail.username or ""), unquote(_mail.password or "")
EMAIL_USE_SSL = _mail.scheme == "smtps"
EMAIL_USE_TLS = _mail.scheme == "smtp" and "tls" in _mail.query
EMAIL_TIMEOUT = 20
DEFAULT_FROM_EMAIL = SERVER_EMAIL = os.environ.get("UIGWE_MAIL_FROM", "uigwe@localhost")
ADDRESS = os.environ.get("UIGWE_ADDRESS", "")

# ── front-end files ──────────────────────────────────────────────────────────────────────────────────────────────────

COLLECTED = os.environ.get("UIGWE_STATIC") == "collected"
STATIC_URL = "static/"
STATIC_ROOT = HOME / "static" if COLLECTED else None
STATICFILES_DIRS = [HERE / "static"]
WHITENOISE_USE_FINDERS = not COLLECTED
WHITENOISE_KEEP_ONLY_HASHED_FILES = True
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {
        "BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage"
        if COLLECTED
        else "django.contrib.staticfiles.storage.StaticFilesStorage"
    },
}
MEDIA_ROOT = HOME / "files"

# ── what a browser is told ───────────────────────────────────────────────────────────────────────────────────────────

CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [SELF],
        "img-src": [SELF, "data:"],
        "object-src": [NONE],
        "base-uri": [NONE],
        "form-action": [SELF],
        "frame-ancestors": [NONE],
    }
}
X_FRAME_OPTIONS = "DENY"
SECURE_CONTENT_TYPE_NOSNIFF = True
SECURE_REFERRER_POLICY = "same-origin"
SECURE_CROSS_ORIGIN_OPENER_POLICY = "same-origin"
CSRF_COOKIE_HTTPONLY = True
CSRF_FAILURE_VIEW = "uigwe.web.people.views.not_our_form"
CSRF_COOKIE_SAMESITE = "Lax"

# Plain HTTP is for one machine talking to itself (the demo, `uigwe serve` without more); everything else is TLS.
_encrypted = TLS != "local" and not DEMO and not DEBUG
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = LANGUAGE_COOKIE_SECURE = _encrypted
SECURE_SSL_REDIRECT = _encrypted
SECURE_HSTS_SECONDS = 31_536_000 if _encrypted else 0
SECURE_HSTS_INCLUDE_SUBDOMAINS = SECURE_HSTS_PRELOAD = _encrypted
if TLS == "proxy" and _encrypted:
    SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")

DATA_UPLOAD_MAX_MEMORY_SIZE = 1_000_000
DATA_UPLOAD_MAX_NUMBER_FIELDS = 500
FILE_UPLOAD_HANDLERS = [
    "uigwe.web.uploads.Counting",
    "django.core.files.uploadhandler.MemoryFileUploadHandler",
    "uigwe.web.uploads.Coming",
]

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"line": {"()": "uigwe.web.incidents.OneLine"}},
    "handlers": {"console": {"class": "logging.StreamHandler", "formatter": "line"}},
    "root": {"handlers": ["console"], "level": "WARNING"},
    "loggers": {
        "django": {"handlers": ["console"], "level": "WARNING", "propagate": False},
        # What breaks is logged once, with its number, by the middleware of incidents.
        "django.request": {"handlers": ["console"], "level": "CRITICAL", "propagate": False},
    },
}
