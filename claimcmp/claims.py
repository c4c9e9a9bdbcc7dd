"""Extraction as users call it: an article in, attributed claims with their facets out."""

from __future__ import annotations

from claimcmp.extract import attribute_article
from claimcmp.facets import read_facets
from claimcmp.records import Article, Claim
from claimcmp.settings import Settings, check_settings


def extract_claims(article: Article, *, settings: Settings | None = None) -> tuple[Claim, ...]:
    """The claims of one article in the order of the text, each with its speaker and facets.

    Parameters
    ----------
    article
        Any language; without a data file for it, sentences are given as
        narrated claims and quotations are found by their marks alone.
    settings
        Thresholds and further language files.

    Returns
    -------
    tuple of Claim
        Spans are code-point offsets into ``article.text``. Empty for a text
        without a statement.

    Examples
    --------
    >>> article = Article(text="The minister said the bridge was closed on 3 May 2021.", outlet="Herald", language="en")
    >>> [claim.text for claim in extract_claims(article)]
    ['the bridge was closed on 3 May 2021']
    """
    settings = check_settings(settings)
    return read_facets(article, attribute_article(article, settings), settings)
