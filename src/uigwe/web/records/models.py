"""Three tables: the chain of audit entries, its head, and the keys of what was already done."""

from typing import ClassVar

from django.db import models

ZERO = "0" * 64


class AuditEntry(models.Model):
    """One thing that somebody did. Written once, in the transaction of the change itself; the database refuses to change it.

    `hash` is over (sequence, time, who, verb, object, before, after, reason, previous); `before` and `after` are canonical JSON.
    """

    sequence = models.BigIntegerField(primary_key=True)
    time = models.DateTimeField()
    who = models.CharField(max_length=150)
    verb = models.CharField(max_length=60)
    object = models.CharField(max_length=300)
    before = models.TextField(default="null")
    after = models.TextField(default="null")
    reason = models.TextField(blank=True, default="")
    previous = models.CharField(max_length=64)
    hash = models.CharField(max_length=64, unique=True)

    class Meta:
        ordering: ClassVar = ["sequence"]
        indexes: ClassVar = [models.Index(fields=["object", "sequence"]), models.Index(fields=["who", "sequence"])]

    def __str__(self) -> str:
        return f"{self.sequence} {self.who} {self.verb} {self.object}"


class ChainHead(models.Model):
    """The end of the chain. One row: whoever appends locks it first, so that two never follow the same entry."""

    id = models.PositiveSmallIntegerField(primary_key=True, default=1)
    sequence = models.BigIntegerField(default=0)
    hash = models.CharField(max_length=64, default=ZERO)

    class Meta:
        constraints: ClassVar = [models.CheckConstraint(condition=models.Q(id=1), name="one_head_only")]

    def __str__(self) -> str:
        return f"{self.sequence} {self.hash}"


class IdempotencyKey(models.Model):
    """What was answered to a request that carried this key; written in the transaction of the change it stands for."""

    who = models.CharField(max_length=150)
    key = models.CharField(max_length=100)
    verb = models.CharField(max_length=60)
    body = models.CharField(max_length=64)
    answer = models.TextField(default="null")
    at = models.DateTimeField(auto_now_add=True)

    class Meta:
        constraints: ClassVar = [models.UniqueConstraint(fields=["who", "key"], name="a_key_is_used_once")]

    def __str__(self) -> str:
        return f"{self.who} {self.key}"
