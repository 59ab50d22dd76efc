"""Web hosts: reading them from addresses, and the tables keyed by domain."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cached_property
from typing import TypeVar

from scorer.seeds.files import folder
from scorer.seeds.registry_rows import DisinfoDomain, DomainScore, read_table

Value = TypeVar("Value")

_LONGEST_HOST = 253
# Sites where anybody can open a subdomain: what is known of the site says nothing of the subdomain.
_SHARED = """altervista.org blogger.com blogspot.com blogspot.co.uk fandom.com github.io google.com
    herokuapp.com livejournal.com medium.com netlify.app over-blog.com squarespace.com substack.com
    tumblr.com typepad.com vercel.app webs.com weebly.com wixsite.com wordpress.com"""
SHARED_HOSTS = frozenset(_SHARED.split())


def host_of(address: str) -> str | None:
    """The host of a URL or bare domain, in lower-case ASCII. None where there is none.

    >>> host_of("HTTPS://user@WWW.RT.com:443/news?x=1"), host_of("россиясегодня.рф"), host_of("?")
    ('www.rt.com', 'xn--c1acbl2abdlkab1og.xn--p1ai', None)
    """
    rest = address.strip().replace("\\", "/")
    head, slashes, tail = rest.partition("//")
    if slashes and (not head or (head.endswith(":") and "/" not in head)):
        rest = tail
    for stop in "/?#":
        rest = rest.partition(stop)[0]
    host = rest.rpartition("@")[2].partition(":")[0].strip(". ").lower()
    return _ascii(host) if "." in host and len(host) <= _LONGEST_HOST else None


def _ascii(host: str) -> str | None:
    """Host in its ASCII form, or None where a label is empty or holds what no host may hold."""
    if not host.isascii():
        try:
            host = host.encode("idna").decode("ascii")
        except UnicodeError:
            return None
    labels = host.split(".")
    fine = all(label and label.replace("-", "").replace("_", "").isalnum() for label in labels)
    return host if fine and len(host) <= _LONGEST_HOST else None


def lineage(host: str) -> Iterator[str]:
    """The host and the domains it lies in, nearest first, but for sites anybody can write on.

    >>> list(lineage("news.bbc.co.uk")), list(lineage("me.blogspot.com"))
    (['news.bbc.co.uk', 'bbc.co.uk', 'co.uk'], ['me.blogspot.com'])
    """
    yield host
    while "." in (host := host.partition(".")[2]):
        if host in SHARED_HOSTS:
            return
        yield host


def look_up(table: Mapping[str, Value], address: str) -> Value | None:
    """What a table keyed by domain says of an address: of its host, or of the nearest parent."""
    host = host_of(address)
    if host is None:
        return None
    return next((table[name] for name in lineage(host) if name in table), None)


class DomainTables:
    """The domain scores and the disinformation domains, each read when first asked for."""

    def __init__(self, own: Mapping[str, DomainScore]) -> None:
        """`own`: rows that override or add to the packaged scores."""
        self._own = own

    @cached_property
    def scores(self) -> dict[str, DomainScore]:
        """Score rows by domain."""
        rows = read_table(DomainScore, folder() / "domains.csv")
        return {row.domain: row for row in rows} | dict(self._own)

    @cached_property
    def disinfo(self) -> dict[str, DisinfoDomain]:
        """Rows of domains tied to influence operations, by domain."""
        rows = read_table(DisinfoDomain, folder() / "disinfo_domains.csv")
        return {row.domain: row for row in rows}
