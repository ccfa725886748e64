"""Sixty texts that mean harm, for every field that somebody can type into."""

from __future__ import annotations

HOST = "https://evil.example"
_MARKUP = (
    "<script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    f"<img src='{HOST}/i.png'>",
    "<svg onload=alert(1)>",
    f"<iframe src='{HOST}'></iframe>",
    "<body onload=alert(1)>",
    "<a href='javascript:alert(1)'>x</a>",
    '"><script>alert(1)</script>',
    "'><script>alert(1)</script>",
    "</title><script>alert(1)</script>",
    "</textarea><script>alert(1)</script>",
    "<!--<script>alert(1)//-->",
    f"<link rel=stylesheet href='{HOST}/c.css'>",
    "<style>@import url('//evil.example/c.css')</style>",
    f"<form action='{HOST}'><input name=x>",
    "<base href='//evil.example/'>",
    f"<meta http-equiv=refresh content='0;url={HOST}'>",
    f"<object data='{HOST}'></object>",
    f"<embed src='{HOST}'>",
    f"<video src='{HOST}/v.mp4' autoplay></video>",
    "<math><mtext></mtext><script>alert(1)</script></math>",
    "<input autofocus onfocus=alert(1)>",
    "<details open ontoggle=alert(1)>",
    "Ana<b>bold</b>",
    "Ana</bdi><script>alert(1)</script>",
)
_MARKDOWN = (
    f"![x]({HOST}/i.png)",
    f"Ana ![x]({HOST}/i.png)",
    f"[x]({HOST})",
    "[x](javascript:alert(1))",
    f"<{HOST}>",
    "Ana **bold** _it_",
    "# heading",
    "$$\\href{javascript:alert(1)}{x}$$",
    ":material/delete: :red[x]",
    "```js\nalert(1)\n```",
    "| a | b |\n|---|---|\n| 1 | 2 |",
    "[^1]: note",
)
_TEMPLATES = (
    "{{ 7 * 7 }}",
    "{% raw %}",
    "{0.__class__}",
    "{name.__class__.__mro__}",
    "%s %(name)s %n",
    "${7*7}",
    "#{7*7}",
    "{n}",
)
_UNSEEN = (
    "Ana\u202egnp.exe",
    "Ana\u2066x",
    "\u202eAna\u202c",
    "Ana\u200bLima",
    "Ana\u00adLima",
    "Ana\ufeff",
    "Ana\x00Lima",
    "Ana\x1b[31m",
    "Ana\u2028Lima",
    "A" + "\u0301" * 60,
    "\U000e0041\U000e0042",
)
_OTHERS = (
    "javascript:alert(1)",
    "data:text/html,<script>alert(1)</script>",
    "'; DROP TABLE member; --",
    "Ana\r\nSet-Cookie: undersigned=x",
)
HOSTILE = (*_MARKUP, *_MARKDOWN, *_TEMPLATES, *_UNSEEN, *_OTHERS)
