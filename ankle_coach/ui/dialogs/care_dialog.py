"""Starting a raised leg or a wrap: what to know, what to check, and how long."""

from __future__ import annotations

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QCheckBox, QWidget

from ankle_coach.domain.care import CareKind
from ankle_coach.domain.changes import Changes
from ankle_coach.domain.dose import Checklist
from ankle_coach.domain.exercise_texts import exercise_cues, exercise_precautions
from ankle_coach.domain.terms import checklist_words
from ankle_coach.domain.words import Words
from ankle_coach.services.care_service import CareService
from ankle_coach.ui.care_watch import CareWatch
from ankle_coach.ui.care_words import care_sentence, care_title
from ankle_coach.ui.dialogs.care_frame import CareFrame
from ankle_coach.ui.theme import Theme
from ankle_coach.ui.widgets.answer_rows import AnswerRows
from ankle_coach.ui.widgets.banner import Banner
from ankle_coach.ui.widgets.segmented_control import SegmentedControl
from ankle_coach.ui.widgets.text_label import TextLabel


class CareDialog(CareFrame):
    """Starts one kind; where it is on already, says so and offers to end it."""

    def __init__(
        self, watch: CareWatch, kind: CareKind, theme: Theme, words: Words, parent: QWidget | None = None
    ) -> None:
        """Make the dialog.

        Args:
            watch: What is on, with the services behind it.
            kind: A raised leg or a wrap.
            theme: The look.
            words: The reader's language.
            parent: The window that it belongs to.
        """
        super().__init__(theme, care_title(kind, words), parent)
        self.setObjectName("care_dialog")
        self._watch, self._kind, self._words = watch, kind, words
        self._service: CareService = watch.care_service
        self._rows: AnswerRows | None = None
        self._checks: list[QCheckBox] = []
        self._length: SegmentedControl | None = None
        if self._service.running(kind) is not None:
            self._show_running()
        else:
            self._show_start()

    def _show_start(self) -> None:
        wrap = self._kind is CareKind.COMPRESSION
        self._begin = self.button(
            self._words.gettext("The wrap is on") if wrap else self._words.gettext("Start"),
            "care_start",
            "primary",
        )
        self._begin.clicked.connect(self._on_begin_clicked)
        cancel = self.button(self._words.gettext("Cancel"), "care_cancel")
        cancel.clicked.connect(self.reject)
        body = self._wrap_body() if wrap else self._elevation_body()
        self.show_body([*body, self._precautions()], [cancel, self._begin])
        self._on_answers_changed()
        if self._rows is not None:
            self._rows.go_on()

    def _wrap_body(self) -> list[QWidget]:
        words, content = self._words, self._service.wrap_content
        self._rows = AnswerRows([(b.id, words.pgettext("wrap", b.text)) for b in content.blocks], words)
        self._rows.changed.connect(self._on_answers_changed)
        self._refusal = Banner(
            self._theme,
            words,
            "danger",
            words.gettext("A wrap is not for this leg before a doctor has said so. Raise the leg instead."),
            word=words.gettext("No wrap now"),
        )
        self._refusal.setObjectName("wrap_refusal")
        exercise = self._service.exercise(self._kind)
        blocks = exercise.level(exercise.start_level).dose.blocks
        items = [item for block in blocks if isinstance(block, Checklist) for item in block.items]
        self._checks = [QCheckBox(checklist_words(item, words)) for item in items]
        for number, box in enumerate(self._checks):
            box.setObjectName(f"wrap_item_{number}")
        return [self._rows, self._refusal, TextLabel(words.gettext("Put it on:"), "strong"), *self._checks]

    def _elevation_body(self) -> list[QWidget]:
        words, exercise = self._words, self._service.exercise(self._kind)
        usual, longest = (int(seconds // 60) for seconds in self._service.elevation_seconds())
        choices = [(str(n), words.ngettext("{n} min", "{n} min", n).format(n=n)) for n in (usual, longest)]
        self._length = SegmentedControl(words.gettext("How long"), choices)
        self._length.setObjectName("elevation_minutes")
        cues = "\n".join(f"• {cue}" for cue in exercise_cues(exercise, words))
        return [TextLabel(cues), self._length]

    def _precautions(self) -> QWidget:
        lines = exercise_precautions(self._service.exercise(self._kind), self._words)
        label = TextLabel("\n".join(f"• {line}" for line in lines), "small")
        label.setObjectName("care_precautions")
        return label

    def _show_running(self) -> None:
        now = self._service.running(self._kind)
        assert now is not None
        off = self.button(self._words.gettext("It is off"), "care_off", "primary")
        if self._kind is CareKind.ELEVATION:
            off.setText(self._words.gettext("Leg is down"))
        off.clicked.connect(self._on_off_clicked)
        close = self.button(self._words.gettext("Close"), "care_cancel")
        close.clicked.connect(self.reject)
        self.show_body(
            [TextLabel(care_sentence(now, self._words), "strong"), self._precautions()], [close, off]
        )

    @Slot()
    def _on_answers_changed(self) -> None:
        if self._rows is None:
            return
        blocking, still_open = self._service.wrap_blocks(self._rows.answers)
        self._refusal.setVisible(bool(blocking))
        self._begin.setEnabled(not blocking and not still_open)

    @Slot()
    def _on_begin_clicked(self) -> None:
        self._watch.do(self._started)
        self.accept()

    def _started(self) -> Changes:
        if self._rows is not None:
            return Changes.ICE if self._service.start_wrap(self._rows.answers) else Changes.NONE
        minutes = float(self._length.current) if self._length is not None else None
        return self._service.start_elevation(minutes)

    @Slot()
    def _on_off_clicked(self) -> None:
        self._watch.do(lambda: self._service.stop(self._kind))
        self.accept()
