"""Pages that must stand when little else does: each says its language, whose it is, and the way home."""

import re

import pytest
from django.template.loader import render_to_string
from django.utils import translation

BARE = ("403_csrf", "404", "500", "503", "away")


@pytest.mark.parametrize(
    ("language", "lang", "brand"), [("zh-hans", "zh-Hans", "工匠"), ("en", "en", "Gongjiang")]
)
@pytest.mark.parametrize("name", BARE)
def test_a_page_without_the_house_around_it_is_whole(name: str, language: str, lang: str, brand: str) -> None:
    with translation.override(language):
        page = render_to_string(f"{name}.html")

    title, said = re.findall(r"<(?:title|h1)>(.*?)</(?:title|h1)>", page)
    assert (f'<html lang="{lang}">' in page, title) == (True, f"{said} · {brand}")
    assert ('<a href="/">' in page, 'name="viewport"' in page) == (True, True)
    assert bool(re.search("[一-鿿]", page.replace("匠</span>", ""))) == (language == "zh-hans")
