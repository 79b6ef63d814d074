"""Words are values until they are shown: `t("Booked: {slot}", slot=…)`, then `.in_("ko")` or `.html("ko")`.

Facts are strings, whole numbers, dates, aware datetimes, other words, and tuples of these. In a phrase a fact is written `{name}` or with a
format: `{n:number}`, `{cost:won}`, `{cost:won_short}`,
`{cost:won_both}`, `{on:date}`, `{on:short_date}`, `{on:month}`, `{on:weekday}`, `{at:datetime}`, `{at:time}`,
`{left:days}` (whole days to go), `{rate:percent}` (a pair: numerator, denominator), `{list:lines}`, `{list:bullets}`.
A Korean wording may add a particle: `{shop|은는}`,
`{cost:won|을를}`, or `<b>{shop}</b>{|은는}` after markup. A literal brace is written twice.
"""

from bot.words.languages import DEFAULT, SHIPPED, negotiate, own_name
from bot.words.phrases import t, tn
from bot.words.texts import joined, lines, told, verbatim
from bot.words.value import Fact, Words

__all__ = ["DEFAULT", "SHIPPED", "Fact", "Words", "joined", "lines", "negotiate", "own_name", "t", "tn", "told", "verbatim"]
