"""Every kind of entry names a value of the domain that can be read and written, under one name."""

from __future__ import annotations

import importlib

import msgspec
import pytest

from ankle_coach.domain.entries import KINDS, kind_name
from ankle_coach.domain.journal import CheckIn


def _class(place: str) -> type[msgspec.Struct]:
    module, name = place.split(":")
    found: object = getattr(importlib.import_module(module), name)
    assert isinstance(found, type)
    assert issubclass(found, msgspec.Struct)
    return found


@pytest.mark.parametrize("name", KINDS)
def test_a_kind_names_a_frozen_value_that_json_can_hold(name: str) -> None:
    kind = _class(KINDS[name])

    assert kind.__struct_config__.frozen
    assert kind.__struct_config__.forbid_unknown_fields
    msgspec.json.Decoder(kind)
    assert kind_name(kind) == name


def test_no_value_has_two_names() -> None:
    assert len(set(KINDS.values())) == len(KINDS)


def test_a_value_that_is_not_registered_is_refused() -> None:
    with pytest.raises(KeyError):
        kind_name(CheckIn)
