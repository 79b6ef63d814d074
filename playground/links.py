"""Which links Telegram accepts, and how it spells them (the rules of TDLib's `parse_url` and `LinkManager`)."""

import re
from dataclasses import dataclass
from ipaddress import AddressValueError, IPv6Address

_LARGEST_PORT = 65535
_HOST_CHARACTERS = re.compile(r"(?:[A-Za-z0-9.\-_!$,~*'();&+=]|%[0-9A-Fa-f]{2}|[^\x00-\x7f])*")
_USERINFO_CHARACTERS = re.compile(r"(?:[A-Za-z0-9.\-_!$,~*'();&+=:]|%[0-9A-Fa-f]{2}|[^\x00-\x7f])*")
_SPECIAL_HOST = re.compile(r"[A-Za-z0-9\-_]*")
_SPACES = " \t\r\n\0\v"


class WrongLink(ValueError):
    """The link as it stands would not be accepted; the text is Telegram's reason."""


@dataclass(frozen=True, kw_only=True)
class _Url:
    secure: bool
    userinfo: str
    host: str
    port: int
    query: str

    @property
    def is_ipv6(self) -> bool:
        return self.host.startswith("[")

    def __str__(self) -> str:
        userinfo = f"{self.userinfo}@" if self.userinfo else ""
        port = f":{self.port}" if self.port else ""
        return f"{'https' if self.secure else 'http'}://{userinfo}{self.host}{port}{self.query}"


def checked_link(link: str) -> str:
    """The link as Telegram keeps it (`kr.go` → `http://kr.go/`). Raises WrongLink."""
    for scheme in ("tg", "ton", "tonsite"):
        if lower_ascii(link).startswith(f"{scheme}:"):
            return _checked_special(scheme, link[len(scheme) + 1 :].removeprefix("//"))
    url = _parse(link)
    if "." not in url.host and not url.is_ipv6:
        raise WrongLink("Wrong HTTP URL")
    return str(url)


def user_of_link(link: str) -> int | None:
    """The user's id of a `tg://user?id=5` link."""
    found = re.fullmatch(r"tg:(?://)?user/?\?([^#]*)(?:#.*)?", lower_ascii(link), re.DOTALL)
    for part in found[1].split("&") if found else ():
        key, _, value = part.partition("=")
        if key == "id":
            return int(value) if re.fullmatch(r"[0-9]{1,15}", value) and int(value) > 0 else None
    return None


def lower_ascii(text: str) -> str:
    return re.sub(r"[A-Z]+", lambda found: found[0].lower(), text)


def _checked_special(scheme: str, link: str) -> str:
    url = _parse(link)
    if lower_ascii(link).startswith("http://") or url.secure or url.userinfo or url.port or url.is_ipv6:
        raise WrongLink("Wrong tg URL" if scheme == "tg" else "Wrong ton URL")
    host = url.host.replace(".", "") if scheme == "tonsite" else url.host
    if not _SPECIAL_HOST.fullmatch(host):
        raise WrongLink("Unallowed characters in URL host")
    query = url.query[1:] if url.query.startswith("/?") else url.query
    return f"{scheme}://{url.host}{query}"


def _parse(link: str) -> _Url:
    secure, rest = _without_protocol(link)
    found = re.search(r"[/?#]", rest)
    place, query = (rest[: found.start()], rest[found.start() :]) if found else (rest, "")
    place, port = _without_port(place)
    userinfo, _, host = place.rpartition("@")
    _check_host(host, userinfo)
    return _Url(secure=secure, userinfo=userinfo, host=lower_ascii(host), port=port, query=_spelt_query(query))


def _without_protocol(link: str) -> tuple[bool, str]:
    found = re.match(r"([^:/?#@\[\]]*)://", link)
    if found is None:
        return False, link
    protocol = lower_ascii(found[1])
    if protocol not in {"http", "https"}:
        raise WrongLink("Unsupported URL protocol")
    return protocol == "https", link[found.end() :]


def _without_port(place: str) -> tuple[str, int]:
    last = max(place.rfind(":"), place.rfind("]"), place.rfind("@"))
    if last <= 0 or place[last] != ":":
        return place, 0
    digits = place[last + 1 :]
    if not re.fullmatch(r"-?[0-9]{1,10}", digits) or not 0 < int(digits) <= _LARGEST_PORT:
        raise WrongLink("Wrong port number specified in the URL")
    return place[:last], int(digits)


def _check_host(host: str, userinfo: str) -> None:
    if host.startswith("[") and host.endswith("]"):
        try:
            IPv6Address(host[1:-1])
        except AddressValueError as error:
            raise WrongLink("Wrong IPv6 address specified in the URL") from error
        return
    if not host:
        raise WrongLink("URL host is empty")
    if host == ".":
        raise WrongLink("Host is invalid")
    if not _HOST_CHARACTERS.fullmatch(host):
        raise WrongLink("Disallowed character in URL host")
    if not _USERINFO_CHARACTERS.fullmatch(userinfo):
        raise WrongLink("Disallowed character in URL userinfo")


def _spelt_query(query: str) -> str:
    query = query.rstrip(_SPACES) or "/"
    if not query.startswith("/"):
        query = f"/{query}"
    return re.sub(r"[\x00-\x20]", lambda found: f"%{ord(found[0]):02X}", query)
