"""Which two phrases may go together, and by which rules."""

from collections.abc import Sequence

from uigwe.reasons.phrases.chart import Rule
from uigwe.reasons.phrases.joints import Joints

# Kinds: N a noun, M one with its particle, S a statistic, G a growth, V a verb, VP a verb with its object, VB with its start, CL a
# clause, R a rounding, I and B what stands in a bracket (open and shut), X a name, D what sets the target.
RULES: tuple[tuple[str, str, str], ...] = (
    # ── joints ──
    ("N DA", "P", "marked"),
    ("N", "comma", "listing"),
    ("M OUT", "comma", "kept"),
    ("CL VP R", "comma", "goes_on_behind"),
    ("adverb", "N V VP C S G R noun DIV SHARE W target set top X goal out DA", "skipped"),
    ("N", "noun adverb asmuch restore", "kept"),
    ("N", "colon", "kept"),
    ("M", "P", "still_marked"),
    ("X", "P", "name_marked"),
    ("X", "X XM", "skipped"),
    ("X XM", "N", "whose"),
    ("XM", "CL D", "head"),
    ("XM", "out", "for_which_reason"),
    ("open", "head", "kept"),
    ("open", "N M PAIRS FROMTO DL", "inside"),
    ("I", "basis", "kept"),
    ("I", "close", "shut"),
    # ── years, lists, statistics ──
    ("N M", "result X", "of_results"),
    ("N M", "cumulated", "of_a_total"),
    ("M", "N", "told_so listed part called from_to counted_again in_years"),
    ("N", "N", "called counted_again dated in_years"),
    ("M", "M", "from_to from_amount"),
    ("N M", "S", "taken"),
    ("M", "S", "of_the_same"),
    ("same", "S", "same_years"),
    ("N M", "top", "best"),
    ("M", "out", "left_out best_left_out"),
    ("steps", "B", "steps_of"),
    ("OUT", "N", "without"),
    ("N M", "OUT", "of_which_out"),
    ("N", "count", "how_many"),
    ("N", "steps", "one_year"),
    ("why", "out", "told_why"),
    ("DA DL", "comma", "listing"),
    ("M", "DA", "dated_list"),
    ("I", "steps", "steps_counted"),
    ("I M", "each", "each_said"),
    ("N", "B", "bracketed"),
    ("D CL N", "B", "of_these_years"),
    # ── growth, and figures of it ──
    ("N M", "G", "grown"),
    ("G", "N B", "printed_growth"),
    ("G", "B", "growth_bracket proportion_bracket"),
    ("TG", "B", "proportion_bracket something_elses_rate"),
    ("TG", "N", "something_elses_rate"),
    ("other", "N B", "others_rate"),
    ("goal", "N B", "goal"),
    ("every", "N", "every_year"),
    ("every", "every", "skipped"),
    ("N M EV", "trend", "trend"),
    ("TOLD", "tells", "told_then"),
    ("EV", "was", "grew_then"),
    ("EV", "rose", "rose_so"),
    ("N", "considered", "considered"),
    ("CL", "CL D", "told_beside"),
    ("N M", "CL", "in_years_told"),
    ("M", "C", "more_than"),
    ("MORE", "N", "figure_above"),
    # ── proportions of something else ──
    ("N DA", "arrow", "from_which"),
    ("M", "N DA", "from_amount"),
    ("thing", "FROMTO", "skipped"),
    ("thing", "G", "something_elses"),
    ("FROMTO", "G", "in_proportion"),
    ("N M", "leads", "leads_to"),
    ("LEAD", "CL D", "said_first"),
    # ── parts ──
    ("N M", "GAP", "difference"),
    ("M", "GAP", "gap_to"),
    ("N M", "SHARE", "shared"),
    # ── verbs and what they take ──
    ("N", "V", "had"),
    ("N M", "V", "taken_by closed lowered_to"),
    ("M", "V", "base_at_verb summed had"),
    ("N M", "C", "compared_by"),
    ("M", "VP", "based"),
    ("N M", "VB", "object_before"),
    ("M CL", "DIV", "divided"),
    ("M", "SV", "averaged"),
    ("VP", "VB", "meant"),
    ("M", "VO", "raised_by"),
    ("CL", "CL D", "said_before"),
    ("VP", "VP", "twice_said"),
    ("VP", "set target", "set_from_last"),
    ("VP", "noun", "so_from_last"),
    ("N M", "keeps", "keeps_on"),
    # ── clauses ──
    ("CL", "noun", "called_so one_years_share"),
    ("CL", "point", "pointed"),
    ("CL", "G", "grown_so"),
    ("CL", "GAP", "difference_so"),
    ("CL", "S", "summed_so"),
    ("CL", "N", "printed_so"),
    ("CL", "M", "so_named"),
    ("CL", "V", "worked_out_then"),
    ("CL", "VP", "goes_on"),
    ("CL", "VB", "taken_up"),
    ("N M CL", "R", "rounded"),
    ("R", "D", "rounded_first"),
    # ── weights ──
    ("N M", "N", "weight_of"),
    ("PAIRS", "PAIRS", "weights_listed"),
    ("PAIRS", "P comma", "pairs_marked"),
    ("PAIRS", "weight", "weights_said"),
    ("weight", "B", "weights_in_bracket"),
    ("N M", "PAIRS", "weights_of_window"),
    ("PAIRS", "W", "weighed"),
    # ── the target ──
    ("target", "set adverb", "set_target"),
    ("N M CL", "set target", "set"),
    ("topic why", "N M CL D VP VB", "told_why"),
    ("D", "aside", "remarked"),
)  # fmt: skip


def _by_kinds() -> dict[tuple[str, str], list[str]]:
    table: dict[tuple[str, str], list[str]] = {}
    for lefts, rights, names in RULES:
        for left in lefts.split():
            for right in rights.split():
                table.setdefault((left, right), []).extend(names.split())
    return table


_BY_KINDS = _by_kinds()


def rules(grammar: Joints, left: str, right: str) -> Sequence[Rule]:
    """The rules for a phrase of one kind before one of another."""
    return [getattr(grammar, name) for name in _BY_KINDS.get((left, right), ())]
