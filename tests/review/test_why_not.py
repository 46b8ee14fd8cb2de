"""Who may do what: the table of moves, asked the way the site asks it."""

from __future__ import annotations

from tests.every import every
from uigwe.review import MOVES, NOBODY, Actor, Reach, ReplyStage, Role, RoundStage, Stage, Thing, Verb, why_not

HERE, TASK = Thing("abc", 2023, "", Stage.DRAFT), Thing("abc", 2023, "Ⅰ-1-①", Stage.DRAFT)


def somebody(*roles: Role, agency: str = "abc", mine: tuple[str, ...] = (), division: tuple[str, ...] = ()) -> Actor:
    def codes(words: tuple[str, ...]) -> frozenset[tuple[str, int, str]]:
        return frozenset((agency, 2023, code) for code in words)

    return Actor("kim", frozenset(roles) | {Role.PUBLIC}, agency, codes(mine), codes(division))


def reason(verb: Verb, thing: Thing, actor: Actor) -> str:
    refusal = why_not(verb, thing, actor)
    return refusal.reason if refusal else ""


def test_everybody_sees_what_was_published_and_nobody_a_draft():
    assert reason(Verb.SEE, Thing("abc", 2023, "", Stage.PUBLISHED), NOBODY) == ""
    assert reason(Verb.SEE_DRAFT, HERE, NOBODY) == "sign-in"


def test_an_owner_revises_what_is_assigned_and_nothing_else():
    owner = somebody(Role.TASK_OWNER, mine=("Ⅰ-1-①",))

    assert reason(Verb.REVISE, TASK, owner) == ""
    assert reason(Verb.REVISE, Thing("abc", 2023, "Ⅰ-1-②", Stage.DRAFT), owner) == "not-your-task"
    assert reason(Verb.REVISE, Thing("abc", 2023, "plan", Stage.DRAFT), owner) == "not-your-task"


def test_the_same_task_of_another_year_is_another_task():
    assert (
        reason(Verb.REVISE, Thing("abc", 2024, "Ⅰ-1-①", Stage.DRAFT), somebody(Role.TASK_OWNER, mine=("Ⅰ-1-①",))) != ""
    )


def test_a_head_of_division_revises_what_the_division_answers_for():
    head = somebody(Role.DIVISION_HEAD, division=("Ⅰ-1-①",))

    assert reason(Verb.REVISE, TASK, head) == ""
    assert reason(Verb.REVISE, Thing("abc", 2023, "Ⅰ-1-②", Stage.DRAFT), head) == "not-your-division"


def test_two_roles_reach_as_far_as_the_longer_one_and_lose_nothing_of_the_shorter():
    both = somebody(Role.TASK_OWNER, Role.DIVISION_HEAD, mine=("Ⅰ-2-①",), division=("Ⅰ-1-①",))

    assert reason(Verb.REVISE, TASK, both) == reason(Verb.REVISE, Thing("abc", 2023, "Ⅰ-2-①", Stage.DRAFT), both) == ""


def test_the_office_of_another_agency_is_a_stranger_here():
    assert reason(Verb.PUBLISH, HERE, somebody(Role.PERFORMANCE_OFFICE, agency="xyz")) == "not-your-agency"


def test_what_is_published_is_not_revised_by_anybody():
    for role in Role:
        assert reason(Verb.REVISE, Thing("abc", 2023, "Ⅰ-1-①", Stage.PUBLISHED), somebody(role, mine=("Ⅰ-1-①",))) != ""


def test_nobody_who_answers_for_a_task_excuses_its_findings():
    for role in (Role.TASK_OWNER, Role.DIVISION_HEAD, Role.AUDITOR, Role.ADMINISTRATOR):
        assert reason(Verb.ACCEPT, TASK, somebody(role, mine=("Ⅰ-1-①",), division=("Ⅰ-1-①",))) == "not-your-role"


@every(list(Verb))
def test_every_verb_has_a_move_and_whatever_changes_something_has_a_name_in_the_log(verb):
    reads = {
        Verb.SEE,
        Verb.SEE_DRAFT,
        Verb.SEE_WHY_OPEN,
        Verb.READ_OWN,
        Verb.READ_LOG,
        Verb.ENTER,
        Verb.SEE_YEAR,
        Verb.SEE_BOARD,
        Verb.SEE_APPROVAL,
        Verb.SEE_RESULTS,
        Verb.SEE_ASK,
    }

    assert bool(MOVES[verb].log) is (verb not in reads)
    assert all(isinstance(reach, Reach) for reach in MOVES[verb].by.values())


@every([verb for verb in Verb if MOVES[verb].log])
def test_a_visitor_changes_nothing(verb):
    assert reason(verb, Thing(), NOBODY) == "sign-in"


def asked(stage: ReplyStage, code: str = "Ⅰ-1-①") -> Thing:
    return Thing("abc", 2023, code, stage)


def test_an_owner_writes_a_reply_while_it_is_owed_and_not_after_it_was_handed_in():
    owner = somebody(Role.TASK_OWNER, mine=("Ⅰ-1-①",))
    owed = (ReplyStage.ASKED, ReplyStage.BEGUN, ReplyStage.SUPPLEMENT)

    for verb in (Verb.SAVE_PART, Verb.MERGE_FILE, Verb.SETTLE_QUESTION, Verb.REPLY, Verb.REFUSE_REPLY):
        for stage in ReplyStage:
            assert reason(verb, asked(stage), owner) == ("" if stage in owed else "wrong-stage"), (verb, stage)
            assert reason(verb, asked(stage, "Ⅰ-1-②"), owner) != ""


def test_only_the_office_accepts_a_reply_asks_for_more_and_gives_more_time():
    people = {role: somebody(role, mine=("Ⅰ-1-①",), division=("Ⅰ-1-①",)) for role in Role}
    moves = {
        Verb.ACCEPT_REPLY: ReplyStage.REPLIED,
        Verb.REQUIRE_SUPPLEMENT: ReplyStage.REFUSED,
        Verb.EXTEND: ReplyStage.ASKED,
        Verb.REMIND: ReplyStage.BEGUN,
    }

    for verb, stage in moves.items():
        allowed = {role for role, actor in people.items() if reason(verb, asked(stage), actor) == ""}
        assert allowed == {Role.PERFORMANCE_OFFICE}, verb


def test_a_refusal_to_reply_is_no_end():
    office = somebody(Role.PERFORMANCE_OFFICE)

    assert reason(Verb.REQUIRE_SUPPLEMENT, asked(ReplyStage.REFUSED), office) == ""
    assert reason(Verb.ACCEPT_REPLY, asked(ReplyStage.REFUSED), office) == "wrong-stage"
    assert reason(Verb.REFUSE_REPLY, asked(ReplyStage.ASKED), office) == "not-your-role"


def test_a_closed_round_is_not_closed_again():
    office = somebody(Role.PERFORMANCE_OFFICE)

    assert reason(Verb.CLOSE_ROUND, Thing("abc", 2023, "", RoundStage.OPEN), office) == ""
    assert reason(Verb.CLOSE_ROUND, Thing("abc", 2023, "", RoundStage.CLOSED), office) == "wrong-stage"


def test_a_clerk_hands_in_what_was_delegated_and_nothing_else():
    clerk = Actor(
        "lee", frozenset({Role.AGENCY_STAFF, Role.PUBLIC}), "abc", delegated=frozenset({("abc", 2023, "Ⅰ-1-①")})
    )

    assert reason(Verb.ENTER_RESULT, Thing("abc", 2023, "Ⅰ-1-①"), clerk) == ""
    assert reason(Verb.ENTER_RESULT, Thing("abc", 2023, "Ⅰ-1-②"), clerk) == "not-your-task"
    assert reason(Verb.ENTER_RESULT, Thing("xyz", 2023, "Ⅰ-1-①"), clerk) == "not-your-agency"
    assert reason(Verb.CONFIRM_RESULT, Thing("abc", 2023, "Ⅰ-1-①"), clerk) == "not-your-role"
    assert reason(Verb.REVISE, Thing("abc", 2023, "Ⅰ-1-①", Stage.DRAFT), clerk) == "not-your-role"


def test_what_was_delegated_is_not_ones_own_task():
    """Somebody with two roles reaches with each as far as that role does, and no further."""
    both = Actor(
        "lee", frozenset({Role.AGENCY_STAFF, Role.TASK_OWNER}), "abc", frozenset({("abc", 2023, "Ⅰ-1-②")}),
        delegated=frozenset({("abc", 2023, "Ⅰ-1-①")}),
    )  # fmt: skip
    assert reason(Verb.ENTER_RESULT, Thing("abc", 2023, "Ⅰ-1-①"), both) == ""
    assert reason(Verb.ENTER_RESULT, Thing("abc", 2023, "Ⅰ-1-②"), both) == ""
    assert reason(Verb.REVISE, Thing("abc", 2023, "Ⅰ-1-①", Stage.DRAFT), both) == "not-your-task"
