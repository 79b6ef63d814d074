from tests.membership.conftest import circle, friend

__all__ = ["circle", "friend"]
