"""What somebody did, as a sentence: one for every act and every verb that is written down."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from ui.components.passage import clean, filled, member, own_words
from ui.language import Words, tell
from ui.roles import role_name
from workflow.services.progress import Told

OF_PARAGRAPHS = {
    "save": tell("{name} translated paragraph {number} of {title}, in {language}"),
    "mark": tell("{name} says that paragraph {number} of {title}, in {language}, needs work"),
    "restore": tell(
        "{name} took up an earlier text of paragraph {number} of {title}, in {language}"
    ),
    "approve": tell("{name} approved paragraph {number} of {title}, in {language}"),
    "correct": tell("{name} corrected paragraph {number} of {title}, in {language}"),
    "send_back": tell("{name} sent paragraph {number} of {title}, in {language}, back"),
    "accept": tell("{name} took a suggestion for paragraph {number} of {title}, in {language}"),
    "import": tell("{name} brought paragraph {number} of {title}, in {language}, from a file"),
    "typo": tell(
        "A typo was mended in paragraph {number} of {title}; its translation stands, in {language}"
    ),
    "meaning": tell(
        "Paragraph {number} of {title} says something else now; its translation needs work, in "
        "{language}"
    ),
    "carry": tell(
        "Paragraph {number} of {title} was given the text of another paragraph, in {language}"
    ),
    "suggest": tell("{name} suggested a text for paragraph {number} of {title}, in {language}"),
    "comment": tell("{name} said something about paragraph {number} of {title}, in {language}"),
    "question": tell("{name} asked about paragraph {number} of {title}, in {language}"),
    "reason": tell("{name} gave a reason about paragraph {number} of {title}, in {language}"),
}
"""By the name of the act; they are about a paragraph in a language."""
OF_SOURCES = {
    "comment": tell("{name} said something about paragraph {number} of {title}"),
    "question": tell("{name} asked about paragraph {number} of {title}"),
    "reason": tell("{name} gave a reason about paragraph {number} of {title}"),
}
"""What is about a paragraph in the language of the source, for everybody."""
_GONE = tell("{name} was at work on a paragraph of {title} that is gone since, in {language}")

_PLACES = {each: f"{{{each}}}" for each in ("name", "title", "language")}
"""What is put into a sentence after it was counted."""
OF_SEVERAL: Mapping[str, Callable[[Words, int], str]] = {
    "approve": lambda words, n: words.count(
        "{name} approved {n} paragraph of {title}, in {language}",
        "{name} approved {n} paragraphs of {title}, in {language}",
        n,
        **_PLACES,
    ),
    "import": lambda words, n: words.count(
        "{name} brought {n} paragraph of {title}, in {language}, from a file",
        "{name} brought {n} paragraphs of {title}, in {language}, from a file",
        n,
        **_PLACES,
    ),
    "typo": lambda words, n: words.count(
        "A typo was mended in {n} paragraph of {title}; its translation stands, in {language}",
        "Typos were mended in {n} paragraphs of {title}; their translations stand, in {language}",
        n,
        **_PLACES,
    ),
    "meaning": lambda words, n: words.count(
        "{n} paragraph of {title} says something else now; its translation needs work, in "
        "{language}",
        "{n} paragraphs of {title} say something else now; their translations need work, in "
        "{language}",
        n,
        **_PLACES,
    ),
    "carry": lambda words, n: words.count(
        "{n} paragraph of {title} was given the text of another paragraph, in {language}",
        "{n} paragraphs of {title} were given the texts of other paragraphs, in {language}",
        n,
        **_PLACES,
    ),
}
"""What is done to several paragraphs at once, by the name of the act."""

OF_THE_WORKSPACE = {
    "documents.add": tell("{name} added {title}"),
    "documents.propose": tell("{name} proposed a new text of {title}"),
    "documents.release": tell("{name} released a new text of {title}"),
    "documents.discard": tell("{name} discarded the proposed text of {title}"),
    "documents.change": tell("{name} changed the properties of {title}"),
    "documents.archive": tell("{name} put {title} into the archive"),
    "documents.unarchive": tell("{name} took {title} out of the archive"),
    "exchange.sync": tell("{name} brought files and texts together"),
    "people.invite": tell("{name} made an invitation link"),
    "people.revoke_invitation": tell("{name} took an invitation link back"),
    "people.join": tell("{name} joined"),
    "people.come_back": tell("{name} came back on another device"),
    "people.grant": tell("{name} gave a role to {member}"),
    "people.withdraw": tell("{name} took a role away from {member}"),
    "people.vouch": tell("{name} vouched for {member}"),
    "people.issue_link": tell("{name} made a return link for {member}"),
    "people.renew_link": tell("{name} made a new return link"),
    "people.sign_out": tell("{name} signed out on a device"),
    "people.sign_out_everywhere": tell("{name} signed out everywhere"),
    "people.change_name": tell("{name} chose another name"),
    "people.change_me": tell("{name} changed settings of their own"),
    "people.erase": tell("{name} erased a member"),
    "people.erase_me": tell("A member left and was forgotten"),
    "upkeep.backup": tell("{name} made a backup"),
    "upkeep.restore": tell("{name} restored a backup"),
}
"""By the name of the verb; they are told to coordinators of everything."""
_OF_A_FILE = {
    "added": tell("{name} added {title} from a file"),
    "proposed": tell("{name} proposed a new text of {title} from a file"),
    "withdrawn": tell("{name} took back the proposed text of {title}"),
    "written": tell("{name} wrote the translation file of {title}, in {language}"),
}
"""What an exchange with files did, by what was written down."""
_FROM_A_CATALOG = tell("{name} took in the translation file of {title}, in {language}")
_UNKNOWN = tell("{name} did something")


def sentence(words: Words, told: Told, number: int = 1) -> str:
    """Say what somebody did, as HTML; `number` is to how many paragraphs at once."""
    several = OF_SEVERAL[told.action](words, number) if number > 1 else ""
    return filled(
        several or words.say(_pattern(told)),
        name=f"<b>{member(words, told.who)}</b>",
        number=clean(words.number(told.number)),
        title=own_words(told.title),
        language=clean(words.language(told.locale)) if told.locale else "",
        member=member(words, told.member),
    )


def _pattern(told: Told) -> str:
    if told.action == "exchange.sync" and told.title:
        return _OF_A_FILE.get(told.detail, _FROM_A_CATALOG if told.locale else _UNKNOWN)
    if told.action in OF_THE_WORKSPACE:
        return OF_THE_WORKSPACE[told.action]
    if told.action not in OF_PARAGRAPHS:
        return _UNKNOWN
    if not told.number and told.locale:
        return _GONE
    return OF_PARAGRAPHS[told.action] if told.locale else OF_SOURCES.get(told.action, _UNKNOWN)


def role_of(words: Words, told: Told) -> str:
    """Say which role it was about, for which statement and language; empty where about none."""
    if not told.role:
        return ""
    title = own_words(told.title) if told.title else clean(words.say("All statements"))
    language = words.language(told.locale) if told.locale else words.say("All languages")
    return " · ".join((clean(role_name(words, told.role)), title, clean(language)))
