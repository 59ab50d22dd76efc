"""SemEval-2019 task 4, by-article part (Kiesel et al. 2019): hyperpartisan articles or not."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit
from xml.etree import ElementTree

from scorer.errors import InputError
from scorer.training.corpora.read import read_text

TEXTS = "articles-training-byarticle-20181122.xml"
TRUTH = "ground-truth-training-byarticle-20181122.xml"
SPACE = re.compile(r"[ \t\r\f\v]+")


@dataclass(frozen=True, slots=True)
class PartisanArticle:
    """One article. `outlet` is the host of its address, a confound to group by."""

    article_id: str
    title: str
    outlet: str
    text: str
    hyperpartisan: bool


def read_hyperpartisan(folder: Path) -> list[PartisanArticle]:
    """All articles in file order; paragraphs are separated by blank lines."""
    truth = {_id(node, folder / TRUTH): node for node in _root(folder / TRUTH)}
    articles = list[PartisanArticle]()
    for node in _root(folder / TEXTS):
        key = _id(node, folder / TEXTS)
        if key not in truth:
            raise InputError(f"{folder / TRUTH}: no label for article {key}")
        host = urlsplit(truth[key].get("url", "")).netloc.removeprefix("www.")
        label = truth[key].get("hyperpartisan")
        if label not in {"true", "false"}:
            raise InputError(
                f"{folder / TRUTH}: article {key}: label {label!r}, expected true/false"
            )
        articles.append(
            PartisanArticle(key, node.get("title", ""), host, _text(node), label == "true")
        )
    return articles


def _root(path: Path) -> ElementTree.Element:
    """Parse XML. A document type is refused: entities in one can blow up in memory."""
    text = read_text(path)
    if "<!DOCTYPE" in text[:4096] or "<!ENTITY" in text:
        raise InputError(f"{path}: has a document type; the published file has none")
    try:
        return ElementTree.fromstring(text)
    except ElementTree.ParseError as error:
        raise InputError(f"{path}: line {error.position[0]}: not valid XML ({error})") from error


def _id(node: ElementTree.Element, path: Path) -> str:
    key = node.get("id")
    if node.tag != "article" or key is None:
        raise InputError(f"{path}: element {node.tag!r} where an article with an id was expected")
    return key


def _text(node: ElementTree.Element) -> str:
    paragraphs = ["".join(part.itertext()) for part in node.iter("p")] or ["".join(node.itertext())]
    cleaned = [SPACE.sub(" ", text.replace("\n", " ")).strip() for text in paragraphs]
    return "\n\n".join(text for text in cleaned if text)
