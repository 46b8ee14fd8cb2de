"""The app."""

from django.apps import AppConfig


class Collecting(AppConfig):
    """Rounds of collection."""

    name = "uigwe.web.collecting"
    label = "collecting"

    def ready(self) -> None:
        """The calendar of milestones shows the days of the year too, and a year that is opened gets its steps."""
        from uigwe.web.collecting import following  # noqa: F401
        from uigwe.web.collecting.presenters.mine import work
        from uigwe.web.collecting.presenters.year import days_of_year
        from uigwe.web.collecting.returned import not_returned
        from uigwe.web.plans.openends import NOT_RETURNED
        from uigwe.web.plans.presenters.calendar import OTHER_DAYS
        from uigwe.web.plans.presenters.mine import WORK

        if days_of_year not in OTHER_DAYS:
            OTHER_DAYS.append(days_of_year)
        if not_returned not in NOT_RETURNED:
            NOT_RETURNED.append(not_returned)
        if work not in WORK:
            WORK.append(work)
