"""The two tracks of the programme and what each may pay for."""

from enum import StrEnum

from programme.wording import Wording


class Track(StrEnum):
    COLLABORATION = "collaboration"  # 자영업(소상공인) 협업화: a consortium of shops
    INNOVATION = "innovation"  # 혁신형: consortia of cooperatives, federations

    @property
    def wording(self) -> Wording:
        return _TRACKS[self]


class SupportField(StrEnum):
    JOINT_FACILITIES = "joint_facilities"
    JOINT_OPERATING_SYSTEM = "joint_operating_system"
    JOINT_BRAND = "joint_brand"
    JOINT_WORKPLACE = "joint_workplace"
    JOINT_MARKETING = "joint_marketing"
    MALL_ENTRY = "mall_entry"
    SHARED_SERVICES = "shared_services"
    LOCAL_MODEL = "local_model"

    @property
    def wording(self) -> Wording:
        return _FIELDS[self]


_TRACKS = {
    Track.COLLABORATION: Wording("협업화", "Collaboration"),
    Track.INNOVATION: Wording("혁신형", "Innovation track"),
}
_FIELDS = {
    SupportField.JOINT_FACILITIES: Wording("공동시설", "Joint facilities"),
    SupportField.JOINT_OPERATING_SYSTEM: Wording("공동운영시스템", "Joint operating system"),
    SupportField.JOINT_BRAND: Wording("공동브랜드", "Joint brand"),
    SupportField.JOINT_WORKPLACE: Wording("공동작업장", "Joint workplace"),
    SupportField.JOINT_MARKETING: Wording("공동마케팅", "Joint marketing"),
    SupportField.MALL_ENTRY: Wording("쇼핑몰 입점", "Entry into shopping malls"),
    SupportField.SHARED_SERVICES: Wording("세무·회계 공동서비스", "Shared tax and accounting services"),
    SupportField.LOCAL_MODEL: Wording("지역 생활 모델", "Local everyday-life model"),
}
