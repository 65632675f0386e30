"""The folder is the registration: every scheme of a plan is a folder under its `schemes`."""

from importlib import import_module
from importlib.resources import files
from pkgutil import iter_modules

from gongjiang.law.scheme import Scheme


def schemes_in(package: str) -> tuple[Scheme, ...]:
    """The SCHEME of every sub-package, by name."""
    folder = import_module(package)
    names = sorted(found.name for found in iter_modules(folder.__path__) if found.ispkg)
    return tuple(import_module(f"{package}.{name}.scheme").SCHEME for name in names)


def text_of(scheme: Scheme, name: str) -> str:
    """A text that lies beside a scheme, such as its guide; empty when there is none."""
    found = files(scheme.subject.__module__.rpartition(".")[0]) / name
    return found.read_text("utf-8") if found.is_file() else ""
