"""Regions of partners that lie in another country than the partner."""

from collections.abc import Iterator

from escp_docs.finding import Remark
from escp_docs.language.rule_words import country_name
from escp_docs.model import nuts
from escp_docs.model.spec import Spec
from escp_docs.read.places import Places


def elsewhere(spec: Spec, places: Places) -> Iterator[Remark]:
    """Yield a remark for each partner whose region, by its NUTS code, is of another country."""
    for index, partner in enumerate(spec.partners):
        if partner.region is None or partner.country is None:
            continue
        country = nuts.country_of(partner.region)
        if country in (None, nuts.state_of(partner.country)):
            continue
        path = f"consortium.partners[{index}].region"
        place = places.of(path)
        yield Remark(
            place,
            f"the region {partner.region} of {partner.id} is one of {country_name(country)}, "
            f"and its country is {country_name(partner.country)}",
            "mend the one that is wrong",
            places.excerpt(place),
            path,
        )
