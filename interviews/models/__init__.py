"""The models, one to a file."""

from interviews.models.archive_print import ArchivePrint
from interviews.models.artefact import Artefact
from interviews.models.claim import Claim
from interviews.models.comment import Comment
from interviews.models.correction import Correction, CorrectionKind
from interviews.models.detection_statistics import DetectionStatistics
from interviews.models.edit_record import EditRecord
from interviews.models.erasure_record import ErasureRecord
from interviews.models.flag import Flag
from interviews.models.house_rule import HouseRule
from interviews.models.import_job import ImportItem, ImportJob
from interviews.models.interview import Interview
from interviews.models.key_choice import KeyChoice
from interviews.models.presence import Presence
from interviews.models.preview_link import PreviewLink
from interviews.models.publication import Publication
from interviews.models.schedule import ScheduledPublication
from interviews.models.shelf import Series, Topic
from interviews.models.slug_redirect import SlugRedirect
from interviews.models.source_file import SourceFile
from interviews.models.speaker import Speaker
from interviews.models.suggestion import Suggestion
from interviews.models.tally import Tally
from interviews.models.turn import Turn

__all__ = [
    "ArchivePrint",
    "Artefact",
    "Claim",
    "Comment",
    "Correction",
    "CorrectionKind",
    "DetectionStatistics",
    "EditRecord",
    "ErasureRecord",
    "Flag",
    "HouseRule",
    "ImportItem",
    "ImportJob",
    "Interview",
    "KeyChoice",
    "Presence",
    "PreviewLink",
    "Publication",
    "ScheduledPublication",
    "Series",
    "SlugRedirect",
    "SourceFile",
    "Speaker",
    "Suggestion",
    "Tally",
    "Topic",
    "Turn",
]
