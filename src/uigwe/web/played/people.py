"""Those who answer in the story and never sign in, and who answers for what."""

from uigwe.web.people.demo import assigned
from uigwe.web.people.models import Division, Grant, User
from uigwe.web.played.story import Story


def gather(story: Story) -> None:
    """Make the people of the story, and hand out the plan among them and those of the demonstration."""
    agency = story.plan.agency
    divisions = {one.code: one for one in Division.objects.filter(agency_id=agency)}
    for one in story.data["people"]:
        user = User(
            username=one["username"], name=one["name"], agency_id=agency, division=divisions[one["division"]], demo=True
        )
        user.set_unusable_password()
        user.save()
        for role in one["roles"]:
            Grant.objects.create(person=user, role=role)
    people = {one.username: one for one in User.objects.filter(demo=True)}
    assigned(story.plan, story.data["responsibilities"], people)
