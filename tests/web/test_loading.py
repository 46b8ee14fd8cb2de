"""`uigwe load` where a draft is open: nothing is lost, and the person is told what to do."""

import pytest

from tests.web import builders
from uigwe import packs
from uigwe.web import registering
from uigwe.web.plans import actions
from uigwe.web.plans.models import Revision
from uigwe.web.terminal import Stop

pytestmark = pytest.mark.django_db


def test_a_draft_in_the_way_is_named_and_nothing_is_loaded(town, tmp_path):
    actions.import_pack(pack=builders.pack(), by=town.office)
    packs.write(builders.pack(target="99"), tmp_path / "pack")

    with pytest.raises(Stop) as stopped:
        registering.load(tmp_path / "pack", town.office.username, True, "", "ko")

    told = stopped.value.told("ko")
    assert f"{builders.AGENCY}/2023/1" in told and town.office.name in told and "게시" in told
    assert "Publish that draft" in stopped.value.told("en")
    assert Revision.objects.count() == 1


def test_the_same_plan_there_as_a_draft_is_not_called_published(town, tmp_path, capsys):
    actions.import_pack(pack=builders.pack(), by=town.office)
    packs.write(builders.pack(), tmp_path / "pack")

    with pytest.raises(Stop) as stopped:
        registering.load(tmp_path / "pack", town.office.username, True, "", "ko")
    registering.load(tmp_path / "pack", town.office.username, False, "", "en")

    assert "게시되지 않았습니다" in stopped.value.told("ko")
    assert "Nothing changed" in capsys.readouterr().out


def test_a_plan_that_is_published_already_is_only_told(town, tmp_path, capsys):
    packs.write(builders.pack(), tmp_path / "pack")

    for _again in range(2):
        registering.load(tmp_path / "pack", town.office.username, True, "", "en")

    assert "Nothing changed" in capsys.readouterr().out
