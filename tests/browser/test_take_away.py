"""Take away in a real browser: the zip is downloaded, unpacked, and followed from page to page."""

from __future__ import annotations

import zipfile
from datetime import UTC, datetime
from pathlib import Path

import pytest

from tests.browser.accessibility import violations
from tests.browser.conftest import House, OpenPage
from workflow.services import translation
from workflow.store.ids import new_id

pytestmark = pytest.mark.browser


@pytest.fixture(scope="module")
def begun(house: House) -> str:
    name = house.new_letter()
    for locale, text in (("ar", "نداء مشترك"), ("fr", "Un appel commun")):
        translation.save(
            house.workspace, house.samar.id, datetime.now(UTC), unit=house.units(name)[0],
            locale=locale, text=text, seen=0, token=new_id(datetime.now(UTC)),
        )  # fmt: skip
    return name


@pytest.mark.parametrize("how", [{}, {"dark": True}, {"phone": True}])
@pytest.mark.parametrize("locale", ["en", "ar"])
def test_axe_finds_nothing(
    house: House, open_page: OpenPage, begun: str, how: dict[str, bool], locale: str
) -> None:
    page = open_page(house.lee, f"/take-away?document={begun}", locale=locale, **how)
    page.locator(".us-files").wait_for()
    assert violations(page) == []
    assert page.evaluate("document.documentElement.scrollWidth - innerWidth") <= 0


def test_the_zip_opens_and_its_switcher_leads_everywhere(
    house: House, open_page: OpenPage, begun: str, tmp_path: Path
) -> None:
    page = open_page(house.lee, f"/take-away?document={begun}")
    with page.expect_download() as download:
        page.get_by_role("link", name="All languages as one zip").click()
    assert download.value.suggested_filename == f"{begun}.zip"
    download.value.save_as(tmp_path / "all.zip")
    with zipfile.ZipFile(tmp_path / "all.zip") as file:
        file.extractall(tmp_path / "all")
    context = page.context.browser.new_context() if page.context.browser else page.context
    opened = context.new_page()
    complaints: list[str] = []
    opened.on("console", lambda message: complaints.append(message.text))
    opened.goto((tmp_path / "all" / "index.html").as_uri())
    assert violations(opened) == []
    assert opened.locator(".editions > li").count() == 3
    opened.get_by_role("link", name="English").click()
    seen = ["en"]
    for name, locale in (("français", "fr"), ("العربية", "ar"), ("English", "en")):
        opened.get_by_role("link", name=name, exact=True).click()
        opened.wait_for_load_state()
        assert opened.evaluate("document.documentElement.lang") == locale
        assert opened.locator("[aria-current=page]").inner_text() == name
        assert violations(opened) == []
        is_draft = locale != "en"
        assert opened.locator("aside.draft").count() == int(is_draft)
        assert (".draft.html" in opened.url) == is_draft
        seen.append(locale)
    assert complaints == []
    context.close()


@pytest.mark.parametrize(
    ("label", "name"),
    [("Web page, in French", "fr.draft.html"), ("PO file, in French", "fr.po")],
)
def test_each_file_is_sent(
    house: House, open_page: OpenPage, begun: str, label: str, name: str
) -> None:
    page = open_page(house.lee, f"/take-away?document={begun}")
    with page.expect_download() as download:
        page.get_by_role("link", name=label).click()
    assert download.value.suggested_filename == f"{begun}.{name}"
