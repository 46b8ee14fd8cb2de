"""A year is data: the plan of another ministry for another year needs a folder and no change of the program."""

import ast
import subprocess
import sys

from tests.shipped import ROOT
from uigwe import packs
from uigwe.audit import Case, audit
from uigwe.texts import say

PLAN = """\
format: 1
agency: garam
year: 2024
title: 2024년도 가람부 성과관리 시행계획
mission: {text: 맑은 강을 지킨다}
vision: {text: 누구나 쉬어 가는 물가}
goals:
- code: Ⅰ
  title: 물길을 되살린다
  goals:
  - code: Ⅰ-1
    title: 하천을 정비한다
    tasks:
    - {code: Ⅰ-1-①, title: 도심 하천 정비}
    - {code: Ⅰ-1-②, title: 수변 쉼터 조성}
"""

INDICATOR = """\
id: riverside-satisfaction
name: 수변 이용 만족도
unit: 점
direction: up
uses:
- code: Ⅰ-1-②
  level: task
  name: 수변 이용 만족도
  nature: 결과
  quantification: 정량
  basis: mean(2021..2023) * 102 %
  reason: 최근 3년 평균 대비 2% 상향
  formula: 이용자 조사 점수의 평균
  source: 수변 이용 실태조사
"""

NUMBERS = """\
indicator,kind,period,written,value,state,part,code,line
riverside-satisfaction,actual,2021,80.0,80.0,final,body,Ⅰ-1-②,
riverside-satisfaction,actual,2022,82.0,82.0,final,body,Ⅰ-1-②,
riverside-satisfaction,actual,2023,84.0,84.0,final,body,Ⅰ-1-②,
riverside-satisfaction,target,2024,83.0,83.0,final,body,Ⅰ-1-②,
"""

MILESTONES = """\
task,row,quarter,text,when,start,end,note,line
Ⅰ-1-①,1,1,정비 계획 수립,’24.2월,2024-02-01,2024-02-29,,
Ⅰ-1-①,2,3,정비 공사,’24.4~11월,2024-04-01,2024-11-30,,
"""


def invented(folder):
    """The pack of an invented ministry for 2024, written by hand."""
    (folder / "indicators").mkdir(parents=True)
    for name, text in {
        "plan.yaml": PLAN,
        "indicators/riverside-satisfaction.yaml": INDICATOR,
        "numbers.csv": NUMBERS,
        "milestones.csv": MILESTONES,
    }.items():
        (folder / name).write_text(text, encoding="utf-8")
    return folder


def test_a_plan_of_2024_is_read(tmp_path):
    plan = packs.read(invented(tmp_path / "2024" / "plans" / "garam")).plan

    assert (plan.agency, plan.year) == ("garam", 2024)
    assert [task.title for task in plan.tasks()] == ["도심 하천 정비", "수변 쉼터 조성"]
    assert packs.find(tmp_path) == [tmp_path / "2024" / "plans" / "garam"]


def test_a_plan_of_2024_is_audited_by_its_own_year(tmp_path):
    found = audit(Case(packs.read(invented(tmp_path / "garam")).plan)).findings

    assert {say(one).sentence for one in found} >= {
        "세부일정 ‘정비 공사’의 자리는 3분기이나 적힌 시기 ’24.4~11월은 그 분기가 끝난 뒤까지 이어집니다.",
        "‘수변 이용 만족도’의 목표치는 83.0이나, 산출근거(2021~2023년 실적의 평균의 102%)를 다시 계산하면 83.64며 "
        "반올림을 감안해도 차이가 남습니다.",
        "수변 이용 만족도는 2023년에 이미 84.0의 실적을 거두었으나 2024년 목표치는 83.0입니다(상향 지표, 차이 1).",
    }


def test_a_plan_of_2024_is_shown(tmp_path):
    told = packs.contract(packs.read(invented(tmp_path / "garam")).plan)

    [indicator] = told["indicators"]
    assert indicator["target"] == {"year": 2024, "written": "83.0", "value": "83.0", "state": "final"}
    assert sorted(indicator["history"]) == ["2021", "2022", "2023"]


def test_a_plan_of_2024_is_shown_and_audited_from_the_command_line(tmp_path):
    folder = invented(tmp_path / "garam")

    def uigwe(*arguments):
        command = [sys.executable, "-c", "from uigwe.cli import main; raise SystemExit(main())", *arguments]
        return subprocess.run(command, cwd=ROOT, capture_output=True, text=True, timeout=20)

    assert "도심 하천 정비" in uigwe("show", str(folder)).stdout
    assert uigwe("audit", str(folder), "--format", "json").returncode == 1


def test_no_year_is_written_into_the_program():
    """What a year brings stands in `years/`; code that names a year would have to be touched for the next."""
    rooms = [ROOT / "src" / "uigwe" / room for room in ("values", "formulas", "plan", "audit", "packs")]
    named = [
        f"{path.relative_to(ROOT)}:{node.lineno}"
        for room in rooms
        for path in room.rglob("*.py")
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Constant) and isinstance(node.value, int) and 2010 <= node.value <= 2050
    ]

    assert named == []
