"""Every reader, in the order in which a tie is settled; every writer, in the order of the offer."""

from __future__ import annotations

from interviews.formats.assemblyai import AssemblyAi
from interviews.formats.aws_transcribe import AwsTranscribe
from interviews.formats.base import ImportProblem, Reader
from interviews.formats.csv_table import TSV, Csv, CsvTable
from interviews.formats.deepgram import Deepgram
from interviews.formats.docx import Docx, DocxFile
from interviews.formats.dpe import Dpe
from interviews.formats.google_speech import GoogleSpeech
from interviews.formats.html import Html, HtmlPage
from interviews.formats.hugging_face import HuggingFace
from interviews.formats.markdown import Markdown, MarkdownText
from interviews.formats.newsroom_json import NewsroomJson, NewsroomJsonText
from interviews.formats.ninjs import Ninjs
from interviews.formats.odt import Odt
from interviews.formats.other_json import OtherJson
from interviews.formats.otranscribe import OTranscribe
from interviews.formats.plain import Plain, PlainText
from interviews.formats.podcasting import Podcasting, PodcastingText
from interviews.formats.rev import Rev
from interviews.formats.rtf import Rtf
from interviews.formats.sbv import SBV
from interviews.formats.srt import SRT, SRTText
from interviews.formats.ttml import TTML, TTMLText
from interviews.formats.webvtt import WebVTT, WebVTTText
from interviews.formats.whisper import Whisper
from interviews.formats.whisper_cpp import WhisperCpp
from interviews.formats.whisperx import WhisperX
from interviews.formats.writing import ExportProblem, Writer

READERS: tuple[Reader, ...] = (
    NewsroomJson(),
    OTranscribe(),
    Rev(),
    Podcasting(),
    AwsTranscribe(),
    Deepgram(),
    WhisperX(),
    Whisper(),
    WhisperCpp(),
    HuggingFace(),
    AssemblyAi(),
    GoogleSpeech(),
    Dpe(),
    OtherJson(),
    WebVTT(),
    SRT(),
    SBV(),
    TTML(),
    Csv(),
    Html(),
    Docx(),
    Odt(),
    Rtf(),
    Markdown(),
    Plain(),
)

WRITERS: tuple[Writer, ...] = (
    MarkdownText(),
    PlainText(),
    DocxFile(),
    HtmlPage(),
    CsvTable(),
    TSV,
    NewsroomJsonText(),
    Ninjs(),
    PodcastingText(),
    WebVTTText(),
    SRTText(),
    TTMLText(),
)


def reader(format_id: str) -> Reader:
    """The reader with that id. Raises ImportProblem where there is none."""
    for one in READERS:
        if one.id == format_id:
            return one
    known = ", ".join(one.id for one in READERS)
    raise ImportProblem(f"There is no format “{format_id[:40]}”. Known are: {known}.")


def writer(format_id: str) -> Writer:
    """The writer with that id. Raises ExportProblem where there is none."""
    for one in WRITERS:
        if one.id == format_id:
            return one
    known = ", ".join(one.id for one in WRITERS)
    raise ExportProblem(f"Nothing can be written as “{format_id[:40]}”. Known are: {known}.")
