"""What the statement says to whoever works in it; its scripts have no sentence of their own."""

from __future__ import annotations

import hashlib
import json
from functools import cache

from ui.components.statement.plurals import counted
from ui.components.statement.reading_words import reading
from ui.language import Words, words


def sentences(words: Words) -> dict[str, str]:
    """Give every sentence in one language, by the name under which the scripts ask for it."""
    parts = (_rows, _editor, _kinds, _choosing, _standing, _device, reading)
    return {name: said for part in parts for name, said in part(words).items()}


@cache
def spoken(tag: str) -> bytes:
    """Give an interface language as the scripts read it: JSON, the same each time."""
    language = words(tag)
    known = {
        "tag": language.tag,
        "digits": "".join(language.number(digit) for digit in range(10)),
        "sentences": sentences(language),
    }
    return json.dumps(known, ensure_ascii=False, sort_keys=True).encode()


@cache
def address(tag: str) -> str:
    """Say where the scripts fetch a language; it is another place once a sentence changed."""
    return f"api/words?locale={tag}&is={hashlib.sha256(spoken(tag)).hexdigest()[:12]}"


def _rows(words: Words) -> dict[str, str]:
    return {
        "statement": words.say("The statement"),
        "paragraph": words.say("Paragraph {n}"),
        "row": words.say("Paragraph {n}: {state}."),
        "row_question": words.say("A question is open."),
        "row_changed": words.say("The source has changed."),
        "row_unsaved": words.say("Not saved yet."),
        "state_untranslated": words.say("to translate"),
        "state_needs_work": words.say("needs work"),
        "state_translated": words.say("translated"),
        "state_reviewed": words.say("reviewed"),
        "tag_unsaved": words.say("not saved yet"),
        "tag_changed": words.say("changed"),
    }


def _kinds(words: Words) -> dict[str, str]:
    return {
        "kind_heading": words.say("Heading"),
        "kind_item": words.say("List item"),
        "kind_table_cell": words.say("Table cell"),
        "kind_quote": words.say("Quotation"),
        "kind_footnote": words.say("Footnote"),
        "kind_signatory": words.say("Signatory"),
        "kind_caption": words.say("Caption"),
        "kind_boilerplate": words.say("Belongs to the web page, not to the text"),
    }


def _editor(words: Words) -> dict[str, str]:
    return {
        "field": words.say("Translation of paragraph {n} into {language}"),
        "actions": words.say("What to do with paragraph {n}"),
        "note": words.say("The authors say: {note}"),
        "read_only": words.say("You may read here. Ask a coordinator if you want to translate."),
        "copy": words.say("Copy source"),
        "needs_work": words.say("Needs work"),
        "back_to": words.say("Back to paragraph {n}"),
        "back_to_saved": words.say("Back to what is saved"),
        "save_next": words.say("Save and next"),
        "insert": words.say("Insert {code}"),
        "missing": words.say("{code} is not in your translation yet."),
        "counter": words.say("{n} of {most} characters"),
        "too_long": words.say("{n} of {most} characters: too long by {over}"),
        "previous": words.say("Previous paragraph"),
        "next": words.say("Next paragraph"),
        "of": words.say("{n} of {all}"),
        "source": words.say("Source"),
        "help": words.say("Help"),
        "whole": words.say("Statement"),
        "changed": words.say("The authors changed this since it was translated:"),
        "changed_mine": words.say("The authors changed this since you translated it:"),
        "changed_unknown": words.say("The authors changed this since it was translated."),
        "diff_del": words.say("taken out:"),
        "diff_ins": words.say("put in:"),
    }


def _choosing(words: Words) -> dict[str, str]:
    return {
        "filters": words.say("Which paragraphs to show"),
        "filter_all": words.say("All"),
        "filter_todo": words.say("To do"),
        "filter_changed": words.say("Changed"),
        "filter_mine": words.say("Mine"),
        "filter_questions": words.say("Questions"),
        "search": words.say("Search in both languages"),
        "next_todo": words.say("Next to do"),
        "loading": words.say("The statement is being fetched …"),
        "empty_all": words.say("There is nothing to translate in this statement."),
        "empty_todo": words.say("Nothing is left to do here. Choose “All” to see the statement."),
        "empty_changed": words.say("Nothing has changed. Choose “All” to see the statement."),
        "empty_mine": words.say("You have translated nothing here yet. Choose “To do” to begin."),
        "empty_questions": words.say("No question is open. Choose “All” to see the statement."),
        "empty_search": words.say("No paragraph says this. Look for something shorter."),
        "held": words.say("What stays in view here is open, or not saved yet."),
        "conflict_here": words.say("Somebody saved this paragraph meanwhile. Here are both texts."),
        "conflict_by_here": words.say(
            "{name} saved this paragraph meanwhile. Here are both texts."
        ),
        "conflict_mine_here": words.say(
            "You saved another text here meanwhile, or took an earlier one again. Here are both."
        ),
        "text_theirs": words.say("What is saved:"),
        "text_none": words.say("Nothing: the translation was taken away."),
        "text_mine": words.say("What you have typed:"),
        "save_mine": words.say("Save mine"),
        "take_other": words.say("Take the other"),
        "also_here": words.say("You also typed this, in another tab or on another device:"),
        "also_take": words.say("Take this one"),
        "also_forget": words.say("Forget this one"),
        "gone_here": words.say(
            "The authors took a paragraph out. This is what you had typed for it:"
        ),
        "gone_forget": words.say("Forget this text"),
    }


def _standing(words: Words) -> dict[str, str]:
    return {
        "saved": words.say("Saved {time}"),
        "saving": words.say("Saving …"),
        "typing": words.say("Paragraph {n} is not saved yet."),
        "draft": words.say("Paragraph {n} is kept as a draft, not saved yet."),
        "typing_here": words.say("Not saved yet."),
        "draft_here": words.say("Kept as a draft, not saved yet."),
        "also": words.say("Paragraph {n}: there are two texts that you typed."),
        "offline": words.say(
            "Paragraph {n} is not saved yet: no connection. Your text is kept; it is tried again."
        ),
        **counted(
            words,
            "offline_many",
            lambda n: words.count(
                "{n} paragraph is not saved yet: no connection. Your text is kept; it is tried "
                "again.",
                "{n} paragraphs are not saved yet: no connection. Your texts are kept; they are "
                "tried again.",
                n,
            ),
        ),
        **counted(
            words,
            "busy_many",
            lambda n: words.count(
                "{n} paragraph is not saved yet. {why}",
                "{n} paragraphs are not saved yet. {why}",
                n,
                why="{why}",
            ),
        ),
        "refused": words.say("Paragraph {n} is not saved. {why}"),
        "refused_why": words.say("Paragraph {n} is not saved: the text may be too long."),
        "conflict": words.say("Paragraph {n}: somebody saved it meanwhile. Both texts are kept."),
        "conflict_by": words.say("Paragraph {n}: {name} saved it meanwhile. Both texts are kept."),
        "conflict_mine": words.say("Paragraph {n}: you saved another text meanwhile."),
        "signed_out": words.say("You are signed out. Open your return link in another tab."),
        "signed_out_kept": words.say(
            "Not saved: you are signed out. Your text is kept here. Open your return link in "
            "another tab; it is saved then."
        ),
        "other_person": words.say("This browser is signed in as somebody else now."),
        "other_person_kept": words.say(
            "Not saved: this browser is signed in as somebody else now. Your text is kept here "
            "until you sign in again."
        ),
        "only_here": words.say(
            "Not saved yet, and this browser keeps no texts. Do not close this tab."
        ),
        "no_line": words.say("The statement cannot be reached. It is tried again."),
        "not_here": words.say("This statement is not here, or not for you. Go back to the list."),
        "elsewhere": words.say("A text in another statement is not saved yet."),
        "go_there": words.say("Go there"),
    }


def _device(words: Words) -> dict[str, str]:
    return {
        "keys": words.say("Keys"),
        "close": words.say("Close"),
        "key_off": words.say("switched off"),
        "key_save": words.say("Save and next"),
        "key_next": words.say("Next paragraph"),
        "key_previous": words.say("Previous paragraph"),
        "key_code": words.say("Insert the code of that number"),
        "key_copy": words.say("Copy source"),
        "key_close": words.say("Back to the statement"),
        "key_keys": words.say("Show these keys"),
        "keys_where": words.say("Under “Me” each of them can be changed or switched off."),
        "key_change": words.say("Change"),
        "key_change_of": words.say("Change the key: {action}"),
        "key_press": words.say("Press the new keys"),
        "key_unsafe": words.say(
            "Take Ctrl or Alt with it, or a key like F2: letters are for typing."
        ),
        "key_number": words.say("Press Ctrl, Alt or Shift together with a number."),
        "key_taken": words.say("These keys do something else already: {action}."),
        "keys_usual": words.say("Back to the usual keys"),
        "keys_usual_done": words.say("The keys are the usual ones again."),
        "keeps": words.say("Keep what I type on this device until it is saved"),
        "keeps_why": words.say(
            "So nothing is lost when the connection or the browser fails. Switch it off where "
            "others use this device; drafts are kept on the server in any case."
        ),
        "keeps_on": words.say("This device keeps what you type until it is saved."),
        "keeps_off": words.say("This device keeps nothing of what you type from now on."),
        "keeps_failed": words.say("This browser keeps no settings."),
    }
