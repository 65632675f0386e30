"""The page of a person shows the number masked; it is shown whole, once, to who said why."""

from django.urls import reverse

from tests.town import Town

REASON = {"reason": "核对证书信息"}


def test_a_number_is_masked_until_a_reason_is_given(town: Town, demo_clock: None) -> None:
    worker = town.workers(1)[0]
    officer = town.client("officer")
    page = officer.get(reverse("desk:person", args=[worker.ref])).content.decode()
    assert (worker.id_number in page, f"{worker.id_number[:4]}**********" in page) == (False, True)

    refused = officer.post(reverse("desk:unmask", args=[worker.ref]), {"reason": ""})
    shown = officer.post(reverse("desk:unmask", args=[worker.ref]), REASON)

    assert refused.status_code == 302
    assert (worker.id_number in shown.content.decode(), shown["Cache-Control"]) == (True, "no-store")


def test_who_watches_sees_who_read_what_and_officers_their_own(town: Town, demo_clock: None) -> None:
    worker = town.workers(1)[0]
    town.client("officer").post(reverse("desk:unmask", args=[worker.ref]), REASON)
    pages = {
        who: town.client(who).get(reverse("desk:disclosures")).content.decode()
        for who in ("supervisor", "auditadmin", "officer", "officer2")
    }

    seen = {who for who, page in pages.items() if REASON["reason"] in page}
    assert seen == {"supervisor", "auditadmin", "officer"}
    assert [who for who, page in pages.items() if worker.id_number in page] == []


def test_an_emergency_is_asked_for_and_agreed_to_on_the_page(town: Town, demo_clock: None) -> None:
    address = reverse("desk:disclosures")
    town.client("officer").post(address, {"reason": "系统故障，需逐一核对"})
    supervisor = town.client("supervisor")
    page = supervisor.get(address).content.decode()
    assert 'name="emergency"' in page

    supervisor.post(address, {"emergency": page.split('name="emergency" value="')[1].split('"')[0]})

    assert 'name="emergency"' not in supervisor.get(address).content.decode()
