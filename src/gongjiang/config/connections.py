"""A connection to another machine is sealed, and its certificate checked, unless it is said otherwise."""

HERE = {"", "localhost", "127.0.0.1", "::1"}
MAIL = ("starttls", "ssl", "none")


def elsewhere(host: str) -> bool:
    """A name that begins with / is a socket of this machine."""
    return host not in HERE and not host.startswith("/")


def database_seal(host: str) -> dict[str, str]:
    """What libpq is told, where the address says nothing of it: the certificate and the name are checked."""
    return {"sslmode": "verify-full", "sslrootcert": "system"} if elsewhere(host) else {}


def mail_seal(host: str, said: str) -> str:
    if said and said not in MAIL:
        raise ValueError(f"GONGJIANG_SMTP_TLS: {' / '.join(MAIL)}")
    return said or ("starttls" if elsewhere(host) else "none")
