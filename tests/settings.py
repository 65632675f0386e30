"""The house's settings over a throw-away home: no test ever sees real data or real keys."""

import os
import tempfile

os.environ["GONGJIANG_HOME"] = tempfile.mkdtemp(prefix="gongjiang-test-")

from gongjiang.config.settings import *  # noqa: E402, F403

PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
}
LOGGING["loggers"]["gongjiang.request"]["level"] = "WARNING"  # noqa: F405
