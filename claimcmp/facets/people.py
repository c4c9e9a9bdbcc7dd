"""The people of one article, each under the fullest name given."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

import attrs

from claimcmp.settings import Settings
from claimcmp.text.names import name_key, same_name, split_name
from claimcmp.text.normal import fold


@attrs.frozen
class Person:
    """A person: the fullest name, and the posts held, each with the title as first written."""

    name: str
    posts: Mapping[str, str] = attrs.field(factory=dict, eq=False)

    @property
    def key(self) -> str:
        """The key of the person's actors."""
        return make_key(self.name)

    @property
    def role(self) -> str | None:
        """The first title written."""
        return next(iter(self.posts.values()), None)


@attrs.frozen
class People:
    """People by the sound their surname begins with, and by post."""

    by_sound: Mapping[str, tuple[Person, ...]]
    by_post: Mapping[str, tuple[Person, ...]]

    def find(self, name: str, settings: Settings) -> Person | None:
        """Whose name it is; nobody's when it is a surname of several."""
        found = [person for person in self.by_sound.get(_sound(name), ()) if same_name(name, person.name, settings)]
        return found[0] if len(found) == 1 or (found and len(split_name(name)) > 1) else None

    def list_surnames(self) -> dict[str, Person | None]:
        """Folded surnames, also as written with an article («الصفدي»), to the person, None where several have it."""
        known: dict[str, Person | None] = {}
        for people in self.by_sound.values():
            for person in people:
                for part in {*split_name(person.name)[-1:], *fold(person.name).split()[1:][-1:]}:
                    known[part] = None if part in known else person
        return known


def make_key(name: str) -> str:
    """The key of a person: consonants of the first and last part of the name."""
    parts = name_key(name).split(" ")
    return "person:" + " ".join(parts if len(parts) < 3 else (parts[0], parts[-1]))


def gather_people(named: Iterable[tuple[str, Mapping[str, str]]], settings: Settings) -> People:
    """One record a person from names and the posts given with them, longest name first, so that a surname meets its full name."""
    by_sound: dict[str, tuple[Person, ...]] = {}
    for name, posts in sorted(named, key=lambda row: -len(split_name(row[0]))):
        sound = _sound(name)
        known = by_sound.get(sound, ())
        person = People(by_sound, {}).find(name, settings)
        if person is None:
            by_sound[sound] = (*known, Person(name, dict(posts)))
        elif posts:
            grown = Person(person.name, {**person.posts, **{post: role for post, role in posts.items() if post not in person.posts}})
            by_sound[sound] = tuple(grown if other is person else other for other in known)
    by_post: dict[str, tuple[Person, ...]] = {}
    for person in (person for people in by_sound.values() for person in people):
        for post in person.posts:
            by_post[post] = (*by_post.get(post, ()), person)
    return People(by_sound, by_post)


def _sound(name: str) -> str:
    return name_key(name).rpartition(" ")[2][:1]
