"""Ice from its questions to its end; closing the dialog leaves the ice on, and the bar goes on watching."""

from __future__ import annotations

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QCheckBox, QPushButton, QWidget

from ankle_coach.domain.changes import Changes
from ankle_coach.domain.ice_rules import IceDecision
from ankle_coach.domain.journal import Moment
from ankle_coach.domain.safety import ScreenAnswer
from ankle_coach.domain.sides import Side
from ankle_coach.domain.words import Words
from ankle_coach.services.ice_service import IceService
from ankle_coach.ui.care_watch import CareWatch
from ankle_coach.ui.care_words import after_stop, ice_title, instead, refusal
from ankle_coach.ui.dialogs.care_frame import CareFrame
from ankle_coach.ui.theme import Theme
from ankle_coach.ui.widgets.answer_rows import AnswerRows
from ankle_coach.ui.widgets.banner import Banner
from ankle_coach.ui.widgets.ice_panel import IcePanel
from ankle_coach.ui.widgets.segmented_control import SegmentedControl
from ankle_coach.ui.widgets.text_label import TextLabel

_SHORT_MINUTES = 10


class IceDialog(CareFrame):
    """Asks what blocks ice, refuses with the reason, starts it, and follows it."""

    def __init__(
        self, watch: CareWatch, side: Side | None, theme: Theme, words: Words, parent: QWidget | None = None
    ) -> None:
        """Make the dialog for the moment: questions, a refusal, or the ice that is on.

        Args:
            watch: What is on, with the services behind it.
            side: The affected side, for the title.
            theme: The look.
            words: The reader's language.
            parent: The window that it belongs to.
        """
        super().__init__(theme, ice_title(side or Side.BOTH, words), parent)
        self.setObjectName("ice_dialog")
        self._watch, self._words = watch, words
        self._service: IceService = watch.ice_service
        self._rows: AnswerRows | None = None
        self._show_moment()

    def _show_moment(self) -> None:
        """Show what fits: the ice that is on, a refusal that no answer changes, or the questions."""
        standing = self._service.standing()
        if standing.on_now:
            self._show_running()
        elif standing.next_at is not None:
            self._show_refusal(self._service.decision(self._clear_answers()), standing.next_at)
        else:
            self._show_questions()

    def _clear_answers(self) -> dict[str, ScreenAnswer]:
        """Answers with which only the clock can refuse, to say which of its rules does."""
        return {
            block.id: ScreenAnswer.NO if block.flagged_by == "yes" else ScreenAnswer.YES
            for block in self._service.content.blocks
        }

    def _show_questions(self) -> None:
        words, content = self._words, self._service.content
        questions = [(block.id, words.pgettext("ice", block.text)) for block in content.blocks]
        self._rows = AnswerRows(questions, words)
        self._rows.setObjectName("ice_questions")
        self._rows.set_answers({**self._service.earlier_answers(), **self._service.kept_answers()})
        self._rows.changed.connect(self._on_rows_changed)
        self._asks = {ask.id: QCheckBox(words.pgettext("ice", ask.text)) for ask in content.ask_first}
        for key, box in self._asks.items():
            box.setObjectName(f"ask_{key}")
        default = int(content.limits.default_minutes.value)
        most = int(content.limits.hard_stop_minutes.value)
        choices = [
            (str(n), words.ngettext("{n} min", "{n} min", n).format(n=n))
            for n in (_SHORT_MINUTES, default, most)
        ]
        self._length = SegmentedControl(words.gettext("How long"), choices)
        self._length.setObjectName("ice_minutes")
        self._length.set_current(str(default))
        hint = words.gettext("Press N, Y or U. What is not answered keeps ice closed.")
        body: list[QWidget] = [TextLabel(hint, "muted"), self._rows]
        body.append(
            TextLabel(words.gettext("With any of these, ask a doctor or pharmacist before icing:"), "strong")
        )
        body += list(self._asks.values())
        body += [self._how(), self._length]
        self._start = self.button(words.gettext("Start ice"), "ice_start", "primary")
        self._start.clicked.connect(self._on_start_clicked)
        self.show_body(body, [self._close_button(words.gettext("Cancel")), self._start])
        self._on_rows_changed()
        self._rows.go_on()

    def _how(self) -> QWidget:
        lines = [self._words.pgettext("ice", claim.text) for claim in self._service.content.how]
        label = TextLabel("\n".join(f"• {line}" for line in lines), "small")
        label.setObjectName("ice_how")
        return label

    def _show_running(self, ask_first: tuple[str, ...] = ()) -> None:
        panel = IcePanel(self._watch, self._theme, self._words)
        panel.stopped.connect(self._on_panel_stopped)
        panel.stage_changed.connect(self.fit)
        body: list[QWidget] = [panel, self._how()]
        if ask_first:
            advice = self._words.gettext("Ask a doctor or pharmacist before you ice again: {conditions}.")
            texts = [a.text for a in self._service.content.ask_first if a.id in ask_first]
            named = "; ".join(self._words.pgettext("ice", text) for text in texts)
            banner = Banner(self._theme, self._words, "caution", advice.format(conditions=named))
            banner.setObjectName("ice_ask_first")
            body.insert(1, banner)
        self.show_body(body, [self._close_button(self._words.gettext("Close; ice goes on"))])
        panel.take_focus()

    def _show_refusal(self, decision: IceDecision, next_at: Moment | None) -> None:
        sentence = refusal(decision, self._service.content, next_at, self._words)
        kind = "caution" if decision.not_before else "danger"
        banner = Banner(self._theme, self._words, kind, sentence, word=self._words.gettext("No ice now"))
        banner.setObjectName("ice_refusal")
        body: list[QWidget] = [banner]
        advice = instead(decision, self._words)
        if advice:
            body.append(TextLabel(advice))
        buttons = [self._close_button(self._words.gettext("Close"))]
        if not decision.not_before:
            again = self.button(self._words.gettext("Change the answers"), "ice_again")
            again.clicked.connect(self._show_questions)
            buttons.insert(0, again)
        self.show_body(body, buttons)

    def _show_after(self, sign: str) -> None:
        kind = "caution" if sign else "positive"
        text = (
            after_stop(sign, self._words) if sign else self._words.gettext("The ice is off and written down.")
        )
        banner = Banner(self._theme, self._words, kind, text)
        banner.setObjectName("ice_after")
        self.show_body([banner], [self._close_button(self._words.gettext("Close"))])

    def _close_button(self, text: str) -> QPushButton:
        button = self.button(text, "ice_close")
        button.clicked.connect(self.reject)
        return button

    @Slot()
    def _on_rows_changed(self) -> None:
        if self._rows is not None:
            self._start.setEnabled(self._rows.is_complete)

    @Slot()
    def _on_start_clicked(self) -> None:
        if self._rows is None:
            return
        answers = dict(self._rows.answers)
        for key, box in self._asks.items():
            answers[key] = ScreenAnswer.YES if box.isChecked() else ScreenAnswer.NO
        decided: list[IceDecision] = []

        def start() -> Changes:
            decision, changes = self._service.start(answers, float(self._length.current))
            decided.append(decision)
            return changes

        self._watch.do(start)
        if decided and decided[0].allowed:
            self._show_running(decided[0].ask_first)
        elif decided:
            self._show_refusal(decided[0], None)

    @Slot(str)
    def _on_panel_stopped(self, sign: str) -> None:
        self._show_after(sign)
