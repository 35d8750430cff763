"""What is said once, visibly, where tones or voice were asked for and this computer has none."""

from __future__ import annotations

from ankle_coach.domain.words import Words
from ankle_coach.ui.pages.player_session import PlayerSession
from ankle_coach.ui.voice import VoiceState


def missing_cues(session: PlayerSession, words: Words) -> tuple[str, str] | None:
    """Return a word and a sentence about what cannot be heard; None where everything asked for can."""
    no_sound = session.has_sound and not session.can_sound
    state = session.voice_state if session.has_voice else VoiceState.READY
    follow = words.gettext("Follow the words and the digits.")
    if no_sound and state is not VoiceState.READY:
        text = words.gettext("This computer plays no sound and speaks none of it.")
        return words.gettext("No sound"), f"{text} {follow}"
    if no_sound:
        text = words.gettext("This computer plays no sound.")
        return words.gettext("No sound"), f"{text} {follow}"
    if state is VoiceState.NO_LANGUAGE:
        text = words.gettext("This computer has no voice for your language.")
        return words.gettext("No voice"), f"{text} {follow}"
    if state is VoiceState.NO_ENGINE:
        text = words.gettext("This computer has no voice.")
        return words.gettext("No voice"), f"{text} {follow}"
    return None
