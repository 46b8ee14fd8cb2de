"""A small year played by clicking, each step by whoever takes it: a round, approval, an amendment, a result, what the public sees."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path

import pytest

from tests.documents.filling import filling
from tests.web.builders import AGENCY, OTHER_TASK, YEAR, Town, pack
from tools import catalogue

pytestmark = [
    pytest.mark.browser,
    pytest.mark.django_db(transaction=True),
    pytest.mark.timeout(400),
    pytest.mark.once,
    pytest.mark.slow,
]
PLAN = f"/p/{AGENCY}/{YEAR}/"
MINE, THEIRS = f"{PLAN}rounds/1/1-1-1/", f"{PLAN}rounds/1/1-1-2/"
RESULT = f"{PLAN}results/survival/1-1-1/"
PASSWORD = "a-year-played-by-clicking"
STEPS = 5


@pytest.fixture(scope="module")
def site(django_db_setup, django_db_blocker, browser, tmp_path_factory):
    """A site with the small invented plan, published, and a person of every role. Its address."""
    from django.core.management import call_command
    from django.test import override_settings
    from pytest_django.live_server_helper import LiveServer

    catalogue.compile_all()
    settings = {
        "TODAY": date(YEAR, 5, 15),
        "PASSWORD_HASHERS": ["django.contrib.auth.hashers.MD5PasswordHasher"],
        "MEDIA_ROOT": tmp_path_factory.mktemp("year"),
    }
    with django_db_blocker.unblock(), override_settings(**settings):
        server = LiveServer("localhost")
        try:
            people()
            yield str(server.url)
        finally:
            server.stop()
            call_command("flush", verbosity=0, interactive=False)


def people() -> None:
    """Everybody can sign in; the other task gets an owner of its own."""
    from uigwe.review import Role
    from uigwe.web.people.models import Grant, Responsibility, User
    from uigwe.web.plans import actions

    town = Town()
    other = User.objects.create(username="other", name="남담당", agency=town.agency, division=town.other_division)
    Grant.objects.create(person=other, role=Role.TASK_OWNER)
    Responsibility.objects.filter(code=OTHER_TASK).update(owner=other)
    for person in User.objects.all():
        person.set_password(PASSWORD)
        person.save()
    actions.import_pack(pack=pack(), published=True, by=town.office)


@pytest.fixture
def at(page, site):
    """`at(who, path)`: open the page as that person, who signs in the first time and is known by the cookies after that."""
    there: list[str] = []
    cookies: dict[str, list] = {}

    def go(who: str, path: str):
        if there != [who]:
            if there:
                cookies[there[0]] = page.context.cookies()
            page.context.clear_cookies()
            if who in cookies:
                page.context.add_cookies(cookies[who])
            else:
                page.goto(f"{site}/sign-in/")
                page.fill("#id_username", who)
                page.fill("#id_password", PASSWORD)
                page.click("main button.primary")
                page.wait_for_url(lambda address: "/sign-in/" not in address)
            there[:] = [who]
        page.goto(site + path)
        return page

    return go


def said(page) -> str:
    return page.locator("main").inner_text()


def press(page, selector: str) -> None:
    """Click what sends a form, and wait for the page that answers."""
    with page.expect_navigation():
        page.locator(selector).first.click()


def typed(page, field: str, value: str) -> None:
    """Fill a field of the part in; it is saved as it is left."""
    box = page.locator(f"[name$=' {field}']").first
    box.fill(value)
    box.blur()
    page.wait_for_selector(".cell.is-saved")


def test_a_year_is_played_by_clicking(page, site, at, tmp_path):
    a_round_is_opened_and_answered(at)
    a_file_comes_back_and_a_conflict_is_settled(at, tmp_path)
    the_office_asks_again_and_accepts(at)
    the_plan_is_approved_and_fixed(at)
    a_write_to_a_target_is_refused(at)
    an_amendment_is_carried_through(at)
    a_result_is_entered_confirmed_and_accepted(at, tmp_path)
    the_public_sees_both_targets(page, site)


def a_round_is_opened_and_answered(at) -> None:
    page = at("performance_office", f"{PLAN}approval/")
    press(page, "form[action$='approval/open/'] button")
    page = at("performance_office", f"{PLAN}rounds/open/")
    page.fill("#id_title", "시행계획 작성")
    page.fill("#id_due", f"{YEAR}-06-30")
    page.fill("#id_guideline", "목표치에는 산출근거를 적어 주십시오.")
    press(page, "main form.two button.primary")
    assert page.url.endswith(f"{PLAN}rounds/1/")

    page = at("task_owner", MINE)
    typed(page, "target", "95")
    press(page, "button[formaction$='reply/']")
    assert "회신" in page.locator(".thread .is-reply").inner_text()


def a_file_comes_back_and_a_conflict_is_settled(at, tmp_path: Path) -> None:
    page = at("other", THEIRS)
    with page.expect_download() as download:
        page.click("a[href$='form.xlsx']")
    made = filling(Path(download.value.path()).read_bytes())
    made.set("m1", "추진계획", "파일에서 고친 일정")
    (tmp_path / "회신.xlsx").write_bytes(made.bytes())

    page = at("performance_office", THEIRS)
    page.locator("[name$='/m1 text']").fill("총괄이 고친 일정")
    page.locator("[name$='/m1 text']").blur()
    page.wait_for_selector(".cell.is-saved")
    page.set_input_files("#file", str(tmp_path / "회신.xlsx"))
    page.fill("#sender", "남담당")
    press(page, "form[action$='files/'] button")
    press(page, "button[name=what][value=merge]")
    assert "총괄이 고친 일정" in said(page)
    assert "파일에서 고친 일정" in said(page)
    press(page, "button[name=choice][value=returned]")

    page = at("other", THEIRS)
    assert page.locator("[name$='/m1 text']").input_value() == "파일에서 고친 일정"
    press(page, "button[formaction$='reply/']")


def the_office_asks_again_and_accepts(at) -> None:
    page = at("performance_office", MINE)
    page.fill("#words", "산출근거를 적어 주십시오.")
    press(page, "button[formaction$='supplement/']")

    page = at("task_owner", MINE)
    assert "산출근거를 적어 주십시오." in said(page)
    typed(page, "reason", "전년 실적에 4를 더함")
    page.fill("#words", "적었습니다.")
    press(page, "button[formaction$='reply/']")

    for path in (MINE, THEIRS):
        page = at("performance_office", path)
        press(page, "button[formaction$='accept/']")
    page = at("performance_office", f"{PLAN}rounds/1/")
    assert said(page).count("수리됨") >= 2


def the_plan_is_approved_and_fixed(at) -> None:
    for step in range(STEPS):
        page = at("division_head" if step == 0 else "performance_office", f"{PLAN}approval/")
        page.fill("#number", f"지어낸문서-{step}")
        press(page, "form[action$='approval/sign/'] button")
        assert f"지어낸문서-{step}" in said(page)
    page = at("performance_office", f"{PLAN}changes/publish/")
    page.fill("#note", "확정")
    press(page, "form[action$='publish/'] button.primary")
    page = at("performance_office", f"{PLAN}approval/")
    assert "확정" in said(page)


def a_write_to_a_target_is_refused(at) -> None:
    """Neither offered nor, when sent all the same, taken; the answer says why."""
    page = at("task_owner", f"{PLAN}indicator/survival/")
    assert page.locator("a.pen[href*='field=target']").count() == 0
    fields = {"object": "survival@Ⅰ-1-①", "field": "target", "before": "95", "value": "50"}
    told = page.evaluate(
        """async ([address, fields]) => {
            const token = document.querySelector('[name=csrfmiddlewaretoken]').value
            const body = new URLSearchParams({...fields, csrfmiddlewaretoken: token})
            const answer = await fetch(address, {method: 'POST', body, headers: {Accept: 'text/html'}})
            return [answer.status, await answer.text()]
        }""",
        [f"{PLAN}revise/", fields],
    )
    assert told[0] in (403, 409, 422)
    why = " ".join(re.sub(r"<[^>]+>", " ", told[1]).split())
    assert "변경" in why.partition("내 업무")[2], why


def an_amendment_is_carried_through(at) -> None:
    page = at("task_owner", f"{PLAN}amendments/new/?code=1-1-1")
    page.fill("#title", "목표치 조정")
    page.fill("#reason", "대상이 줄었습니다.")
    row = page.locator("details.group tr", has_text="95").first
    row.locator("xpath=ancestor::details").evaluate("one => { one.open = true }")
    row.locator("[name^=proposed-]").fill("93")
    row.locator("[name^=why-]").fill("줄어든 대상을 반영")
    press(page, "main form.stack button.primary")

    number = f"{PLAN}amendments/1/"
    for step in ("review", "deliberate", "approve"):
        page = at("performance_office", number)
        page.fill("#number", f"지어낸변경-{step}")
        press(page, f"button[name=step][value={step}]")
    page = at("performance_office", number)
    press(page, "form[action$='/open/'] button")
    page = at("performance_office", f"{PLAN}changes/publish/")
    page.fill("#note", "목표치 조정")
    press(page, "form[action$='publish/'] button.primary")


def a_result_is_entered_confirmed_and_accepted(at, tmp_path: Path) -> None:
    page = at("performance_office", f"{PLAN}results/tasks/1-1-1/")
    page.select_option("select[name=person]", "agency_staff")
    press(page, "form[action$='delegate/']:has(select) button")

    page = at("agency_staff", RESULT)
    page.fill("#value", "91.5")
    page.fill("#source", "지어낸 집계")
    press(page, "aside form[method=post] button.primary")
    (tmp_path / "증빙.csv").write_text("지표,값\n생존율,91.5\n", encoding="utf-8")
    page.locator("summary", has_text="증빙").first.click()
    page.set_input_files("form[action$='evidence/'] input[type=file]", str(tmp_path / "증빙.csv"))
    press(page, "form[action$='evidence/'] button")
    assert "증빙.csv" in said(page)
    assert page.locator("button[name=verb]").count() == 0, "nobody passes their own"

    page = at("division_head", RESULT)
    press(page, "button[name=verb][value=confirm]")
    page = at("performance_office", RESULT)
    press(page, "button[name=verb][value=accept]")
    assert "접수" in said(page)


def the_public_sees_both_targets(page, site) -> None:
    page.context.clear_cookies()
    page.goto(f"{site}{PLAN}indicator/survival/")
    told = said(page)
    assert "93" in told
    assert "95" in told, "the original target stands beside the one that holds"
    assert page.complaints == [line for line in page.complaints if "422" in line or "403" in line or "409" in line]
