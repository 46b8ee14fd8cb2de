"""Korean particles, picked by how a word is read aloud."""

import pytest

from tests.every import every
from uigwe.texts import fill, with_particle


@every(
    [
        ("목표", "은/는", "목표는"),
        ("지표값", "은/는", "지표값은"),
        ("92", "은/는", "92는"),
        ("90", "은/는", "90은"),
        ("100", "이/가", "100이"),
        ("4%", "을/를", "4%를"),
        ("4%p", "으로/로", "4%p로"),
        ("3,749", "으로/로", "3,749로"),
        ("81", "으로/로", "81로"),
        ("3", "으로/로", "3으로"),
        ("서울", "으로/로", "서울로"),
        ("부산", "으로/로", "부산으로"),
        ("3,794명", "으로/로", "3,794명으로"),
        ("실적(점)", "이/가", "실적(점)이"),
        ("Ⅰ-1-①", "은/는", "Ⅰ-1-①은"),
        ("Ⅰ-1-②", "은/는", "Ⅰ-1-②는"),
        ("Ⅲ", "과/와", "Ⅲ과"),
        ("", "은/는", "는"),
    ],
)
def test_the_particle_fits_the_last_sound(word, pair, said):
    assert with_particle(word, pair) == said


def test_a_template_picks_its_particles_when_it_is_filled():
    assert fill("{a:은/는} {b:과/와} 다릅니다.", {"a": "본문", "b": "붙임"}) == "본문은 붙임과 다릅니다."


def test_words_of_a_user_are_never_taken_for_a_template():
    assert fill("{name}", {"name": "{secret} %s {0}"}) == "{secret} %s {0}"


@pytest.mark.parametrize(("word", "sentence"), [("만족도", "‘만족도’는 점수"), ("이행률", "‘이행률’은 점수")])
def test_behind_a_closing_quote_the_particle_fits_the_word(word, sentence):
    assert fill("‘{word:’은/는} 점수", {"word": word}) == sentence
