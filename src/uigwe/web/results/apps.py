"""The app of results, above approval."""

from django.apps import AppConfig


class ResultsConfig(AppConfig):
    """What came of what was promised."""

    name = "uigwe.web.results"
    verbose_name = "results"

    def ready(self) -> None:
        """My page says what results and amendments want of a person."""
        from uigwe.web.collecting.kinds import REGISTERED
        from uigwe.web.plans.presenters.mine import WORK
        from uigwe.web.results.collecting import ResultsCollected
        from uigwe.web.results.mine import work

        REGISTERED["results"] = ResultsCollected()
        if work not in WORK:
            WORK.append(work)
