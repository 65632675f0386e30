"""To another machine the house speaks sealed, and asks who is there, unless its owner says otherwise."""

from pathlib import Path

import pytest

from gongjiang.config.connections import mail_seal
from gongjiang.config.databases import database
from gongjiang.web.console.backup.copying import surroundings

SEALED = {"sslmode": "verify-full", "sslrootcert": "system"}


@pytest.mark.parametrize(
    ("address", "options"),
    [
        ("postgresql://u@db.example/house", SEALED),
        ("postgresql://u@10.0.0.7:5433/house?connect_timeout=3", SEALED | {"connect_timeout": "3"}),
        ("postgresql://u@db.example/house?sslmode=disable", {"sslmode": "disable"}),
        ("postgresql://u@127.0.0.1:5433/house", {}),
        ("postgresql:///house?host=/run/postgresql", {}),
    ],
)
def test_a_database_elsewhere_is_asked_who_it_is(address: str, options: dict, tmp_path: Path) -> None:
    assert database(address, tmp_path)["OPTIONS"] == options


@pytest.mark.parametrize(
    ("host", "said", "seal"),
    [
        ("mail.example", "", "starttls"),
        ("mail.example", "ssl", "ssl"),
        ("mail.example", "none", "none"),
        ("127.0.0.1", "", "none"),
        ("", "", "none"),
    ],
)
def test_mail_to_elsewhere_is_sealed(host: str, said: str, seal: str) -> None:
    assert mail_seal(host, said) == seal


def test_another_word_is_no_seal() -> None:
    with pytest.raises(ValueError, match="GONGJIANG_SMTP_TLS"):
        mail_seal("mail.example", "yes")


def test_a_backup_is_taken_as_sealed_as_the_house_speaks(tmp_path: Path) -> None:
    told = database("postgresql://u:p@db.example:5433/house", tmp_path)

    assert surroundings(told) == {
        "PGHOST": "db.example", "PGPORT": "5433", "PGUSER": "u", "PGPASSWORD": "p", "PGDATABASE": "house",
        "PGSSLMODE": "verify-full", "PGSSLROOTCERT": "system",
    }  # fmt: skip
