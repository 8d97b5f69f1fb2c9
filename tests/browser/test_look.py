"""Light, dark or as the system; what is put on paper."""

import pytest
from playwright.sync_api import Page, expect

from .conftest import Window
from .screens import SCREENS, settled

pytestmark = pytest.mark.browser
LIGHT, DARK = "rgb(255, 255, 255)", "rgb(20, 23, 28)"


def background(page: Page) -> str:
    return str(page.evaluate("getComputedStyle(document.body).backgroundColor"))


def test_the_look_is_chosen_in_the_menu_and_kept_by_the_browser(window: Window) -> None:
    page = window("dt.head")
    page.emulate_media(color_scheme="light")
    page.get_by_role("button", name="Tài khoản").click()
    menu = page.get_by_role("menu")
    expect(menu.get_by_role("menuitemradio", name="Theo hệ thống")).to_be_checked()
    menu.get_by_role("menuitemradio", name="Tối").click()
    expect(page.locator("body")).to_have_css("background-color", DARK)

    # Before any script of the product has run: the page is dark from its first picture on.
    page.route("**/*.js", lambda route: route.abort())
    page.goto("/", wait_until="domcontentloaded")
    assert page.locator("html").get_attribute("data-mantine-color-scheme") == "dark"
    assert background(page) == DARK
    page.unroute("**/*.js")

    page.goto("/")
    page.get_by_role("button", name="Tài khoản").click()
    page.get_by_role("menuitemradio", name="Theo hệ thống").click()
    expect(page.locator("body")).to_have_css("background-color", LIGHT)
    page.emulate_media(color_scheme="dark")
    expect(page.locator("body")).to_have_css("background-color", DARK)


def test_a_plan_is_a_document_on_paper(window: Window) -> None:
    screen = SCREENS["plan"]
    page = window(screen.username, "/plans")
    page.emulate_media(color_scheme="dark")
    page.goto(screen.address(page))
    settled(page)
    page.evaluate(
        """() => window.addEventListener('beforeprint', () => {
            window.onPaper = {
              scheme: document.documentElement.dataset.mantineColorScheme,
              ink: getComputedStyle(document.querySelector('h1')).color,
            };
        })"""
    )
    assert page.pdf(prefer_css_page_size=True).startswith(b"%PDF")
    on_paper = page.evaluate("window.onPaper")
    assert on_paper == {"scheme": "light", "ink": "rgb(26, 31, 38)"}
    expect(page.locator("html")).to_have_attribute("data-mantine-color-scheme", "dark")

    page.emulate_media(media="print")
    expect(page.get_by_role("heading", level=1)).to_be_visible()
    expect(page.get_by_role("table").first).to_be_visible()
    assert page.locator("button:visible, nav:visible, header:visible, [data-bar]:visible").count() == 0
    assert (
        page.locator("thead").first.evaluate("head => getComputedStyle(head).display") == "table-header-group"
    )
