"""Me: the name one works under, the way back, the language one is spoken to in, and the way out.

Everything is done inline, and a sentence beside the button says what happened.
"""

from __future__ import annotations

from datetime import datetime, timedelta

import streamlit as st

from ui.components.doing import do, say_what_happened
from ui.components.notes import alert, link
from ui.components.passage import clean, filled, name, said
from ui.components.preferences import preferences
from ui.components.return_link import show_once
from ui.language import Words, offered
from ui.roles import role_table
from ui.sentences import about_a_name, trouble
from ui.served import served
from ui.session import DOOR, Person, forget, keep, kept, say_next, this_session, whole
from workflow import errors, languages
from workflow.services import people
from workflow.services.people import LinkNotice, OpenSession
from workflow.services.workspace import Workspace

_OPERATOR = "operator"
"""Under this id commands do what they do."""
_LATELY = timedelta(minutes=5)
"""It is not known more exactly when somebody was here last."""
_ASKED = "me-link-asked"


def render(who: Person) -> None:
    """Draw all that is one's own, and do what is asked there."""
    with st.container(key="us-me"):
        st.html(said(who.words, who.words.say("Me"), tag="h1"))
        if not who.is_signed_in:
            return
        _my_name(who)
        _return_link(who)
        _credit(who)
        _language(who)
        _writing(who)
        _devices(who)
        _roles(who)
        _my_data(who)
        _leave(who)


# --- how one is called ---------------------------------------------------------------------------


def _my_name(who: Person) -> None:
    say = who.words.say
    _heading(who.words, say("My name"))
    with st.form("me-name", border=False):
        typed = st.text_input(
            say("The name you want to be known by here"),
            who.me.name,
            key="me-name-typed",
        )
        _quiet(
            who.words,
            say(
                "Everybody here sees it beside your texts, those you wrote before too. It should "
                "not be your real name if that could harm you."
            ),
        )
        if st.form_submit_button(say("Change my name")):
            do(
                who.words,
                "name",
                lambda: people.change_name(*_asking(who), name=typed),
                say("Your name is changed."),
                about_a_name,
            )
    say_what_happened(who.words, "name")


def _credit(who: Person) -> None:
    say = who.words.say
    _heading(who.words, say("Thanks"))
    with st.form("me-credit", border=False):
        typed = st.text_input(
            say("The name under which finished statements thank you"),
            who.me.credit,
            key="me-credit-typed",
        )
        _quiet(who.words, say("Everybody in the world can read it. Leave it empty for no thanks."))
        if st.form_submit_button(say("Save")):
            do(
                who.words,
                "credit",
                lambda: people.change_me(*_asking(who), credit=typed),
                say("Saved: you are thanked under this name.")
                if typed.strip()
                else say("Saved: you are not named anywhere."),
                about_a_name,
            )
    say_what_happened(who.words, "credit")


# --- coming back ---------------------------------------------------------------------------------


def _return_link(who: Person) -> None:
    words, say = who.words, who.words.say
    _heading(words, say("My return link"))
    known, notice = who.me.link, st.empty()
    if known is None:
        notice.html(
            alert(words, say("You have no return link. Make one, or you cannot come back."))
        )
    elif not known.is_own:
        notice.html(_made_by_another(words, known))
    _quiet(
        words,
        say(
            "It brings you back here on any device. It was shown when you joined, and is kept "
            "nowhere. If you lost it, make a new one: the old one then opens nothing any more."
        ),
    )
    if not _is_wanted(words, known):
        return
    try:
        made = people.renew_link(*_asking(who))
    except errors.UndersignedError as error:
        st.html(alert(words, trouble(words, error)))
        return
    notice.empty()
    show_once(words, whole(made.address))


def _is_wanted(words: Words, known: LinkNotice | None) -> bool:
    """Tell whether to make a new link; where there is one that would stop working, ask first."""
    say, place = words.say, st.empty()
    if known is None or not kept(_ASKED):
        if not place.button(say("Make a new return link"), key="me-link"):
            return False
        if known is None:
            return True
        keep(_ASKED, value=True)
    with place.container():
        question = say(
            "The return link that you have now opens nothing any more then, wherever you keep "
            "it. Make a new one?"
        )
        st.html(alert(words, question))
        with st.container(horizontal=True):
            is_wanted = st.button(say("Make the new link"), key="me-link-yes")
            is_left = st.button(say("Keep the old one"), key="me-link-no")
    if is_wanted or is_left:
        keep(_ASKED, value=False)
        place.empty()
    if is_left:
        st.rerun()
    return is_wanted


def _made_by_another(words: Words, link: LinkNotice) -> str:
    values = {"day": clean(words.day(link.day))}
    if link.by.id == _OPERATOR or not link.by.name:
        sentence = words.say(
            "Somebody who runs this server made a return link for you on {day}. Whoever has it can "
            "come in as you. Make a new one of your own."
        )
    else:
        values["name"] = name(link.by.name)
        sentence = words.say(
            "{name} made a return link for you on {day}. Whoever has it can come in as you. Make "
            "a new one of your own."
        )
    told = filled(sentence, **values)
    return f'<div role="note"><p class="us-note" dir="{words.direction}">{told}</p></div>'


def _devices(who: Person) -> None:
    words, say = who.words, who.words.say
    _heading(words, say("Where I am signed in"))
    for each in people.sessions(*_asking(who), token=this_session()):
        _device(who, each)
    say_what_happened(words, "devices")
    st.html(link(words, "/sign-out", say("Sign out here, or everywhere")))


def _device(who: Person, session: OpenSession) -> None:
    words, say = who.words, who.words.say
    now = served().clock()
    facts, act = st.columns([3, 1], vertical_alignment="center")
    with facts:
        if session.is_this:
            sentence = say("This browser, since {day}", day=words.day(session.since))
        elif now - session.seen < _LATELY:
            sentence = say(
                "Another browser, since {day}; used in the last few minutes",
                day=words.day(session.since),
            )
        else:
            sentence = say(
                "Another browser, since {day}; last used {ago}",
                day=words.day(session.since),
                ago=words.ago(session.seen, now),
            )
        st.html(said(words, sentence))
    if session.is_this:
        return
    with act:
        if st.button(say("Sign out there"), key=f"me-session-{session.id}"):
            do(
                words,
                "devices",
                lambda: people.sign_out(*_asking(who), session=session.id),
                say("That browser is signed out."),
            )


# --- how one is spoken to, and writes ------------------------------------------------------------


def _language(who: Person) -> None:
    say = who.words.say
    _heading(who.words, say("Language of the pages"))
    options = ["", *offered()]
    own = who.me.interface_locale
    with st.form("me-language", border=False):
        wanted = st.selectbox(
            say("In which language should the pages speak to you?"),
            options,
            options.index(own) if own in options else 0,
            format_func=lambda tag: languages.endonym(tag) if tag else say("As my browser says"),
            key="me-language-chosen",
        )
        if st.form_submit_button(say("Save")):
            do(
                who.words,
                "language",
                lambda: people.change_me(*_asking(who), interface_locale=wanted),
                "",
            )


def _writing(who: Person) -> None:
    _heading(who.words, who.words.say("Keys and this device"))
    preferences(who.words, key="me-preferences")


def _roles(who: Person) -> None:
    words, say = who.words, who.words.say
    _heading(words, say("What I may do"))
    if who.me.given:
        st.html(role_table(words, who.me.given))
    else:
        _quiet(words, say("You have no role at the moment. Ask a coordinator for one."))


# --- leaving -------------------------------------------------------------------------------------


def _my_data(who: Person) -> None:
    words, say = who.words, who.words.say
    _heading(words, say("What is stored about me"))
    _quiet(words, say("Your name, your roles, what you wrote and when. No address of any kind."))
    st.html(link(words, "/download/my-data", say("Download all of it")))


def _leave(who: Person) -> None:
    words, say = who.words, who.words.say
    _heading(words, say("Leave and be forgotten"))
    _quiet(
        words,
        say(
            "Your name, roles, links and drafts are deleted, and you are signed out everywhere. "
            "What you wrote stays, as that of a former member. Nobody can undo it."
        ),
    )
    with st.form("me-erase", border=False):
        typed = st.text_input(say("Type your name to confirm"), key="me-erase-typed")
        if st.form_submit_button(say("Erase me")):
            _erase(who, " ".join(typed.split()))


def _erase(who: Person, typed: str) -> None:
    words, say = who.words, who.words.say
    if typed != who.me.name:
        sentence = say("Nothing was erased: this is not your name as it stands above.")
        st.html(alert(words, sentence))
        return
    try:
        people.erase_me(*_asking(who))
    except errors.UndersignedError as error:
        st.html(alert(words, _why_not_erased(words, error)))
        return
    forget()
    say_next(DOOR, say("You are forgotten here. What you wrote stays, without your name."))
    st.rerun()


def _why_not_erased(words: Words, error: errors.UndersignedError) -> str:
    if isinstance(error, errors.NotPossible):
        return words.say(
            "Nothing was erased: you are the last admin. Make somebody else an admin first."
        )
    return trouble(words, error)


# --- small things --------------------------------------------------------------------------------


def _asking(who: Person) -> tuple[Workspace, str, datetime]:
    house = served()
    return house.workspace, who.me.id, house.clock()


def _heading(words: Words, text: str) -> None:
    st.html(said(words, text, tag="h2"))


def _quiet(words: Words, sentence: str) -> None:
    st.html(said(words, sentence, kind="us-quiet"))
