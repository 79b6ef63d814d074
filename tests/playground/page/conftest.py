"""The browser and the street of the page's tests."""

from tests.browser import chromium
from tests.playground.page.street import street

__all__ = ["chromium", "street"]
