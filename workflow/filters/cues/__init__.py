"""What tells a reader of any language what a text is: its words, its marks, its width.

Every filter asks here, so that a date line is one in a plain text and in Markdown.

    words        the few words per language that help to tell
    punctuation  how texts begin and end
    measure      how much a text says, how wide it is
    dates        when a line says only when
    flow         a text that runs over several lines, in one
"""
