"""What is logged, and how: lines of JSON, in which nobody is named."""

from typing import Any


def logging(demo: bool) -> dict[str, Any]:
    return {
        "version": 1,
        "disable_existing_loggers": False,
        "formatters": {"lines": {"()": "gongjiang.web.log_lines.Lines"}},
        "handlers": {"console": {"class": "logging.StreamHandler", "formatter": "lines"}},
        "root": {"handlers": ["console"], "level": "WARNING"},
        "loggers": {
            "django": {"handlers": [], "level": "WARNING"},
            "gongjiang.request": {"level": "WARNING" if demo else "INFO"},
            "gongjiang.door": {"level": "INFO"},
            "pyhanko": {"level": "CRITICAL"},
        },
    }
