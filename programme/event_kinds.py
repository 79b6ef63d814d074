"""What kinds of events the office invites to. The values are stored."""

from enum import StrEnum


class EventKind(StrEnum):
    BRIEFING = "briefing"  # 사업설명회; attending one may be a condition of applying
    HEARING = "hearing"  # 공청회
    NETWORKING = "networking"  # 교류회
    COURSE = "course"  # 교육: several dates, a certificate at its end
    CASES = "cases"  # 우수사례 발표회
    ADVISORY = "advisory"  # 자문회의
