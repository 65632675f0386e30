"""Doors that ask nobody's name: what the public may open, what the sign-in pages are, and the API's doors."""

from tests.web.access import EVERYBODY, NOBODY, Allowed, Door, acting, bringing, seeing
from tests.web.alive import Alive

OPEN = tuple(
    Door(f"portal:{name}", args, EVERYBODY, methods)
    for name, args, methods in (
        ("home", (), "GET"),
        ("schemes", (), "GET"),
        ("scheme", ("reward",), "GET"),
        ("entitled", (), "GET POST"),
        ("notices", (), "GET"),
        ("notice", ("notice",), "GET"),
        ("object", ("notice", "entry"), "GET POST"),
        ("versions", ("notice", "entry"), "GET"),
        ("received", ("objection",), "GET"),
        ("roster", (), "GET"),
        ("craftsman", ("craftsman",), "GET"),
        ("stories", (), "GET"),
        ("contests", (), "GET"),
        ("contest", ("edition",), "GET"),
        ("sessions", (), "GET"),
        ("figures", (), "GET"),
        ("draws", (), "GET"),
        ("replay", (), "GET"),
        ("verify", (), "GET"),
        ("verified", ("number",), "GET"),
        ("healthz", (), "GET"),
        ("elder", (), "POST"),
    )
) + (Door("api_docs", (), EVERYBODY),)
SHUT = (
    Door("portal:story", ("story",), NOBODY),
    Door("portal:draw", ("I", "1"), NOBODY),
    Door("portal:credential", ("number",), NOBODY),
    Door("portal:status_list", ("0",), NOBODY),
    Door("portal:issuer", (), NOBODY),
    Door("portal:seals", (), NOBODY),
    Door("portal:did", (), NOBODY),
    Door("portal:enter", (), NOBODY, "POST"),
)
"""A draft, a draw of a round that goes on, a credential by a guessable number, a key before there is one."""
SIGNED_IN = (Door("portal:clock", (), EVERYBODY, "POST"),)
SIGN_IN = frozenset({
    "login", "logout", "inactive", "signup", "reauthenticate", "email", "email_verification_sent",
    "change_password", "set_password", "reset_password", "confirm_login_code", "confirm_email",
    "reset_password_from_key_done", "reset_password_from_key", "reset_password_done",
})  # fmt: skip
FACTORS = frozenset({
    "index", "authenticate", "reauthenticate", "activate_totp", "deactivate_totp", "view_recovery_codes",
    "generate_recovery_codes", "download_recovery_codes",
})  # fmt: skip
NAMELESS = frozenset({"", "set_language"})
WATCH = frozenset({"health", "health_live", "metrics"})
WHERE = frozenset({"usersessions_list"})
SIGNING = {f"account_{name}" for name in SIGN_IN} | {f"mfa_{name}" for name in FACTORS} | WHERE
THEIRS = SIGNING | NAMELESS | WATCH
"""Pages of one's own sign-in: the library's, tried in test_signing_in; and of the watch, in test_health."""


def holding(allowed: Allowed) -> Allowed:
    """The API shows a token what the pages show its owner."""
    return lambda alive: frozenset(f"{who}'s" for who in allowed(alive))


API = (
    Door("api:cases", (), holding(EVERYBODY)),
    Door("api:case", ("nominated",), holding(seeing("nominated"))),
    Door("api:case", ("visited",), holding(seeing("visited"))),
    Door("api:case", ("certified",), holding(seeing("certified"))),
    Door("api:case", ("marked",), holding(seeing("marked"))),
    Door("api:case", ("draft",), holding(seeing("draft"))),
    Door("api:steps", ("nominated",), holding(seeing("nominated"))),
    Door("api:steps", ("certified",), holding(seeing("certified"))),
    Door("api:log", ("logged", "services"), holding(seeing("logged"))),
    Door("api:step", ("nominated", "screen"), holding(seeing("nominated")), "POST"),
    Door("api:enter", ("logged", "services"), holding(seeing("logged")), "POST"),
    Door("api:evidence", ("nominated",), holding(bringing("nominated")), "POST"),
    Door("api:budget", (), holding(acting("money.see"))),
    Door("api:me", (), holding(EVERYBODY)),
)
API_OPEN = ("openapi-json", "schemes", "scheme", "decide", "rounds", "notices", "notice", "craftsmen",
            "certificate", "head", "api-root")  # fmt: skip
"""Open to all: what they may tell is held by the drills of secrets and of the gate."""
OWN = ("apply_for",)


def declared(doors: tuple[Door, ...], alive: Alive) -> set[str]:
    """The names of the routes that the tables speak of."""
    api = {f"api:{name}" for name in (*API_OPEN, *OWN)}
    return {door.name for door in (*doors, *OPEN, *SHUT, *SIGNED_IN, *API)} | api | THEIRS
