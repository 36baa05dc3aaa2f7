"""Every rule, in the order of the manual. A new rule is one file and one line here."""

from typing import Any

from escp_docs.rule import Rule
from escp_docs.rules import (
    bud001_rate_above_the_limit,
    bud002_grant_above_the_cap,
    bud003_grant_above_the_strand,
    con001_too_few_legal_entities,
    con002_ineligible_country,
    con003_too_few_countries,
    con004_too_few_member_states,
    con005_not_a_cluster_organisation,
    con006_no_own_legal_entity,
    con007_same_entity_twice,
    sub001_after_the_deadline,
    tgt001_too_few_targets,
    tgt002_target_is_not_a_third_country,
)

ALL_RULES: tuple[Rule[Any], ...] = (
    con001_too_few_legal_entities.RULE,
    con002_ineligible_country.RULE,
    con003_too_few_countries.RULE,
    con004_too_few_member_states.RULE,
    con005_not_a_cluster_organisation.RULE,
    con006_no_own_legal_entity.RULE,
    con007_same_entity_twice.RULE,
    sub001_after_the_deadline.RULE,
    tgt001_too_few_targets.RULE,
    tgt002_target_is_not_a_third_country.RULE,
    bud001_rate_above_the_limit.RULE,
    bud002_grant_above_the_cap.RULE,
    bud003_grant_above_the_strand.RULE,
)
BY_CODE = {rule.code: rule for rule in ALL_RULES}
