"""Every verb of the front desk asks first: each role, each reach, and everybody who is nobody.

Nothing here is a list of verbs: they are found by looking, so a new one is tried as soon as it is
there, or the test says which of its arguments it cannot make.
"""

from __future__ import annotations

import contextlib
import hashlib
import importlib
import inspect
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

import pytest
from sqlalchemy import select

from tests.live import NOW, live, person, put_document
from workflow.access import OPERATOR, RIGHTS, Grant, Role, Scope, may
from workflow.errors import AccessError, NotAllowed, NotFound, UndersignedError
from workflow.model import State
from workflow.review import Act
from workflow.services import people
from workflow.services.desk import allow
from workflow.services.workspace import Workspace
from workflow.settings import DocumentChanges
from workflow.store import Db, comments, suggestions
from workflow.store.schema import METADATA
from workflow.store.translations import Written

MODULES = (
    "documents",
    "exchange",
    "people",
    "progress",
    "publishing",
    "review",
    "tasks",
    "translation",
    "upkeep",
)
FIRST = ["workspace", "actor", "now"]
HIDDEN_TEXT = "Quetzal"
UNKNOWN = "00000000-0000-7000-8000-000000000000"


def verbs_of(module: str) -> dict[str, Callable[..., object]]:
    """Give the functions that a module of the front desk shows and that take an actor."""
    room = importlib.import_module(f"workflow.services.{module}")
    shown = set(getattr(room, "__all__", ()))
    return {
        f"{module}.{name}": each
        for name, each in vars(room).items()
        if inspect.isfunction(each)
        and not name.startswith("_")
        and (name in shown or each.__module__ == room.__name__)
        and "actor" in names_of(each)
    }


def names_of(verb: Callable[..., object]) -> list[str]:
    return list(inspect.signature(verb).parameters)


VERBS = {name: verb for module in MODULES for name, verb in verbs_of(module).items()}


# --- the table -----------------------------------------------------------------------------------


def test_no_verb_without_a_line_and_no_line_without_a_verb() -> None:
    assert sorted(VERBS) == sorted(RIGHTS)


def test_every_verb_begins_alike() -> None:
    assert {name: names_of(verb)[:3] for name, verb in VERBS.items()} == dict.fromkeys(VERBS, FIRST)


# The table said again, the other way round: what each rung of the ladder adds to the one below.
WITHOUT_A_ROLE = """
    people: renew_link sessions sign_out sign_out_everywhere change_name change_me me my_data
        erase_me
    translation: drop_draft drafts
    review: came_back answers
    tasks: mine choices
"""
READERS = """
    documents: listing describe source
    translation: sheet sheet_stamp stamp units unit history suggest comment ask resolve
    progress: figures board burn_up activity told findings credits_of
    exchange: catalog
    publishing: assemble standing reading take package
    tasks: glance
"""
TRANSLATORS = "translation: save draft restore mark"
REVIEWERS = "review: readings approve approve_rest correct send_back accept reject"
COORDINATORS = """
    documents: add preview propose proposal release discard change archive unarchive
    people: invite invitations revoke_invitation members grant withdraw vouch issue_link
    exchange: sync
    publishing: export
"""
ADMINS = """
    people: erase
    upkeep: backup backups restore health
"""
OF_EVERYTHING = """
    documents: add preview
    people: vouch issue_link erase
    exchange: sync
    upkeep: backup backups restore health
"""
WORDS_OF_PEOPLE = """
    translation: save suggest comment ask resolve draft restore mark
    review: readings approve approve_rest correct send_back accept reject
"""


def listed(text: str) -> set[str]:
    found, module = set(), ""
    for word in text.split():
        if word.endswith(":"):
            module = word
        else:
            found.add(f"{module[:-1]}.{word}")
    return found


def test_the_table_says_what_the_rungs_are_for() -> None:
    rungs = [READERS, TRANSLATORS, REVIEWERS, COORDINATORS, ADMINS]
    said = {verb: role for role, text in zip(Role, rungs, strict=True) for verb in listed(text)}
    own = listed(WITHOUT_A_ROLE)
    assert {verb for verb, right in RIGHTS.items() if right.scope is Scope.OWN} == own
    assert {verb: right.role for verb, right in RIGHTS.items() if verb not in own} == said


def test_what_is_about_everything_takes_a_grant_for_everything() -> None:
    found = {verb for verb, right in RIGHTS.items() if right.scope is Scope.WORKSPACE}
    assert found == listed(OF_EVERYTHING)


def test_commands_put_no_words_into_the_mouth_of_people() -> None:
    refused = {verb for verb, right in RIGHTS.items() if not right.by_operator}
    assert refused == listed(WORDS_OF_PEOPLE + WITHOUT_A_ROLE)


@dataclass(frozen=True)
class Held:
    """What somebody was given, seen from this document and this language."""

    document: str
    locale: str


ALL, THIS, OTHER = "all", "this", "other"
REACHES = [
    Held(document, locale) for document in (ALL, THIS, OTHER) for locale in (ALL, THIS, OTHER)
]
# What each scope asks for, said again as a list: which documents and languages a grant may be for.
ENOUGH = {
    Scope.SOME: {(document, locale) for document in (ALL, THIS) for locale in (ALL, THIS, OTHER)},
    Scope.TARGET: {(ALL, ALL), (ALL, THIS), (THIS, ALL), (THIS, THIS)},
    Scope.DOCUMENT: {(ALL, ALL), (THIS, ALL)},
    Scope.WORKSPACE: {(ALL, ALL)},
}
LADDER = ["reader", "translator", "reviewer", "coordinator", "admin"]


def may_by_the_rules(verb: str, role: Role, held: Held) -> bool:
    right = RIGHTS[verb]
    if right.scope is Scope.OWN:
        return True
    stands_on = LADDER.index(role.name.lower())
    is_high_enough = stands_on in range(LADDER.index(right.role.name.lower()), len(LADDER))
    return is_high_enough and (held.document, held.locale) in ENOUGH[right.scope]


@pytest.fixture(scope="module")
def world(tmp_path_factory: pytest.TempPathFactory) -> Iterator[World]:
    with live(tmp_path_factory.mktemp("world")) as workspace:
        yield build(workspace)


@dataclass(frozen=True)
class World:
    """A workspace with a document that few know of, and those who do not."""

    workspace: Workspace
    document: str
    other: str
    given: Mapping[tuple[Role, Held], str]
    """A member of each kind."""
    nobody: str
    """A member without a role."""
    former: str
    elsewhere: str
    """An admin of the other document only."""
    values: Mapping[str, object]
    """Arguments, by name, that belong to the hidden document."""


def build(workspace: Workspace) -> World:
    document, units = put_document(workspace, [f"{HIDDEN_TEXT} one.", f"{HIDDEN_TEXT} two."])
    other, _ = put_document(workspace, ["Another text."], name="other")
    tags = {ALL: "", THIS: "fr", OTHER: "ar"}
    documents = {ALL: "", THIS: document, OTHER: other}
    given = {
        (role, held): person(
            workspace,
            f"{role.label} {held.document} {held.locale}",
            role,
            document=documents[held.document],
            locale=tags[held.locale],
        )
        for role in Role
        for held in REACHES
    }
    former = person(workspace, "Former", Role.ADMIN)
    people.erase(workspace, OPERATOR, NOW, member=former)
    author = given[Role.TRANSLATOR, Held(THIS, THIS)]
    return World(
        workspace=workspace,
        document=document,
        other=other,
        given=given,
        nobody=person(workspace, "Nobody"),
        former=former,
        elsewhere=person(workspace, "Elsewhere", Role.ADMIN, document=other),
        values=arguments(workspace, units, author),
    )


@pytest.mark.parametrize("verb", sorted(RIGHTS))
def test_every_role_reaches_as_far_as_the_rules_say(world: World, verb: str) -> None:
    said, expected = {}, {}
    with world.workspace.store.reading() as db:
        for (role, held), member in world.given.items():
            try:
                allow(db, member, verb, NOW, document=world.document, locale="fr")
                said[role, held] = "yes"
            except AccessError as error:
                said[role, held] = type(error).__name__
            no = "NotFound" if held.document == OTHER else "NotAllowed"
            expected[role, held] = "yes" if may_by_the_rules(verb, role, held) else no
    assert said == expected


@pytest.mark.parametrize("verb", sorted(RIGHTS))
def test_whoever_is_nobody_may_nothing(world: World, verb: str) -> None:
    is_own = RIGHTS[verb].scope is Scope.OWN
    with world.workspace.store.reading() as db:
        for member in (world.former, UNKNOWN, ""):
            with pytest.raises(NotAllowed if is_own else NotFound):
                allow(db, member, verb, NOW, document=world.document, locale="fr")
        if not is_own:
            with pytest.raises(NotFound):
                allow(db, world.nobody, verb, NOW, document=world.document, locale="fr")
            with pytest.raises(NotAllowed):
                allow(db, world.nobody, verb, NOW)


@pytest.mark.parametrize("verb", sorted(RIGHTS))
def test_commands_do_what_the_table_says(world: World, verb: str) -> None:
    with world.workspace.store.reading() as db:
        if RIGHTS[verb].by_operator:
            allow(db, OPERATOR, verb, NOW, document=world.document, locale="fr")
        else:
            with pytest.raises(NotAllowed):
                allow(db, OPERATOR, verb, NOW, document=world.document, locale="fr")


def test_grants_do_not_add_up() -> None:
    """A role here and a reach there are not that role there."""
    both = [Grant(Role.REVIEWER, "d", "ar"), Grant(Role.TRANSLATOR, "", "fr")]
    assert not may("7", both, "review.approve", document="d", locale="fr")


# --- the verbs themselves ------------------------------------------------------------------------


def arguments(workspace: Workspace, units: list[str], author: str) -> dict[str, object]:
    """Make an argument for each name that a verb may have."""
    victim = person(workspace, "Victim", Role.READER)
    invitation = people.invite(workspace, OPERATOR, NOW, role=Role.READER, document="letter")
    with workspace.store.writing() as db:
        suggestion = suggest(db, units[0], author)
        comment = comments.add(
            db, NOW, unit=units[0], locale="fr", author=author, kind="question", text="Why?"
        )
    return {
        "unit": units[0],
        "document": "letter",
        "locale": "fr",
        "suggestion": suggestion,
        "comment": comment,
        "invitation": invitation.id,
        "member": victim,
        "role": Role.READER,
        "text": "Un texte.",
        "seen": 0,
        "version": 1,
        "token": "a token",
        "reason": "a reason",
        "question": "a question",
        "name": "Another Name",
        "data": b"Quite another text.\n",
        "file_name": "new.txt",
        "digest": "0" * 64,
        "changes": DocumentChanges(title="Another title"),
        "folder": workspace.root / "editions",
        "file": workspace.root / "backup.db",
        "backup": "backup.db",
    }


def suggest(db: Db, unit: str, author: str) -> str:
    new = Written(
        unit=unit,
        locale="fr",
        version=1,
        text="Une suggestion.",
        state=State.TRANSLATED,
        act=Act.SAVE,
        author=author,
        actor=author,
        source_digest="",
        at=NOW,
    )
    return suggestions.keep(db, new, origin="person", base=0)


SOMEWHERE = {"document", "locale"}


def call(world: World, verb: str, actor: str, **other: object) -> object:
    """Do something with the hidden document, or with what belongs to it."""
    parameters = list(inspect.signature(VERBS[verb]).parameters.values())[3:]
    needed = {
        each.name
        for each in parameters
        if each.default is inspect.Parameter.empty or each.name in SOMEWHERE
    }
    missing = needed - set(world.values)
    assert not missing, f"make an argument for {missing} of {verb} in `arguments`"
    wanted = {name: world.values[name] for name in needed}
    special: dict[str, object] = {"seen": {}} if verb == "review.approve_rest" else {}
    done = VERBS[verb](world.workspace, actor, NOW, **{**wanted, **special, **other})
    return list(done) if inspect.isgenerator(done) else done


def everything(world: World) -> dict[str, str]:
    """Give a digest of every table but the sessions, and of every file that people see."""
    found = {}
    with world.workspace.store.reading() as db:
        for table in METADATA.sorted_tables:
            if table.name != "session":
                rows = sorted(map(repr, db.execute(select(table))))
                found[table.name] = hashlib.sha256("\n".join(rows).encode()).hexdigest()
    root = world.workspace.root
    for path in sorted(root.rglob("*")):
        if path.is_file() and ".undersigned" not in path.parts:
            found[str(path.relative_to(root))] = hashlib.sha256(path.read_bytes()).hexdigest()
    return found


STRANGERS = [
    (verb, who)
    for verb in sorted(VERBS)
    for who in ("nobody", "former", "unknown")
    if who != "nobody" or verb not in listed(WITHOUT_A_ROLE)  # that is about himself
]


@pytest.mark.parametrize(("verb", "who"), STRANGERS)
def test_a_stranger_is_refused_and_changes_nothing(world: World, verb: str, who: str) -> None:
    actor = {"nobody": world.nobody, "former": world.former}.get(who, UNKNOWN)
    before = everything(world)
    with pytest.raises((NotFound, NotAllowed)) as refused:
        call(world, verb, actor)
    assert HIDDEN_TEXT not in str(refused.value)
    assert everything(world) == before


NAMES_SOMETHING = ("unit", "document", "suggestion", "comment", "invitation")
ABOUT_SOMETHING = [
    (verb, name)
    for verb, function in sorted(VERBS.items())
    for name in NAMES_SOMETHING
    if name in names_of(function) and verb not in listed(WITHOUT_A_ROLE)
]


@pytest.mark.parametrize(("verb", "name"), ABOUT_SOMETHING)
def test_what_is_hidden_is_answered_as_what_is_not_there(
    world: World, verb: str, name: str
) -> None:
    before, said = everything(world), []
    for value in (world.values[name], UNKNOWN):
        with pytest.raises((NotFound, NotAllowed)) as refused:
            call(world, verb, world.elsewhere, **{name: value})
        said.append((type(refused.value), str(refused.value)))
    assert said[0] == said[1]
    assert said[0][0] is NotFound
    assert everything(world) == before


@pytest.mark.parametrize(
    "verb", sorted(verb for verb, right in RIGHTS.items() if right.scope is Scope.TARGET)
)
def test_another_language_is_refused(world: World, verb: str) -> None:
    """Even to an admin of that language, who knows of the document."""
    wanted = in_french(world, verb)
    before = everything(world)
    with pytest.raises((NotFound, NotAllowed)):
        call(world, verb, world.given[Role.ADMIN, Held(THIS, OTHER)], **wanted)
    assert everything(world) == before


def in_french(world: World, verb: str) -> dict[str, object]:
    if verb == "people.revoke_invitation":
        made = people.invite(world.workspace, OPERATOR, NOW, role=Role.READER, locale="fr")
        return {"invitation": made.id}
    return {}


# --- values that no database can hold ------------------------------------------------------------


@pytest.fixture(scope="module")
def rough_world(tmp_path_factory: pytest.TempPathFactory) -> Iterator[World]:
    """Give a world that may be changed."""
    with live(tmp_path_factory.mktemp("rough")) as workspace:
        yield build(workspace)


ODD = {"str": ("\ud800", "\0", "\x1f"), "int": (10**30, -(10**30), -1)}
ODD_VALUES = [
    (verb, name, value)
    for verb, function in sorted(VERBS.items())
    for name, each in list(inspect.signature(function).parameters.items())[3:]
    for value in ODD.get(str(each.annotation), ())
]


@pytest.mark.parametrize(("verb", "name", "value"), ODD_VALUES)
def test_odd_values_are_refused_or_harmless(
    rough_world: World, verb: str, name: str, value: object
) -> None:
    admin = rough_world.given[Role.ADMIN, Held(ALL, ALL)]
    with contextlib.suppress(UndersignedError):
        call(rough_world, verb, admin, **{name: value})
