"""The control words of RTF that matter for the text: signs, code pages, and what is not read."""

from __future__ import annotations

# Windows code pages by the number of a font's character set (section "Font Table").
CHARSETS = {
    int(number): codec
    for number, _, codec in (
        pair.partition(":")
        for pair in (
            "0:cp1252 77:mac-roman 128:cp932 129:cp949 134:gbk 136:big5 161:cp1253 162:cp1254 163:cp1258"
            " 177:cp1255 178:cp1256 186:cp1257 204:cp1251 222:cp874 238:cp1250"
        ).split()
    )
}
SIGNS = {
    "tab": "\t",
    "line": "\n",
    "lbr": "\n",
    "emdash": "—",
    "endash": "–",
    "bullet": "•",
    "lquote": "‘",
    "rquote": "’",
    "ldblquote": "“",
    "rdblquote": "”",
    "emspace": "\u2003",
    "enspace": "\u2002",
    "qmspace": "\u2005",
    "zwj": "\u200d",
    "zwnj": "\u200c",
}
SKIPPED = frozenset(
    "colortbl info pict object fldinst listtext pntext pntxta pntxtb filetbl revtbl listtable rsidtbl"
    " listoverridetable themedata colorschememapping datastore latentstyles xmlnstbl generator"
    " bkmkstart bkmkend template operator private mmathPr atnid atnauthor atndate atnref atntime atnparent"
    " nonshppict fontemb fontfile falt panose ftnsep ftnsepc aftnsep aftnsepc ftncn aftncn xe tc rxe txe"
    " blipuid sp shprslt formfield keycode nesttableprops nonesttables userprops".split()
)
KNOWN_STARRED = frozenset({"annotation", "shpinst", "shptxt"})
BESIDE = {
    **dict.fromkeys(("footnote",), "a footnote"),
    **dict.fromkeys(("annotation",), "a comment in the margin"),
    **dict.fromkeys(("header", "headerl", "headerr", "headerf"), "what heads each page"),
    **dict.fromkeys(("footer", "footerl", "footerr", "footerf"), "what ends each page"),
}


def codec(number: int) -> str:
    """The encoding of a Windows code page; the western one where Python knows none of that number."""
    name = {10000: "mac-roman", 65001: "utf-8"}.get(number, f"cp{number}")
    try:
        "".encode(name)
    except LookupError:
        return "cp1252"
    return name
