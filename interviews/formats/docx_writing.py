"""The parts of a Word document, as text: the smallest package that Word opens without a question."""

from __future__ import annotations

from collections.abc import Iterator
from xml.sax.saxutils import escape

from interviews.formats.blocks import Sort
from interviews.formats.writing import Document
from interviews.formats.written import Paragraph, clean, paragraphs
from interviews.transcript.times import clock

_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml"

CONTENT_TYPES = (
    f'{_HEAD}<Types xmlns="{_PACKAGE}/content-types">'
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    '<Default Extension="xml" ContentType="application/xml"/>'
    f'<Override PartName="/word/document.xml" ContentType="{_TYPE}.document.main+xml"/>'
    f'<Override PartName="/word/styles.xml" ContentType="{_TYPE}.styles+xml"/>'
    '<Override PartName="/docProps/core.xml"'
    ' ContentType="application/vnd.openxmlformats-package.core-properties+xml"/></Types>'
)
PACKAGE_RELATIONS = (
    f'{_HEAD}<Relationships xmlns="{_PACKAGE}/relationships">'
    f'<Relationship Id="rId1" Type="{_OFFICE}/officeDocument" Target="word/document.xml"/>'
    f'<Relationship Id="rId2" Type="{_PACKAGE}/relationships/metadata/core-properties"'
    ' Target="docProps/core.xml"/></Relationships>'
)
DOCUMENT_RELATIONS = (
    f'{_HEAD}<Relationships xmlns="{_PACKAGE}/relationships">'
    f'<Relationship Id="rId1" Type="{_OFFICE}/styles" Target="styles.xml"/></Relationships>'
)

# The name of each paragraph style, by which a document is known when it comes back, and its look.
_STYLES = {
    Sort.TITLE: (
        "Newsroom title",
        '<w:pPr><w:keepNext/><w:spacing w:after="120"/><w:outlineLvl w:val="0"/></w:pPr>'
        '<w:rPr><w:b/><w:sz w:val="36"/></w:rPr>',
    ),
    Sort.STANDFIRST: (
        "Newsroom standfirst",
        '<w:pPr><w:spacing w:after="200"/></w:pPr><w:rPr><w:sz w:val="26"/></w:rPr>',
    ),
    Sort.FACTS: (
        "Newsroom facts",
        '<w:pPr><w:spacing w:after="240"/></w:pPr><w:rPr><w:color w:val="595959"/><w:sz w:val="19"/></w:rPr>',
    ),
    Sort.BACKGROUND: ("Newsroom background", "<w:rPr><w:i/></w:rPr>"),
    Sort.TURN: ("Newsroom turn", ""),
    Sort.MORE: ("Newsroom more", ""),
}
_SPEAKER = '<w:rPr><w:rStyle w:val="NewsroomSpeaker"/></w:rPr>'
_TIME = '<w:rPr><w:rStyle w:val="NewsroomTime"/></w:rPr>'


def styles(document: Document) -> str:
    """The part that holds the styles, and the language in which words are spelt."""
    own = "".join(
        f'<w:style w:type="paragraph" w:customStyle="1" w:styleId="{_id(name)}"><w:name w:val="{name}"/>'
        f'<w:basedOn w:val="Normal"/><w:qFormat/>{look}</w:style>'
        for name, look in _STYLES.values()
    )
    language = escape(clean(document.transcript.language), {'"': "&quot;"})
    return (
        f"{_HEAD}<w:styles {_W}><w:docDefaults><w:rPrDefault><w:rPr>"
        '<w:rFonts w:ascii="Georgia" w:hAnsi="Georgia" w:cs="Times New Roman"/><w:sz w:val="22"/>'
        f'<w:lang w:val="{language}"/></w:rPr></w:rPrDefault>'
        '<w:pPrDefault><w:pPr><w:spacing w:after="140" w:line="290" w:lineRule="auto"/></w:pPr>'
        '</w:pPrDefault></w:docDefaults><w:style w:type="paragraph" w:default="1" w:styleId="Normal">'
        f'<w:name w:val="Normal"/></w:style>{own}'
        '<w:style w:type="character" w:customStyle="1" w:styleId="NewsroomSpeaker">'
        '<w:name w:val="Newsroom speaker"/><w:rPr><w:b/></w:rPr></w:style>'
        '<w:style w:type="character" w:customStyle="1" w:styleId="NewsroomTime">'
        '<w:name w:val="Newsroom time"/><w:rPr><w:color w:val="595959"/><w:sz w:val="18"/></w:rPr></w:style>'
        "</w:styles>"
    )


def text(document: Document) -> str:
    """The part that holds the words."""
    body = "".join(map(_paragraph, paragraphs(document)))
    page = '<w:sectPr><w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="1417" w:right="1417" w:bottom="1417"'
    return (
        f"{_HEAD}<w:document {_W}><w:body>{body}{page}"
        ' w:left="1417" w:header="708" w:footer="708" w:gutter="0"/></w:sectPr></w:body></w:document>'
    )


def core_properties(document: Document) -> str:
    """The part with title, language and dates; nothing that differs from one writing to the next."""
    told = [
        ("dc:title", document.transcript.title, ""),
        ("dc:description", document.standfirst, ""),
        ("dc:creator", document.newsroom, ""),
        ("dc:language", document.transcript.language, ""),
    ]
    for name, moment in (("created", document.published_at), ("modified", document.changed_at)):
        if moment is not None:
            written = moment.strftime("%Y-%m-%dT%H:%M:%SZ")
            told.append((f"dcterms:{name}", written, ' xsi:type="dcterms:W3CDTF"'))
    inner = "".join(
        f"<{name}{kind}>{escape(' '.join(clean(value).split()))}</{name}>"
        for name, value, kind in told
        if value
    )
    return (
        f'{_HEAD}<cp:coreProperties xmlns:cp="{_PACKAGE}/metadata/core-properties"'
        ' xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/"'
        f' xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">{inner}</cp:coreProperties>'
    )


def _paragraph(told: Paragraph) -> str:
    return f'<w:p><w:pPr><w:pStyle w:val="{_id(_STYLES[told.sort][0])}"/></w:pPr>{"".join(_runs(told))}</w:p>'


def _runs(told: Paragraph) -> Iterator[str]:
    if told.speaker:
        yield f"<w:r>{_SPEAKER}{_words(told.speaker + ':')}</w:r><w:r>{_words(' ')}</w:r>"
    if told.start is not None:
        yield f"<w:r>{_TIME}{_words(f'[{clock(told.start)}]')}</w:r><w:r>{_words(' ')}</w:r>"
    yield f"<w:r>{'<w:br/>'.join(map(_line, told.lines))}</w:r>"


def _line(line: str) -> str:
    return "<w:tab/>".join(_words(words) for words in line.split("\t"))


def _words(words: str) -> str:
    return f'<w:t xml:space="preserve">{escape(words)}</w:t>' if words else ""


def _id(name: str) -> str:
    return name.title().replace(" ", "")
