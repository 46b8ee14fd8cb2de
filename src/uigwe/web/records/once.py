"""A retry is harmless: what was done under a key is not done again, it is answered again."""

import json
from collections.abc import Callable, Mapping
from typing import Any

from django.db import IntegrityError, transaction

from uigwe.web.records.canonical import digest, spelled
from uigwe.web.records.models import IdempotencyKey


class KeyReused(Exception):
    """The same key came with another request: answered with 422, nothing is done."""


def once(*, key: str, by: Any, verb: str, body: Mapping[str, Any], do: Callable[[], dict[str, Any]]) -> dict[str, Any]:
    """Do it and remember the answer; under a key that was used before, give that answer again with `replayed` set.

    An empty key means that the caller takes the risk of doing it twice. Runs inside one transaction with what it does.
    """
    if not key:
        return do()
    asked = digest(spelled([verb, dict(body)]))
    with transaction.atomic():
        try:
            with transaction.atomic():  # a second request with this key waits here until the first is through
                row = IdempotencyKey.objects.create(who=by.get_username(), key=key, verb=verb, body=asked)
        except IntegrityError:
            return _again(IdempotencyKey.objects.get(who=by.get_username(), key=key), asked)
        answer = do()
        row.answer = spelled(answer)
        row.save(update_fields=["answer"])
        return answer


def _again(row: IdempotencyKey, asked: str) -> dict[str, Any]:
    if row.body != asked:
        raise KeyReused(row.key)
    answer = json.loads(row.answer)
    return {**answer, "replayed": True}
