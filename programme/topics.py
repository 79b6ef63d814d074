"""What consultants and mentors are asked about. The codes are stored."""

from enum import StrEnum


class Topic(StrEnum):
    PLANNING = "planning"  # 사업계획
    MARKETING = "marketing"
    TAX = "tax"
    ACCOUNTING = "accounting"
    LAW = "law"
    CONFLICT = "conflict"  # 갈등조정: always confidential
    BRAND = "brand"
    ONLINE = "online"  # online shops


class Way(StrEnum):
    SITE = "site"
    VIDEO = "video"
    PHONE = "phone"


DESK = (Topic.TAX, Topic.ACCOUNTING)  # a quick question first, a session where that is not enough
