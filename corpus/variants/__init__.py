"""One text said in other ways: other years, words, values, signs, heads and parts, each with the plan that should then be read."""

from corpus.variants.variant import VARIANTS, Case, Variant, case_of, compared

__all__ = ["VARIANTS", "Case", "Variant", "case_of", "compared"]
