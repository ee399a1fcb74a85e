"""Strict bodies: what each caller is told of them."""

from django.utils import translation

from backend.intake.api.serializers import IdentitySerializer


def test_a_limit_is_told_to_each_caller_in_his_own_language():
    told = []
    for language in ("en", "sq", "en"):
        with translation.override(language):
            sent = IdentitySerializer(data={"name": "x" * 201}, context={"from_json": True})
            assert not sent.is_valid()
            told.append(str(sent.errors["name"][0]))
    assert told[0] == told[2] != told[1]
