"""All settings, from the environment; the defaults are the embedded mode (one process, SQLite).

PORT, DATABASE_URL, REDIS_URL and DATA_DIR are the knobs an installer turns; see README.
"""

import os
import secrets
from collections.abc import Mapping
from importlib.util import find_spec
from pathlib import Path
from typing import NotRequired, TypedDict

import environ
from csp.constants import NONCE, SELF
from django.core.exceptions import ImproperlyConfigured

from config.assets import cache_for_ever
from config.description import DESCRIPTION
from notation.limits import EVIDENCE_BYTES, JSON_BYTES

BASE_DIR = Path(__file__).resolve().parent.parent
env = environ.Env()

DATA_DIR = Path(env.str("DATA_DIR", default=str(BASE_DIR / "var"))).resolve()
DATA_DIR.mkdir(parents=True, exist_ok=True)
EVIDENCE_DIR = DATA_DIR / "evidence"
EVIDENCE_DIR.mkdir(exist_ok=True)
EVIDENCE_MAX_BYTES = EVIDENCE_BYTES
#: Beside what is kept, so that one job finds whatever a killed process left (approvals.actions.unfinished).
FILE_UPLOAD_TEMP_DIR = EVIDENCE_DIR


def kept_secret(path: Path) -> str:
    """The installation's secret key, made once; only the owner can read it."""
    if not path.exists():
        try:
            handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        except FileExistsError:
            return path.read_text("ascii")
        with os.fdopen(handle, "w") as file:
            file.write(secrets.token_urlsafe(64))
    return path.read_text("ascii")


SECRET_KEY = env.str("SECRET_KEY", default="") or kept_secret(DATA_DIR / "secret_key")
DEBUG = False
ALLOWED_HOSTS = env.list("ALLOWED_HOSTS", default=["127.0.0.1", "localhost", "[::1]"])
CSRF_TRUSTED_ORIGINS = env.list("CSRF_TRUSTED_ORIGINS", default=[])
BEHIND_TLS = env.bool("BEHIND_TLS", default=False)
#: Addresses or networks whose X-Forwarded-For is believed; nobody else's is.
TRUSTED_PROXIES = env.list("TRUSTED_PROXIES", default=["127.0.0.1", "::1"] if BEHIND_TLS else [])

INSTALLED_APPS = [
    "approvals",  # first: its migrate and flush commands keep the ledger's triggers
    "demo",
    "weeks",
    "administration",
    "handovers",
    "meetings",
    "reports",
    "instructions",
    "opinions",
    "extensions",
    "plans",
    "periods",
    "workflow",
    "notifications",
    "organization",
    "config",
    "channels",
    "rest_framework",
    "knox",
    "drf_spectacular",
    "csp",
    "guardian",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.staticfiles",
]

MIDDLEWARE = [
    "organization.http.clock.clock",
    "django.middleware.security.SecurityMiddleware",
    "servestatic.middleware.ServeStaticMiddleware",
    "organization.http.answers.Answers",
    "csp.middleware.CSPMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.locale.LocaleMiddleware",
    "config.bodies.BoundedBodies",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "config.visits.visits",
]

ROOT_URLCONF = "config.urls"
ASGI_APPLICATION = "config.asgi.application"
WSGI_APPLICATION = "config.wsgi.application"
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [BASE_DIR / "config" / "templates"],
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "csp.context_processors.nonce",
            ]
        },
    }
]

# --- Database -----------------------------------------------------------------------------------
# SQLite: IMMEDIATE, because a transaction that reads and then writes would otherwise fail under load;
# FULL, because an acknowledged signature must survive a power cut.
SQLITE_OPTIONS = {
    "transaction_mode": "IMMEDIATE",
    "timeout": 30,
    "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA foreign_keys=ON;",
}
# PostgreSQL: seconds (tcp_user_timeout: milliseconds) after which a server that fell silent is given up.
POSTGRESQL_OPTIONS = {
    "connect_timeout": 5,
    "keepalives_idle": 10,
    "keepalives_interval": 5,
    "keepalives_count": 3,
    "tcp_user_timeout": 15_000,
}


class Database(TypedDict):
    """Django's entry for a database, as far as it is read here."""

    ENGINE: str
    NAME: str
    OPTIONS: NotRequired[Mapping[str, object]]
    TEST: NotRequired[Mapping[str, str]]
    CONN_HEALTH_CHECKS: NotRequired[bool]


def database(url: str) -> Database:
    """Django's DATABASES entry for a URL; only SQLite and PostgreSQL are served.

    Raises:
        ImproperlyConfigured: another engine.
    """
    entry: Database = environ.Env.db_url_config(url)
    if entry["ENGINE"].endswith("sqlite3"):
        name = Path(entry["NAME"])
        return {
            **entry,
            "OPTIONS": SQLITE_OPTIONS,
            "TEST": {"NAME": str(name.with_name(f"test_{name.name}"))},
        }
    if not entry["ENGINE"].endswith("postgresql"):
        raise ImproperlyConfigured("DATABASE_URL must name SQLite or PostgreSQL")
    # Not prepared: after five uses the server would plan a list for whatever is asked of it, 15 times as slow. Acts are
    # (approvals.actions.prepared).
    options: dict[str, object] = {"server_side_binding": True, "prepare_threshold": None}
    # Under ASGI every request has a thread of its own: without a pool it opens a connection of its own.
    if pool := env.int("DATABASE_POOL", default=20):
        # A pool that waits long between its tries to connect would be away longer than the server was.
        options["pool"] = {"min_size": 1, "max_size": pool, "timeout": 5, "reconnect_timeout": 3}
    # A connection is asked before it is used: one that was lost meanwhile costs no request.
    return {
        **entry,
        "CONN_HEALTH_CHECKS": True,
        "OPTIONS": {**POSTGRESQL_OPTIONS, **entry.get("OPTIONS", {}), **options},
    }


DATABASES = {
    "default": database(env.str("DATABASE_URL", default="") or f"sqlite:///{DATA_DIR / 'sauro.sqlite3'}")
}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

# --- Sockets ------------------------------------------------------------------------------------
REDIS_URL = env.str("REDIS_URL", default="")
REDIS_PREFIX = env.str("REDIS_PREFIX", default="sauro")
CHANNEL_LAYERS: dict[str, dict[str, object]] = {
    "default": {"BACKEND": "channels.layers.InMemoryChannelLayer"}
}
if REDIS_URL:
    # The core layer drops messages of a slow reader in silence; the pub/sub layer does not.
    CHANNEL_LAYERS["default"] = {
        "BACKEND": "channels_redis.pubsub.RedisPubSubChannelLayer",
        "CONFIG": {"hosts": [{"address": REDIS_URL, "socket_connect_timeout": 2}], "prefix": REDIS_PREFIX},
    }

# --- Background jobs ----------------------------------------------------------------------------
# thread: in every ASGI process and run_jobs; celery: in its workers; none: in other processes than this.
JOBS = env.str("JOBS", default="thread")
if JOBS not in {"thread", "celery", "none"}:
    raise ImproperlyConfigured("JOBS must be thread, celery or none")
if JOBS == "celery" and not REDIS_URL:
    raise ImproperlyConfigured("JOBS=celery needs REDIS_URL")
if JOBS == "celery" and find_spec("celery") is None:
    raise ImproperlyConfigured("JOBS=celery needs requirements/celery.txt installed")

# --- People -------------------------------------------------------------------------------------
AUTH_USER_MODEL = "organization.User"
AUTHENTICATION_BACKENDS = ["organization.backends.AppointmentBackend"]
ANONYMOUS_USER_NAME = None
# Our own backend answers from appointments; guardian serves as the table of grants only.
SILENCED_SYSTEM_CHECKS = ["guardian.W001"]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "django.contrib.auth.password_validation.MinimumLengthValidator", "OPTIONS": {"min_length": 8}},
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
]
SESSION_COOKIE_AGE = 12 * 60 * 60
SESSION_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = "Lax"
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = BEHIND_TLS
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https") if BEHIND_TLS else None
SECURE_HSTS_SECONDS = 31_536_000 if BEHIND_TLS else 0
X_FRAME_OPTIONS = "DENY"
SECURE_REFERRER_POLICY = "same-origin"
CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [SELF],
        "script-src": [SELF, NONCE],
        "style-src": [SELF, NONCE],
        "img-src": [SELF, "data:"],
        "connect-src": [SELF],
        "frame-ancestors": ["'none'"],
        "base-uri": ["'none'"],
        "form-action": [SELF],
    }
}

DEMO = env.bool("DEMO", default=False)  # lets the demo be loaded beside a real institution
AUTHORITY_DAYS = min(env.int("AUTHORITY_DAYS", default=30), 90)  # of one authorisation (TUQ.), at most
globals().update(env.email_url("SMTP_URL", default="dummymail://"))  # EMAIL_HOST and the like
DEFAULT_FROM_EMAIL = env.str("MAIL_FROM", default="sau-ro@localhost")

# --- Language and time --------------------------------------------------------------------------
LANGUAGE_CODE = "vi"
LANGUAGES = [("vi", "Tiếng Việt"), ("en", "English")]
LOCALE_PATHS = [BASE_DIR / "locale", BASE_DIR / "locale" / "rest_framework"]
TIME_ZONE = "Asia/Ho_Chi_Minh"
USE_TZ = True

# --- Quotas: how often one person may, in an hour ------------------------------------------------
QUOTAS = {
    "uploads": env.int("UPLOADS_PER_HOUR", default=200),
    "imports": env.int("IMPORTS_PER_HOUR", default=60),
    "remarks": env.int("REMARKS_PER_HOUR", default=200),
}

# How often a name was tried is kept here: with few places, many other names would push it out.
CACHES = {
    "default": {
        "BACKEND": "django.core.cache.backends.locmem.LocMemCache",
        "OPTIONS": {"MAX_ENTRIES": 50_000},
    }
}

# --- Files --------------------------------------------------------------------------------------
STATIC_URL = "/static/"
STATIC_ROOT = DATA_DIR / "static"
FRONTEND_DIST = BASE_DIR / "frontend" / "dist"
STATICFILES_DIRS = [FRONTEND_DIST] if FRONTEND_DIST.is_dir() else []
SERVESTATIC_USE_FINDERS = True
SERVESTATIC_USE_MANIFEST = SERVESTATIC_AUTOREFRESH = False
SERVESTATIC_ADD_HEADERS_FUNCTION = cache_for_ever
DATA_UPLOAD_MAX_MEMORY_SIZE = JSON_BYTES

# --- The HTTP API -------------------------------------------------------------------------------
REST_FRAMEWORK = {
    # Tokens first: its challenge makes the answer to the anonymous a 401.
    "DEFAULT_AUTHENTICATION_CLASSES": [
        "organization.http.tokens.StandingTokenAuthentication",
        "rest_framework.authentication.SessionAuthentication",
    ],
    "DEFAULT_PERMISSION_CLASSES": ["rest_framework.permissions.IsAuthenticated"],
    "DEFAULT_RENDERER_CLASSES": ["rest_framework.renderers.JSONRenderer"],
    "DEFAULT_PARSER_CLASSES": ["organization.http.parsers.SafeJSONParser"],
    "DEFAULT_SCHEMA_CLASS": "drf_spectacular.openapi.AutoSchema",
    "EXCEPTION_HANDLER": "organization.http.problems.answer",
    "DEFAULT_THROTTLE_RATES": {"login": env.str("LOGIN_RATE", default="20/min")},
    # "format" is a parameter of our own (export), not a choice of renderer.
    "URL_FORMAT_OVERRIDE": None,
}
SPECTACULAR_SETTINGS = DESCRIPTION
REST_KNOX = {"TOKEN_TTL": None, "AUTO_REFRESH": False}
LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {
        "line": {
            "()": "config.lines.Line",
            "fmt": "{asctime} {levelname} {name}: {message}",
            "style": "{",
        }
    },
    "handlers": {"console": {"class": "logging.StreamHandler", "formatter": "line"}},
    "root": {"handlers": ["console"], "level": env.str("LOG_LEVEL", default="INFO")},
    "loggers": {"celery": {"level": "WARNING"}},  # else several lines for each look at each job
}  # fmt: skip
