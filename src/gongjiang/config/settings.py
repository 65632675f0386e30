"""Django's settings. Everything that differs between installations comes from GONGJIANG_* variables."""

import os
from pathlib import Path

from gongjiang.config.connections import mail_seal
from gongjiang.config.databases import database
from gongjiang.config.hourly import COUNTS, hourly
from gongjiang.config.log import logging
from gongjiang.config.policy import CONTENT_SECURITY_POLICY as CONTENT_SECURITY_POLICY
from gongjiang.config.secrets import keys

PACKAGE = Path(__file__).resolve().parent.parent
HOME = Path(os.environ.get("GONGJIANG_HOME", "data")).resolve()
DEMO = os.environ.get("GONGJIANG_DEMO") == "1"
SECURE = os.environ.get("GONGJIANG_HTTPS") == "1"
DATABASE = os.environ.get("GONGJIANG_DATABASE", "")

HOME.mkdir(parents=True, exist_ok=True, mode=0o700)
_keys = keys(HOME, has_data=(HOME / "gongjiang.sqlite3").exists())
SECRET_KEY, LOG_KEY, SECRETS = _keys.django, _keys.log, _keys.folder
ISSUER_KEY, SEAL_KEY = _keys.issuer, _keys.seal
ISSUER = os.environ.get("GONGJIANG_ISSUER", "")
"""The issuer's name in credentials, such as did:web:…; without it the key is the name (did:key:…)."""

PUBLIC_ADDRESS = os.environ.get("GONGJIANG_ADDRESS", "")
"""Where the public finds this house: what a certificate's QR code leads to."""

CONTACT = os.environ.get("GONGJIANG_CONTACT", "")
"""How the public reaches the office, such as a telephone and hours; stands on notices where it is given."""

SMTP = os.environ.get("GONGJIANG_SMTP", "")
"""host:port of the mail server; without it no mail leaves the house."""
EMAIL_HOST, _, _port = SMTP.partition(":")
EMAIL_PORT = int(_port or 25)
EMAIL_HOST_USER = os.environ.get("GONGJIANG_SMTP_USER", "")
EMAIL_HOST_PASSWORD = os.environ.get("GONGJIANG_SMTP_PASSWORD", "")
_seal = mail_seal(EMAIL_HOST, os.environ.get("GONGJIANG_SMTP_TLS", ""))
EMAIL_USE_TLS, EMAIL_USE_SSL = _seal == "starttls", _seal == "ssl"
EMAIL_TIMEOUT = 30
MAIL_FROM = os.environ.get("GONGJIANG_MAIL_FROM", "gongjiang@localhost")
MAIL_HOST = MAIL_FROM.rpartition("@")[2]
SMS_FOLDER = os.environ.get("GONGJIANG_SMS_FOLDER", "")
"""Where text messages are laid as files for the site's gateway; without it none are written."""
PICTURE_PIXELS = int(os.environ.get("GONGJIANG_PICTURE_PIXELS", "36000000"))
API_HOURLY = int(os.environ.get("GONGJIANG_API_HOURLY", "3600"))
"""Requests to the API an hour, for a token or, without one, for an address."""
HOURLY = hourly(os.environ.get("GONGJIANG_HOURLY", ""))
"""Of each thing that costs so many an hour, for somebody signed in or, of strangers, for a machine."""
WATCH_TOKEN = os.environ.get("GONGJIANG_WATCH_TOKEN", "")
"""Opens particulars and figures of the house; without it this machine alone reads them, with no proxy."""
CLOCK_TOLERANCE = int(os.environ.get("GONGJIANG_CLOCK_TOLERANCE", "300"))
"""Seconds by which the clock may be behind the last leaf of the record; beyond it nothing is written."""

REGISTER = os.environ.get("GONGJIANG_REGISTER", "")
"""A folder of registers handed in by other departments, for what-if questions about the whole city."""

DEBUG = False
ALLOWED_HOSTS = os.environ.get("GONGJIANG_HOSTS", "127.0.0.1,localhost").split(",")
DATABASES = {"default": database(DATABASE, HOME)}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

INSTALLED_APPS = [
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "django_htmx",
    "csp",
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "allauth.usersessions",
    "gongjiang.office.journal",
    "gongjiang.office.registry",
    "gongjiang.office.cases",
    "gongjiang.office.review",
    "gongjiang.office.notice",
    "gongjiang.office.honours",
    "gongjiang.office.ledger",
    "gongjiang.office.post",
    "gongjiang.office.services",
    "gongjiang.office.whatif",
    "gongjiang.office.duty",
    "gongjiang.office.stories",
    "gongjiang.web",
]
MIDDLEWARE = [
    "gongjiang.web.measuring.Measured",
    "gongjiang.web.log_lines.RequestLines",
    "gongjiang.web.unkept.Unkept",
    "csp.middleware.CSPMiddleware",
    "gongjiang.web.sealed_line.SealedLine",
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.locale.LocaleMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "gongjiang.web.known_machine.KnownMachine",
    "django_htmx.middleware.HtmxMiddleware",
    "gongjiang.web.plain_text.PlainText",
    "gongjiang.web.bounded.Bounded",
    "gongjiang.web.steady.Steady",
    "gongjiang.web.watchful.Watchful",
    "gongjiang.web.middleware.OwnPassword",
    "gongjiang.web.middleware.SecondFactor",
]
ROOT_URLCONF = "gongjiang.config.urls"
WSGI_APPLICATION = "gongjiang.config.wsgi.application"
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [PACKAGE / "web" / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "gongjiang.web.context.house",
            ],
            "builtins": [
                "django.templatetags.i18n",
                "django.templatetags.static",
                "gongjiang.web.templatetags.house",
            ],
        },
    }
]

AUTH_USER_MODEL = "registry.User"
AUTHENTICATION_BACKENDS = ["allauth.account.auth_backends.AuthenticationBackend"]
PASSWORD_HASHERS = ["django.contrib.auth.hashers.Argon2PasswordHasher"]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "django.contrib.auth.password_validation.MinimumLengthValidator", "OPTIONS": {"min_length": 12}},
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
    {"NAME": "gongjiang.web.own_words.OwnWords"},
    {"NAME": "gongjiang.web.own_words.Another"},
]
LOGIN_URL = "account_login"
LOGIN_REDIRECT_URL = "desk:todo"
ACCOUNT_LOGIN_METHODS = {"username"}
ACCOUNT_SIGNUP_FIELDS = ["username*", "password1*", "password2*"]
ACCOUNT_ADAPTER = "gongjiang.web.adapter.ClosedDoor"
MFA_ADAPTER = "gongjiang.web.adapter.SealedFactors"
USERSESSIONS_ADAPTER = "gongjiang.web.adapter.OtherDoors"
ACCOUNT_EMAIL_VERIFICATION = "none"
ACCOUNT_SESSION_REMEMBER = False
ACCOUNT_RATE_LIMITS = {"login_failed": "10/m/ip,8/15m/key", "known_failed": "8/15m/key"}
ALLAUTH_TRUSTED_PROXY_COUNT = int(os.environ.get("GONGJIANG_PROXIES", "0"))
MFA_SUPPORTED_TYPES = ["totp", "recovery_codes"]
SESSION_COOKIE_AGE = 12 * 3600
SESSION_ENGINE = "gongjiang.web.sealed_sessions"
HOST = "__Host-" if SECURE else ""
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = LANGUAGE_COOKIE_SECURE = SECURE
SESSION_COOKIE_HTTPONLY = CSRF_COOKIE_HTTPONLY = LANGUAGE_COOKIE_HTTPONLY = True
SESSION_COOKIE_NAME, CSRF_COOKIE_NAME = f"{HOST}sessionid", f"{HOST}csrftoken"
LANGUAGE_COOKIE_NAME, ELDER_COOKIE = f"{HOST}language", f"{HOST}elder"
KNOWN_COOKIE = f"{HOST}known"
LANGUAGE_COOKIE_SAMESITE = "Lax"
MESSAGE_STORAGE = "django.contrib.messages.storage.session.SessionStorage"
SECURE_CONTENT_TYPE_NOSNIFF = True
SECURE_REFERRER_POLICY = "same-origin"
SECURE_SSL_REDIRECT = SECURE
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https") if SECURE else None
"""The house itself listens in the open on loopback: the proxy before it says how it was asked."""
SECURE_REDIRECT_EXEMPT = ["^health", "^metrics$"]
SECURE_HSTS_SECONDS = 31536000 if SECURE else 0
SECURE_HSTS_INCLUDE_SUBDOMAINS = SECURE
SILENCED_SYSTEM_CHECKS = ["security.W021"]
"""Joining the browsers' own list of names is up to whoever owns the name."""
X_FRAME_OPTIONS = "DENY"
CACHES = {"default": COUNTS}

LANGUAGE_CODE = "zh-hans"
LANGUAGES = [("zh-hans", "中文"), ("en", "English")]
FACES = ("", "portal", "desk", "panel", "finance", "insight")
LOCALE_PATHS = [PACKAGE / "web" / face / "locale" for face in FACES]
FORMAT_MODULE_PATH = "gongjiang.web.formats"
TIME_ZONE = "Asia/Shanghai"
USE_I18N = USE_TZ = True

STATIC_URL = "static/"
STATICFILES_DIRS = [PACKAGE / "web" / "static"]
STATIC_ROOT = HOME / "static"
STATIC_ROOT.mkdir(exist_ok=True)
WHITENOISE_USE_FINDERS = True
DATA_UPLOAD_MAX_MEMORY_SIZE = 2_621_440
DATA_UPLOAD_MAX_NUMBER_FIELDS = 2_000
_in_memory = "django.core.files.uploadhandler.MemoryFileUploadHandler"
FILE_UPLOAD_HANDLERS = [_in_memory, "gongjiang.web.nameless.Nameless"]
LOGGING = logging(DEMO)
