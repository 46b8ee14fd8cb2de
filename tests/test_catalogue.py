"""The site's sentences: every one has Korean, and the catalogue is what the site says today."""

from __future__ import annotations

import pytest

from tools import catalogue


def test_every_sentence_has_korean():
    assert [message.id for message in catalogue.missing(catalogue.updated())] == []


@pytest.mark.stale_docs
def test_the_catalogue_is_what_the_site_says_today():
    assert catalogue.CATALOGUE.read_bytes() == catalogue.written(catalogue.updated())


def test_placeholders_survive_translation():
    import re

    blanks = re.compile(r"%\(\w+\)s|\{\w+\}")
    for message in catalogue.kept():
        if not message.id or "KRW" in str(message.id):
            continue  # amounts are put in units of their own in each language
        source = message.id[-1] if isinstance(message.id, tuple) else message.id
        target = message.string[0] if isinstance(message.string, tuple) else message.string
        assert set(blanks.findall(target)) <= set(blanks.findall(source)), source
