"""The words in a spec, with and without where they stand."""

import pytest

from escp_docs import api
from escp_docs.model.schema import form, is_words, texts, words
from escp_docs.model.spec import Spec
from tests.support.places import SPECS


@pytest.mark.parametrize(
    "name", ["shield-4i.yaml", "wave-4i", "rebuild-ua.yaml", "unfinished.yaml"]
)
def test_all_words_are_found_wherever_they_stand(name: str) -> None:
    spec = api.open_spec(str(SPECS / name)).spec
    found = list(words(spec))
    assert sorted(found) == sorted(text for path, text in texts(spec) if is_words(form(Spec, path)))
    assert spec.project.acronym in found
    assert spec.consortium.coordinator not in found, "that is a name"
