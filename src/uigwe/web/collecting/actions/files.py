"""Files that come back: taken in, merged into the draft, put aside; and the questions that they raise, settled one by one.

Nothing of a file is written into the plan before a person says so. A merge is one transaction: all of it or none.
"""

import json
from collections.abc import Callable, Iterable, Mapping
from dataclasses import asdict, replace
from typing import Any

from django.db.models import Q
from django.utils import timezone

from uigwe.plan.merge import Answer, Fate, Judged, judge
from uigwe.review import ReplyStage, Verb
from uigwe.web.collecting.actions.common import entered, held_ask, in_transaction, moved, noted, refuse, where, words
from uigwe.web.collecting.actions.replies import Saved, merged, newest
from uigwe.web.collecting.kinds import collected_by
from uigwe.web.collecting.letters import letters_to_office
from uigwe.web.collecting.models import Ask, Question, ReceivedFile
from uigwe.web.people.models import User
from uigwe.web.plans import actions as plan_actions
from uigwe.web.plans.documents import plan_of
from uigwe.web.uploads import Kept

Verdict = Mapping[str, Any]


def take_file(
    *,
    agency: str,
    year: int,
    number: int,
    code: str,
    kept: Kept,
    sender: str,
    seal: str,
    verdict: Verdict,
    by: User,
) -> tuple[int, bool]:
    """Note a file that came: its number, and whether the same file was there already. `verdict["problem"]`: it is refused.

    A file in which nothing has to be decided is settled at once: it holds no reply up.
    """

    def do() -> dict[str, Any]:
        ask = held_ask(agency, year, number, code, Verb.TAKE_FILE, by)
        known = Q(stage__in=("read", "merged")) | Q(stage="refused", kind="")  # what was never opened is kept once
        same = ask.files.filter(known, sha256=kept.sha256).first() if kept.sha256 else None
        if same is not None:
            return {"file": same.pk, "already": True}
        row = ReceivedFile.objects.create(
            ask=ask,
            name=kept.name[:200],
            stored=kept.stored,
            kind=kept.kind[:10],
            size=kept.size,
            sha256=kept.sha256,
            sender=words(sender, 100),
            how="mail" if sender.strip() else "browser",
            stage="refused" if verdict.get("problem") else "read",
            seal=seal,
            verdict=json.dumps(verdict, ensure_ascii=False),
            by=by,
        )
        found = _nothing_to_decide(row) if row.stage == "read" else None
        if found is not None:
            row.verdict = json.dumps({**verdict, "fates": _fates(found, Saved(), ())}, ensure_ascii=False)
            _settled(row, "merged", by)
            if ask.stage == ReplyStage.ASKED:
                moved(ask, ReplyStage.BEGUN)
        noted(
            ask, "received", "\n".join(part for part in (row.name, row.sender, verdict.get("problem", "")) if part), by
        )
        after = {"file": row.name, "sha256": row.sha256, "size": row.size, "from": row.sender, "stage": row.stage}
        after["reply"] = ask.stage
        entered(Verb.TAKE_FILE, by, where(ask), None, after, str(verdict.get("problem", "")))
        return {"file": row.pk, "already": False}

    body = {"agency": agency, "year": year, "number": number, "code": code, "sha256": kept.sha256}
    done = in_transaction("", by, Verb.TAKE_FILE, body, do)
    return int(done["file"]), bool(done["already"])


def judged(row: ReceivedFile) -> tuple[Judged, ...]:
    """Each answer of the file against the plan as it is now. One whose place is not certain is asked, never merged."""
    ask, verdict = row.ask, json.loads(row.verdict)
    fates = _fates_now(ask)
    sure = fates([Answer(**one) for one in verdict.get("answers", ())])
    doubtful = fates([Answer(**one) for one in verdict.get("doubtful", ())])
    return (*sure, *(replace(one, fate=Fate.ASK) if one.fate is Fate.MERGE else one for one in doubtful))


def _nothing_to_decide(row: ReceivedFile) -> tuple[Judged, ...] | None:
    """The answers of a file that came back as it left, or says only what is known by now; None where a person has to look at it."""
    verdict = json.loads(row.verdict)
    if verdict.get("troubles"):
        return None
    found = judged(row) if verdict.get("answers") or verdict.get("doubtful") else ()
    return found if all(one.fate is Fate.SAME for one in found) else None


def _fates_now(ask: Ask) -> Callable[[list[Answer]], tuple[Judged, ...]]:
    """How answers are judged: by the draft, or by what this kind of round collects."""
    other = collected_by(ask.round)
    if other is not None:
        return lambda answers: other.judged(ask, answers)
    revision = newest(ask.round.agency_id, ask.round.year)
    if revision is None:
        return lambda answers: ()
    plan = plan_of(revision)
    return lambda answers: judge(plan, answers)


def merge_file(*, agency: str, year: int, number: int, code: str, file: int, key: str = "", by: User) -> dict[str, int]:
    """Take a file into the draft: what merges is written, what the draft contradicts becomes a question. Counts of both."""

    def do() -> dict[str, Any]:
        ask = held_ask(agency, year, number, code, Verb.MERGE_FILE, by)
        row = _waiting(ask, file, Verb.MERGE_FILE)
        row.ask = ask
        found = judged(row)
        saved = merged(ask, [one.answer for one in found if one.fate is Fate.MERGE], by)
        asked = [(one.answer, one.now) for one in found if one.fate is Fate.ASK]
        asked += [(answer, clash.theirs) for answer, clash in saved.conflicts]
        _ask(ask, row, asked)
        row.verdict = json.dumps({**json.loads(row.verdict), "fates": _fates(found, saved, asked)}, ensure_ascii=False)
        _settled(row, "merged", by)
        count = {"merged": len(saved.done), "asked": len(asked)}
        before = ask.stage
        if ask.stage == ReplyStage.ASKED:
            moved(ask, ReplyStage.BEGUN)
        noted(ask, "merged", row.name, by)
        if asked:
            letters_to_office(ask, "asked-cells", f"cells-{row.pk}")
        entered(Verb.MERGE_FILE, by, where(ask), {"stage": before}, {"stage": ask.stage, "file": row.sha256, **count})
        return count

    body = {"agency": agency, "year": year, "number": number, "code": code, "file": file}
    done = in_transaction(key, by, Verb.MERGE_FILE, body, do)
    return {name: done[name] for name in ("merged", "asked")}


def set_aside(*, agency: str, year: int, number: int, code: str, file: int, key: str = "", by: User) -> None:
    """Do not take a file in. It is kept."""

    def do() -> dict[str, Any]:
        ask = held_ask(agency, year, number, code, Verb.SET_ASIDE, by)
        row = _waiting(ask, file, Verb.SET_ASIDE)
        _settled(row, "aside", by)
        entered(Verb.SET_ASIDE, by, where(ask), None, {"file": row.sha256})
        return {}

    body = {"agency": agency, "year": year, "number": number, "code": code, "file": file}
    in_transaction(key, by, Verb.SET_ASIDE, body, do)


def settle_question(
    *,
    agency: str,
    year: int,
    number: int,
    code: str,
    question: int,
    choice: str,
    now: str,
    value: str = "",
    sure: bool = False,
    by: User,
) -> None:
    """Choose for one cell: `kept` leaves the plan as it is, `returned` takes what was sent back, `other` takes `value`.

    To take what was sent back is to be sure of it; of words for a number one is asked.
    `now` is what the person saw the plan say; raises `Conflict` when it says something else again, `EditProblem`.
    """

    def do() -> dict[str, Any]:
        ask = held_ask(agency, year, number, code, Verb.SETTLE_QUESTION, by)
        row = ask.questions.select_for_update(of=("self",)).filter(pk=question).first()
        if row is None or choice not in ("kept", "returned", "other"):
            raise refuse("no-such-question", Verb.SETTLE_QUESTION, ask.thing())
        if row.choice:
            raise refuse("already-settled", Verb.SETTLE_QUESTION, ask.thing())
        chosen = {"kept": now, "returned": row.returned, "other": words(value, 2_000)}[choice]
        other = collected_by(ask.round)
        if choice != "kept" and other is not None:
            other.settled(ask, row.object, row.field, now, chosen, by)
        elif choice != "kept":
            edit = {"object": row.object, "field": row.field, "before": now, "value": chosen}
            meant = sure or choice == "returned"
            plan_actions.revise(agency=agency, year=year, **edit, also=True, sure=meant, by=by)
        row.choice, row.value, row.settled_by, row.settled_at = choice, chosen, by, timezone.now()
        row.save(update_fields=["choice", "value", "settled_by", "settled_at"])
        after = {"choice": choice, "value": chosen}
        entered(Verb.SETTLE_QUESTION, by, f"{where(ask)} {row.object} {row.field}", now, after)
        return {}

    body = {"agency": agency, "year": year, "number": number, "code": code, "question": question, "choice": choice}
    in_transaction("", by, Verb.SETTLE_QUESTION, body, do)


def _waiting(ask: Ask, file: int, verb: Verb) -> ReceivedFile:
    row = ask.files.select_for_update(of=("self",)).filter(pk=file).first()
    if row is None:
        raise refuse("no-such-file", verb, ask.thing())
    if row.stage != "read":
        raise refuse("already-settled", verb, ask.thing())
    return row


def _settled(row: ReceivedFile, stage: str, by: User) -> None:
    row.stage, row.settled_by, row.settled_at = stage, by, timezone.now()
    row.save(update_fields=["stage", "settled_by", "settled_at", "verdict"])


def _ask(ask: Ask, row: ReceivedFile, asked: Iterable[tuple[Answer, str]]) -> None:
    Question.objects.bulk_create(
        [
            Question(
                ask=ask,
                file=row,
                object=answer.object,
                field=answer.field,
                printed=answer.printed,
                returned=answer.returned,
                now=now,
            )
            for answer, now in asked
        ]
    )


def _fates(found: Iterable[Judged], saved: Saved, asked: Iterable[tuple[Answer, str]]) -> list[dict[str, str]]:
    """The fate of each answer as it was when the file was merged."""
    late = {answer for answer, _now in asked}
    refused = {answer: problem.reason for answer, problem in saved.problems}
    refused |= {answer: refusal.reason for answer, refusal in saved.refused}
    return [
        {
            **asdict(one.answer),
            "fate": (Fate.ASK if one.answer in late else Fate.REFUSED if one.answer in refused else one.fate).value,
            "problem": refused.get(one.answer, one.problem),
        }
        for one in found
    ]
