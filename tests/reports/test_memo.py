"""The memo to the owner of a task, and the page for the head of the office."""

import pickle
from dataclasses import replace
from datetime import date

import pytest

from tests.builders import indicator, milestone, plan, task
from tests.every import some
from tests.reports.audits import FAULTY, audited
from tests.reports.reading import SPACE, drawn, lines, section, tables
from tests.shipped import pack, report
from uigwe.audit import Level
from uigwe.files.child import run
from uigwe.reports import findings_xlsx, memo_hwpx, summary_hwpx, summary_text
from uigwe.reports.summary import gravest
from uigwe.texts import LANGUAGES, say


def shipped(**more):
    return replace(audited(), plan=pack().plan, report=report(), body="중소벤처기업부", **more)


# ── the memo ─────────────────────────────────────────────────────────────────────────────────────────────────────────


def test_a_memo_tells_one_task_its_findings_with_figures_working_and_repair():
    about = audited(code="Ⅰ-1-①", fixes=True)

    told = "\n".join(lines(memo_hwpx(about, to="물길정책과", reply_by=date(2023, 4, 14))))

    for finding in about.open:
        assert say(finding).sentence in told and say(finding).advice in told
    assert "확인 필요 사항 안내" in told and "물길정책과" in told
    assert "2023. 4. 7." in told and "2023. 4. 14." in told
    assert "적힌 값: 84 ↔ 88" in told
    assert "계산: 80 * 110 % = 88" in told
    assert "제안: 세부일정 ‘보고’을 끝나는 분기로 옮깁니다(’23.11월): 3분기 → 4분기." in told
    assert "물길을 잇는다" not in told


def test_a_memo_quotes_the_reason_of_a_target_and_how_it_was_read():
    told = "\n".join(lines(memo_hwpx(shipped(code="Ⅱ-1-②"))))

    assert "산출근거: “최근 3개년 평균 실적을 기준으로 12% 상향값을 목표치로 설정”" in told
    assert "읽은 뜻: 2020~2022년 실적의 평균에 12%p를 더한 값 [mean(2020..2022) + 12 %p]" in told
    assert told.count("28.1 + 12 %p = 40.1") == 2, "once in the sum, once in the finding on % and %p"


def test_a_memo_to_a_goal_holds_what_is_below_it():
    found = tables(memo_hwpx(audited(code="Ⅰ-1")))[-1]

    assert found[0] == ["연번", "위치", "내용", "조치 방법", "회신"]
    assert len(found) == 1 + len(audited(code="Ⅰ-1").open)
    assert {row[4] for row in found[1:]} == {"□ 수정□ 유지□ 예외 인정사유:"}


def test_what_was_accepted_is_not_asked_again():
    about = audited(code="Ⅰ-1-②")
    accepted = replace(about, accepted=frozenset(one.key for one in about.findings))

    told = "\n".join(lines(memo_hwpx(accepted)))

    assert "확인이 필요한 사항이 없음을 알려 드립니다" in told
    assert "회신란" not in told


def test_the_table_breaks_between_rows_and_repeats_its_head():
    table = list(section(memo_hwpx(audited())).iter(f"{SPACE}tbl"))[-1]

    assert (table.get("pageBreak"), table.get("repeatHeader")) == ("TABLE", "1")
    assert table.find(f"{SPACE}pos").get("treatAsChar") == "0"
    assert {cell.get("header") for cell in table.find(f"{SPACE}tr")} == {"1"}


def test_signs_that_xml_has_no_place_for_are_left_out():
    torn = plan(indicator("만\x01족\ufffe도 <b>&amp;", past={2022: 92}, target="90"))

    assert any("만족도 <b>&amp;" in line for line in lines(memo_hwpx(audited(torn))))


def test_a_memo_is_the_same_bytes_every_time_and_names_nobody_but_the_body():
    import io
    import zipfile

    data = memo_hwpx(audited())
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        head = archive.read("Contents/content.hpf").decode()
        assert "Preview/PrvImage.png" not in archive.namelist()

    assert data == memo_hwpx(audited())
    assert "synthetic" not in head and "가람부" in head and "2023-04-07" in head


@pytest.mark.parametrize("language", LANGUAGES)
def test_another_library_opens_and_draws_what_was_written(language):
    about = audited(code="Ⅰ-1-①", fixes=True)
    memo = drawn(memo_hwpx(about, language))

    assert memo.page_count == 1
    assert say(about.open[0], language).title in memo.to_ir_json()


# ── the page ─────────────────────────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_summary_of_the_plan_of_2023_is_one_page(language):
    assert drawn(summary_hwpx(shipped(), language)).page_count == 1


def test_the_summary_counts_what_nobody_accepted():
    about = audited()
    key = about.findings[0].key
    told = summary_text(replace(about, accepted=frozenset([key])))

    assert f"확인 필요 {len(about.findings) - 1}건" in told
    assert "예외 인정 1건은 뺌" in told


def test_the_first_ten_are_the_gravest_and_not_all_of_one_kind():
    first = gravest(shipped())

    assert len(first) == 10
    levels = list(Level)
    ranks = [levels.index(one.level) for one in first]
    assert ranks == sorted(ranks)
    worst = report().count(Level.ERROR)
    assert ranks.count(0) == min(10, worst)
    assert max(sum(one.check == other.check for one in first) for other in first) <= 3


def test_no_doubt_is_put_before_an_error_because_one_check_found_many():
    many = [milestone(f"보고 {number}", "’23.11월", 3) for number in range(12)]
    about = audited(plan(indicator("만족도", past={2022: 92}, target="90"), task("Ⅰ-1-①", *many)))

    assert {one.level for one in gravest(about)} == {Level.ERROR}


def test_what_changed_since_the_last_audit_is_told():
    before = plan(indicator("만족도", past={2022: 80}, target="83", basis="last * 110 %", annex={2023: "85"}))

    told = summary_text(audited(before=before))

    assert "## 지난 점검과 견줌" in told
    assert "값만 달라진 것 2건씩" in told
    assert "지난 점검 없음" in summary_text(audited())


def test_the_summary_of_a_goal_goes_one_level_down():
    told = summary_text(audited(code="Ⅰ"))

    assert "| Ⅰ-1 | 성과목표 Ⅰ-1 |" in told
    assert "| Ⅰ-1-② | 물길을 잇는다 |" in summary_text(audited(code="Ⅰ-1"))


def test_a_bar_in_a_title_does_not_tear_the_markdown():
    torn = plan(task("Ⅰ-1-①", milestone("보고", "’23.11월", 3), title="강 | 바다"))

    rows = [line for line in summary_text(audited(torn, code="Ⅰ-1")).splitlines() if line.startswith("| Ⅰ")]

    assert {row.count("|") for row in rows} == {7}


def test_a_plan_without_findings_gets_a_page_too():
    about = audited()
    clean = replace(about, report=replace(about.report, findings=()))

    assert "확인이 필요한 사항이 없습니다." in summary_text(clean)
    assert "확인이 필요한 사항이 없습니다." in "\n".join(lines(summary_hwpx(clean)))


# ── from the site ────────────────────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.child
@pytest.mark.parametrize("report", some([memo_hwpx, findings_xlsx, summary_hwpx, summary_text], one_in=4))
def test_a_report_can_be_made_in_a_child(report):
    about = audited(code="Ⅰ-1-①", fixes=True)

    assert pickle.loads(pickle.dumps(about)) == about  # noqa: S301 - our own bytes
    assert run(report, about, "ko", seconds=60) == report(about, "ko")


def test_a_report_says_nothing_of_the_plan_it_was_not_asked_about():
    assert "물길을 잇는다" not in summary_text(audited(FAULTY, code="Ⅰ-1-①"))
