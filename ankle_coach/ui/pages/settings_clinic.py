"""Settings of who uses the app, and of the head of a therapist's handouts."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QSize, Qt, Signal, Slot
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QFileDialog, QLabel, QPushButton, QVBoxLayout, QWidget

from ankle_coach.domain.letterhead import Letterhead
from ankle_coach.domain.settings import UserRole
from ankle_coach.domain.words import Words
from ankle_coach.ui.picture_file import PictureError, file_filter, image_of, read_picture
from ankle_coach.ui.theme import Theme
from ankle_coach.ui.widgets.card import Card
from ankle_coach.ui.widgets.flow_layout import FlowLayout
from ankle_coach.ui.widgets.letterhead_fields import LetterheadFields
from ankle_coach.ui.widgets.segmented_control import SegmentedControl
from ankle_coach.ui.widgets.text_label import TextLabel
from ankle_coach.ui.widgets.visibility import set_shown

_LOGO = QSize(220, 90)
_LONGEST_LOGO = 1000


class RoleCard(Card):
    """Who uses the app, and in a sentence what another choice changes; `role_chosen` tells it."""

    role_chosen = Signal(str)

    def __init__(self, theme: Theme, words: Words) -> None:
        """Make the card."""
        super().__init__(theme, words.gettext("Who uses this app"))
        self.setObjectName("role_card")
        self._words = words
        roles = (
            (UserRole.RUNNER, words.gettext("A runner")),
            (UserRole.THERAPIST, words.gettext("A physical therapist")),
        )
        self._role = SegmentedControl(words.gettext("Who uses this app"), roles)
        self._role.setObjectName("role")
        self._role.current_changed.connect(self.role_chosen)
        self._sentence = TextLabel("", "muted")
        self._sentence.setObjectName("role_sentence")
        self.add_widget(self._role)
        self.add_widget(self._sentence)

    def show_role(self, role: UserRole | None) -> None:
        """Show a role; none chosen yet is a runner's."""
        self._role.blockSignals(True)
        self._role.set_current(role or UserRole.RUNNER)
        self._role.blockSignals(False)
        runner = self._words.gettext(
            "The window shows one plan: yours. For a therapist it begins with a list of persons, each with a "
            "plan and a journal; your own plan and journal stay and come back when you change back."
        )
        therapist = self._words.gettext(
            "The window begins with the list of persons. For a runner it shows one plan and journal, "
            "those of this computer's runner; the persons stay and come back when you change back."
        )
        self._sentence.setText(therapist if role is UserRole.THERAPIST else runner)


class LetterheadCard(Card):
    """The head of the handouts with its logo.

    Signals:
        changed: The letterhead is to be kept, as a `Letterhead`.
        failed: A logo could not be taken in; the sentence says why, empty where one could.
    """

    changed = Signal(object)
    failed = Signal(str)

    def __init__(self, theme: Theme, words: Words) -> None:
        """Make a card without a letterhead."""
        hint = words.gettext("What is empty is not printed.")
        super().__init__(theme, words.gettext("Head of your handouts"), hint)
        self.setObjectName("letterhead_card")
        self._words = words
        self._fields = LetterheadFields(theme, words)
        self._fields.edited.connect(self._on_fields_edited)
        self.add_widget(self._fields)
        self.add_widget(self._build_logo())

    def show_letterhead(self, letterhead: Letterhead) -> None:
        """Show a letterhead."""
        self._fields.show_letterhead(letterhead)
        logo = letterhead.logo
        set_shown(self._picture, logo is not None)
        set_shown(self._remove, logo is not None)
        self._choose.setText(
            self._words.gettext("Choose a logo…") if logo is None else self._words.gettext("Another logo…")
        )
        if logo is not None:
            room = _LOGO * self._picture.devicePixelRatioF()
            image = image_of(logo).scaled(
                room, Qt.AspectRatioMode.KeepAspectRatio, Qt.TransformationMode.SmoothTransformation
            )
            image.setDevicePixelRatio(self._picture.devicePixelRatioF())
            self._picture.setPixmap(QPixmap.fromImage(image))
            self._picture.setFixedSize(image.deviceIndependentSize().toSize() + QSize(16, 16))

    def take_logo(self, path: Path) -> None:
        """Take a logo in from a file."""
        try:
            logo = read_picture(
                path,
                self._words,
                longest=_LONGEST_LOGO,
                alternative=self._words.gettext("Logo of the clinic"),
            )
        except PictureError as error:
            self.failed.emit(str(error))
            return
        self.failed.emit("")
        self.changed.emit(self._fields.with_logo(logo))

    def _build_logo(self) -> QWidget:
        words = self._words
        self._picture = QLabel()
        self._picture.setObjectName("logo_picture")
        self._picture.setAccessibleName(words.gettext("Logo of the clinic"))
        self._picture.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._choose = QPushButton()
        self._choose.setObjectName("logo_choose")
        self._choose.clicked.connect(self._on_choose_clicked)
        self._remove = QPushButton(words.gettext("Remove the logo"))
        self._remove.setObjectName("logo_remove")
        self._remove.clicked.connect(self._on_remove_clicked)
        buttons = QWidget()
        flow = FlowLayout(buttons, spacing=10)
        flow.addWidget(self._choose)
        flow.addWidget(self._remove)
        holder = QWidget()
        column = QVBoxLayout(holder)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(TextLabel(words.gettext("Logo"), "strong"))
        column.addWidget(self._picture, 0, Qt.AlignmentFlag.AlignLeading)
        column.addWidget(buttons)
        return holder

    @Slot()
    def _on_fields_edited(self) -> None:
        self.changed.emit(self._fields.letterhead)

    @Slot()
    def _on_choose_clicked(self) -> None:
        dialog = QFileDialog(self, self._words.gettext("Choose a logo"), "", file_filter(self._words))
        dialog.setObjectName("logo_dialog")
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.fileSelected.connect(self._on_dialog_file_selected)
        dialog.open()

    @Slot(str)
    def _on_dialog_file_selected(self, path: str) -> None:
        self.take_logo(Path(path))

    @Slot()
    def _on_remove_clicked(self) -> None:
        self.changed.emit(self._fields.with_logo(None))
