"""The record for auditors: every entry of the chain, whether the chain is whole, and the way to take it elsewhere."""

import csv
import io
import json
from collections.abc import Iterator
from typing import Any

from django.core.paginator import Paginator
from django.db.models import Q, QuerySet
from django.http import Http404, HttpRequest, HttpResponse, StreamingHttpResponse
from django.shortcuts import render

from uigwe.web.plans.views.findings import tame
from uigwe.web.plans.views.frame import around
from uigwe.web.records import chain
from uigwe.web.records.models import AuditEntry

PER_PAGE = 50


def log(request: HttpRequest) -> HttpResponse:
    """The newest entries first."""
    return _page(request)


def verify(request: HttpRequest) -> HttpResponse:
    """Read the whole chain again and say whether it is as it was written."""
    return _page(request, verdict=chain.verify())


def _page(request: HttpRequest, **context: Any) -> HttpResponse:
    words = request.GET.get("q", "").strip()[:100]
    page = Paginator(_entries(words).order_by("-sequence"), PER_PAGE).get_page(request.GET.get("page"))
    shown = {"page": page, "words": words, "head": chain.head(), "nav": "log"}
    return render(request, "plans/record.html", {**around(request), **shown, **context})


def _entries(words: str) -> QuerySet[AuditEntry]:
    rows = AuditEntry.objects.all()
    return (
        rows.filter(Q(who__icontains=words) | Q(verb__icontains=words) | Q(object__icontains=words)) if words else rows
    )


def export(request: HttpRequest, form: str) -> HttpResponse | StreamingHttpResponse:
    """All entries, oldest first, as CSV or as one JSON object a line; with the head, so that it can be anchored elsewhere."""
    if form not in ("csv", "json"):
        raise Http404
    rows = AuditEntry.objects.order_by("sequence").values_list(*chain.COLUMNS).iterator(chunk_size=1000)
    lines = _csv(rows) if form == "csv" else _json(rows)
    response = StreamingHttpResponse(
        lines, content_type="text/csv; charset=utf-8" if form == "csv" else "application/x-ndjson"
    )
    response["Content-Disposition"] = f'attachment; filename="record.{"csv" if form == "csv" else "ndjson"}"'
    return response


def _csv(rows: Iterator[tuple[Any, ...]]) -> Iterator[bytes]:
    yield b"\xef\xbb\xbf"
    yield _line([*chain.COLUMNS])
    for row in rows:
        yield _line([tame(value.isoformat() if hasattr(value, "isoformat") else str(value)) for value in row])


def _line(cells: list[str]) -> bytes:
    out = io.StringIO()
    csv.writer(out, lineterminator="\r\n").writerow(cells)
    return out.getvalue().encode()


def _json(rows: Iterator[tuple[Any, ...]]) -> Iterator[bytes]:
    for row in rows:
        entry = dict(zip(chain.COLUMNS, row, strict=True))
        entry["time"] = entry["time"].isoformat()
        yield json.dumps(entry, ensure_ascii=False).encode() + b"\n"
    yield (json.dumps({"head": json.loads(chain.head().as_json())}) + "\n").encode()
