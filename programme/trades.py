"""Types of business seen in real rounds, and "other" for everything else."""

from enum import StrEnum

from programme.wording import Wording


class Trade(StrEnum):
    HANDMADE_SHOES = "shoes"
    RICE_CAKE = "rice_cake"
    BAKERY = "bakery"
    MEAT = "meat"
    SEAFOOD = "seafood"
    STRING_INSTRUMENTS = "strings"
    CLOTHING = "clothing"
    SIDE_DISHES = "side_dishes"
    CULTURE = "culture"
    JEWELLERY = "jewellery"
    PRINTING = "printing"
    SEWING = "sewing"
    METALWORK = "metalwork"
    OTHER = "other"

    @property
    def wording(self) -> Wording:
        return _NAMES[self]


_NAMES = {
    Trade.HANDMADE_SHOES: Wording("수제화", "Handmade shoes"),
    Trade.RICE_CAKE: Wording("떡", "Rice cakes"),
    Trade.BAKERY: Wording("제과", "Bakery"),
    Trade.MEAT: Wording("축산물", "Meat and livestock products"),
    Trade.SEAFOOD: Wording("수산물", "Seafood"),
    Trade.STRING_INSTRUMENTS: Wording("현악기", "String instruments"),
    Trade.CLOTHING: Wording("의류·CAD", "Clothing and CAD"),
    Trade.SIDE_DISHES: Wording("반찬·도시락", "Side dishes and lunch boxes"),
    Trade.CULTURE: Wording("문화예술", "Culture and arts"),
    Trade.JEWELLERY: Wording("주얼리", "Jewellery"),
    Trade.PRINTING: Wording("인쇄", "Printing"),
    Trade.SEWING: Wording("봉제", "Sewing"),
    Trade.METALWORK: Wording("기계금속", "Machinery and metal"),
    Trade.OTHER: Wording("그 밖의 업종", "Another trade"),
}
