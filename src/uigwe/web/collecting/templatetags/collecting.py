"""Tags of the pages of collecting."""

import json

from django import template
from django.utils.html import format_html
from django.utils.safestring import SafeString

from uigwe.web.collecting.presenters.part import Field

register = template.Library()


@register.simple_tag
def keep_words(here: str, field: Field) -> SafeString:
    """What makes a button save last year's words as this year's: the same without their mark."""
    values = {
        "object": field.cell.object,
        "field": field.cell.field,
        "before": field.before,
        field.name: field.kept_words,
    }
    return format_html(
        ' hx-post="{}" hx-target="closest .cell" hx-swap="outerHTML" hx-vals="{}" hx-params="{}"',
        here,
        json.dumps(values, ensure_ascii=False),
        f"object,field,before,csrfmiddlewaretoken,{field.name}",
    )


@register.simple_tag
def autosave(here: str, field: Field, trigger: str = "change") -> SafeString:
    """What makes an input save its own field, with what the plan said when it was shown, and nothing else of the form."""
    values = {"object": field.cell.object, "field": field.cell.field, "before": field.before}
    wanted = f"object,field,before,csrfmiddlewaretoken,{field.name},{field.choice},{field.sure}"
    return format_html(
        ' hx-post="{}" hx-trigger="{}" hx-target="closest .cell" hx-swap="outerHTML" hx-vals="{}" hx-params="{}"',
        here,
        trigger,
        json.dumps(values, ensure_ascii=False),
        wanted,
    )
