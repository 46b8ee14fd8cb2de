"""A returned form from the file to its answers: looked at first, read in a child, taken only where it belongs."""

import io
import tempfile
import zipfile
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from openpyxl import load_workbook

from tests.documents.filling import filling
from tests.files.test_hostile import IN_TURN
from tests.reports.test_form import CODE, plan_of_sample, sample, sheet
from tests.shipped import pack
from uigwe.documents.grids import Loose, Where
from uigwe.documents.returned import taken_apart
from uigwe.files import Refused
from uigwe.operations.collecting import judged_against, returned_file
from uigwe.plan.mark import key_of
from uigwe.plan.merge import Fate, judge, merged
from uigwe.plan.part import form_of
from uigwe.reports.form import form_hwpx, form_xlsx
from uigwe.texts import tell

RATE = f"satisfaction@{CODE}"


def filled(write=form_xlsx, of=None):
    made = filling(write(of or sample()))
    made.set(key_of(RATE), "목표치", "95")
    return made.bytes()


def as_hwp(data):
    from hwpx import HwpxDocument

    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "form.hwp"
        HwpxDocument.open(data).save_to_path(str(path))
        return path.read_bytes()


def told(received):
    return {(one.object, one.field): one.returned for one in received.answers}


def reasons(received):
    return {note.reason for note in received.troubles}


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("회신.xlsx", lambda: filled()),
        ("회신.hwpx", lambda: filled(form_hwpx)),
        ("회신.hwp", lambda: as_hwp(filled(form_hwpx))),
    ],
)
def test_a_form_comes_back_in_each_format(name, data):
    received = returned_file(data(), sample(), name=name)

    assert told(received) == {(RATE, "target"): "95"}
    assert (received.name, received.kind, str(received.mark)) == (name, name.rpartition(".")[2], sample().mark)
    assert received.usable and not received.troubles and not received.doubtful


def test_what_came_back_is_judged_and_merged(tmp_path):
    shipped = pack().plan
    of = sheet(shipped, CODE)
    made = filling(form_hwpx(of))
    made.set("m2", "추진계획", "답변서를 낸다")
    made.set("b2", "’23 예산", "1,500")
    made.set("+", "추진계획", "설명회를 연다")
    made.set("+", "세부일정", "’23.3월")
    path = tmp_path / "회신.hwpx"
    path.write_bytes(made.bytes())

    received = returned_file(path, of)
    judged = judge(shipped, (*received.answers, *received.added))

    assert [one.fate for one in judged] == [Fate.MERGE] * 3
    task = merged(shipped, judged).task(CODE)
    assert task.milestones[1].text == "답변서를 낸다"
    assert (task.milestones[-1].text, task.milestones[-1].quarter) == ("설명회를 연다", 1)
    assert str(task.budget[1].amount(2023).won) == "150000000000"


def test_the_form_can_be_looked_up_by_its_number():
    asked = []

    def kept(mark):
        asked.append(mark)
        return sample()

    assert told(returned_file(filled(), kept)) == {(RATE, "target"): "95"}
    assert [str(mark) for mark in asked] == [sample().mark]
    assert reasons(returned_file(filled(), lambda mark: None)) == {"other-version"}


def test_without_its_number_a_form_is_read_and_said():
    made = filling(filled())
    made.replace_everywhere(f"서식 번호: {sample().mark}", "")

    received = returned_file(made.bytes(), sample())

    assert told(received) == {(RATE, "target"): "95"}
    assert received.mark is None and reasons(received) == {"no-mark"}


@pytest.mark.parametrize(
    ("change", "reason"),
    [
        (lambda form: replace(form, agency="nuri"), "other-agency"),
        (lambda form: replace(form, year=2024), "other-year"),
        (lambda form: replace(form, code="Ⅰ-1-②"), "other-form"),
    ],
)
def test_somebody_elses_form_answers_nothing(change, reason):
    expected = replace(sample(), form=change(sample().form))

    received = returned_file(filled(), expected)

    assert reasons(received) == {reason}
    assert not received.usable
    assert received.answers == received.added == received.doubtful == ()


def test_a_form_of_another_round_or_version_answers_nothing_for_certain():
    other_round = returned_file(filled(), sample(), round_no=4)
    row = sample().form.sections[0].rows[0]
    title = replace(row, cells=(replace(row.cells[0], value="다른 제목"),))
    sections = (replace(sample().form.sections[0], rows=(title,)), *sample().form.sections[1:])
    other = returned_file(filled(), replace(sample(), form=replace(sample().form, sections=sections)))

    assert reasons(other_round) == {"other-round"} and "other-version" in reasons(other)
    for received in (other_round, other):
        assert received.answers == () and (RATE, "target", "95") in {
            (one.object, one.field, one.returned) for one in received.doubtful
        }


def test_with_the_cells_alone_what_stood_around_them_is_told():
    received = returned_file(filled(), sample().form)

    assert told(received) == {(RATE, "target"): "95"}
    assert reasons(received) == {"before-tables"} and received.waits() == ()
    assert "물길과" in {note.text for note in received.troubles}


def test_a_doubtful_answer_is_asked_and_never_merged():
    received = returned_file(filled(), sample(), round_no=4)

    [one] = judged_against(plan_of_sample(), received)

    assert one.fate is Fate.ASK


@pytest.mark.parametrize("hostile", IN_TURN)
def test_hostile_files_are_refused_before_anything_is_read(hostile, tmp_path):
    path = hostile.write(tmp_path)
    with pytest.raises(Refused) as caught:
        returned_file(path, sample())

    assert caught.value.facts["file"] == hostile.name


def test_a_file_with_macros_is_refused():
    data = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(form_xlsx(sample()))) as old, zipfile.ZipFile(data, "w") as new:
        for item in old.infolist():
            new.writestr(item, old.read(item.filename))
        new.writestr("xl/vbaProject.bin", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600))

    with pytest.raises(Refused) as caught:
        returned_file(data.getvalue(), sample(), name="회신.xlsx")

    assert caught.value.reason == "macros"
    assert caught.value.facts["file"] == "회신.xlsx"


@pytest.mark.parametrize("data", [b"", b"\x00" * 100, b"PK\x03\x04 not a zip", "그냥 글".encode()])
def test_what_is_no_form_is_refused(data):
    with pytest.raises(Refused):
        returned_file(data, sample(), name="회신.hwpx")


@pytest.mark.parametrize(
    ("data", "name"),
    [("글로 적은 회신\n".encode(), "회신.txt"), (b"%PDF-1.7\n", "회신.pdf"), (b"\x89PNG\r\n\x1a\n", "회신.png")],
)
def test_a_reply_in_another_format_is_told_which_formats_forms_have(data, name):
    with pytest.raises(Refused) as caught:
        returned_file(data, sample(), name=name)

    assert caught.value.reason == "unread-form"
    for language in ("ko", "en"):
        said = tell("files", "unread-form", {"file": name}, language)
        assert name in said and "HWPX" in said and "XLSX" in said


def test_a_name_cannot_lead_anywhere(tmp_path):
    received = returned_file(filled(), sample(), name="../../etc/회신.xlsx")

    assert received.name == "../../etc/회신.xlsx"
    assert received.usable


def test_a_form_of_the_whole_year_is_the_same_whoever_prints_it():
    shipped = pack().plan
    of = sheet(shipped, "Ⅱ-1-③", day=date(2023, 5, 1), to="")
    received = returned_file(form_xlsx(of), replace(of, form=form_of(shipped, "Ⅱ-1-③")))

    assert received.answers == received.doubtful == received.troubles == ()


# ── several forms in one file ────────────────────────────────────────────────────────────────────────────────────────


def other():
    """The form of another task of the same round."""
    plain = sample()
    return replace(plain, form=replace(plain.form, code="Ⅰ-1-②"))


def together(*files):
    """Workbooks as one: what somebody makes who collects for a division and sends all at once."""
    books = [load_workbook(io.BytesIO(one)) for one in files]
    for number, more in enumerate(books[1:], 2):
        for page in more.worksheets[:1]:
            copy = books[0].create_sheet(f"{page.title} {number}")
            for row in page.iter_rows():
                for cell in row:
                    if cell.value is not None:
                        copy.cell(cell.row, cell.column, cell.value)
            for area in page.merged_cells.ranges:
                copy.merge_cells(str(area))
    out = io.BytesIO()
    books[0].save(out)
    return out.getvalue()


@pytest.mark.parametrize("own_first", [True, False])
def test_of_two_forms_in_one_file_the_expected_one_is_read_and_the_other_is_named(own_first):
    own, foreign = filled(form_xlsx), filled(form_xlsx, of=other())
    data = together(*((own, foreign) if own_first else (foreign, own)))

    received = returned_file(data, sample(), name="회신.xlsx")

    assert str(received.mark) == sample().mark
    assert told(received) == told(returned_file(own, sample(), name="회신.xlsx"))
    [note] = [one for one in received.troubles if one.reason == "other-forms"]
    assert note.facts == {"taken": sample().mark, "others": other().mark, "count": "2"}
    assert note in received.waits()


def test_lines_and_tables_are_taken_apart_where_another_number_begins():
    def line(text):
        return Loose(text, Where())

    one, two = line(f"서식 번호: {sample().mark}"), line(f"서식 번호: {other().mark}")
    words = line("끝.")

    assert taken_apart([words, one, words, one, words, two, words, two]) == [
        [words, one, words, one, words],
        [two, words, two],
    ]
    assert taken_apart([words]) == [[words]]
    assert taken_apart([line(f"{sample().mark} {other().mark}"), two]) == [
        [line(f"{sample().mark} {other().mark}"), two]
    ]
