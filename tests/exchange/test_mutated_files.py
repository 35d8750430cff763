"""Ten thousand mutated files of each kind: each is a clean error or a valid document, and none hangs.

`make soak` reads them all, `make test` a seeded share.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from ankle_coach.domain.dose_sentence import dose_sentence
from ankle_coach.domain.errors import ContentError
from ankle_coach.domain.file_copies import JournalCopy, PlanCopy
from ankle_coach.domain.steps import compile_session
from ankle_coach.exchange.journal_file import decode_journal, encode_journal
from ankle_coach.exchange.library_file import decode_library, encode_library
from ankle_coach.exchange.plan_file import decode_plan, encode_plan
from ankle_coach.i18n import translator
from tests.exchange.test_library_file import COPY as LIBRARY_COPY
from tests.helpers.coach import FakeCoach
from tests.helpers.mutations import mutated
from tests.helpers.own import PICTURE, own_exercise
from tests.helpers.story import Story

SHARE = 300
ALL = 10_000


def _plan_bytes() -> bytes:
    plan = FakeCoach().with_plan("p3").services.plans.current()
    assert plan is not None
    return encode_plan(PlanCopy(plan=plan, exercises=(own_exercise(picture=PICTURE),), person="Ada"))


def _journal_bytes() -> bytes:
    story = Story()
    story.coach.with_plan("p3")
    story.live(2)
    contents = story.services.transfer.contents()
    return encode_journal(JournalCopy(contents=contents, exported=story.services.reader.moment()))


_KINDS: dict[str, tuple[Callable[[], bytes], Callable[[bytes, str], Any], Callable[[Any], bytes]]] = {
    "plan": (_plan_bytes, decode_plan, encode_plan),
    "library": (lambda: encode_library(LIBRARY_COPY), decode_library, encode_library),
    "journal": (_journal_bytes, decode_journal, encode_journal),
}


@pytest.mark.parametrize("kind", _KINDS)
def test_a_share_of_mutated_files_is_clean(kind: str) -> None:
    _read_mutated(kind, SHARE)


@pytest.mark.soak
@pytest.mark.parametrize("kind", _KINDS)
def test_ten_thousand_mutated_files_are_clean(kind: str) -> None:
    _read_mutated(kind, ALL)


def _read_mutated(kind: str, count: int) -> None:
    make, decode, encode = _KINDS[kind]
    whole, refused = make(), 0
    for seed in range(count):
        data = mutated(whole, seed)
        document = _outcome(lambda data=data: decode(data, "from-elsewhere"))  # type: ignore[misc]
        if isinstance(document, ContentError):
            refused += 1
            sentence = str(document)
            assert sentence.startswith("from-elsewhere: "), seed
            assert "\n" not in sentence, seed
            assert len(sentence) < 1000, seed
            continue
        assert decode(encode(document), "again") == document, seed
        if isinstance(document, PlanCopy):
            _play_all(document)
    assert count // 4 < refused < count  # the mutations bite, and not everything is refused


def _outcome(read: Callable[[], Any]) -> Any:
    try:
        return read()
    except ContentError as error:
        return error


def _play_all(copy: PlanCopy) -> None:
    """Make every step and every sentence of a plan: what was let in can be played and printed."""
    plan, words = copy.plan, translator()
    for session in plan.sessions:
        compile_session(plan.in_session(session.id), plan.affected)
    for prescription in plan.prescriptions:
        assert dose_sentence(prescription.dose, prescription.side_mode, plan.affected, words, str)
