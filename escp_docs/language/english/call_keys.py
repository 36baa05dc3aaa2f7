"""What each key of a call file states, by the part of the model that has it."""

from collections.abc import Mapping
from typing import Final

_COUNTING: Final = {
    "at_least": "So many or more",
    "at_most": "So many or fewer; 0 says that there may be none",
    "exactly": "So many, no more and no fewer",
    "count": "What is counted: different legal entities (the default), countries or regions",
    "roles": (
        "Which of those who take part count; several say: in one of these roles. Default: partners"
    ),
    "in": "Sets of countries: those established in one of them count",
    "outside": "Sets of countries: those established in one of them do not count",
    "kinds": "Kinds of organisation, of the spec or the call's own: those of one of them count",
    "sizes": "Sizes of enterprise: those of one of them count",
    "regions": "Beginnings of NUTS codes: those established in one of them count",
    "region_classes": (
        "Classes of region in cohesion policy: those established in one of them count"
    ),
    "independent": "Of entities that control each other, or have one controller, one counts",
}
_CITED: Final = {
    "value": "The fact itself",
    "unit": "What the value is counted in, or what it is, in words",
    "confidence": "How sure the source is; it decides between an error and a warning",
    "source": "Where the fact was found",
}

CALL_KEYS: Final[Mapping[str, Mapping[str, str]]] = {
    "Call": {
        "id": "Name by which specs name the call; the file is called after it",
        "number": "Number of the call, as the funding portal writes it",
        "title": "Title of the call",
        "programme": "Programme that the call belongs to",
        "agency": "Who awards the grants",
        "version": "Edition of the call text: its number and day",
        "total_budget_eur": "Money of all strands together",
        "corrigenda": "Changes of the call while it was open, the earliest first",
        "words": "What the call calls the things that documents name",
        "charter": "What a partnership is to be, by its catchwords",
        "disclaimer": "Words that publications of a funded project carry",
        "countries": "Sets of countries, by which the rest of the file speaks of them",
        "kinds": "The call's own kinds of organisation, by a name that specs use in `call_kinds`",
        "phases": "Strands that belong together, by the name of the phase",
        "all_strands": "What the call asks for in every strand",
        "strands": "Its strands, each with what it asks for besides; one is enough",
        "money": "Rates, caps, lump sums and support to third parties",
        "form": "Form of the application: parts, headings, tables and limits",
        "submission": "What belongs to an application",
        "part_a": "Fields of the portal's own form, by what they hold",
        "unknown": "What the sources do not say",
    },
    "Version": {"number": "Number of the edition", "date": "Day of the edition"},
    "Corrigendum": {
        "date": "Day on which the change was made",
        "changes": "What is otherwise since, one sentence each",
    },
    "Countries": {
        "member_states": "Member States of the Union at the time of the call",
        "cosme_countries": "Third countries that participate in COSME; other programmes use `sets`",
        "sets": "Further sets of countries, by their names",
        "participating": (
            "Sets whose countries take part: partners come from them, and none of them is a "
            "target. Default: Member States and COSME countries"
        ),
        "treated_as_member_state": "Countries whose partners count as from a Member State",
        "territories": "Territories with a code of their own, and the state that they count as",
        "territories_in_doubt": "Territories of which it is not certain that they count as a state",
        "regions_inside": "Names of world regions that lie inside the participating countries",
        "regions_partly_inside": "Names of world regions of which a part lies there",
    },
    "NamedSet": {
        "one": "What a country of the set is called, as in: country associated to Horizon Europe",
        "many": "What several are called, as in: countries associated to Horizon Europe",
        "as_at": "Day on which the source gave this list",
        "countries": "Countries of the set",
        "since": "Countries that count from a day on alone, with that day",
        "in_doubt": "Countries of which it is not certain that they belong to the set",
        "union_of": "Sets whose countries belong to this one too",
        "without": "Sets whose countries do not belong to it, whatever stands above",
    },
    "Kind": {
        "one": "What an organisation of the kind is called",
        "many": "What several are called",
    },
    "Terms": {
        "title": "Title of the strand",
        "scope": "What the strand is for",
        "least_legal_entities": "Least number of different legal entities (CON001)",
        "established_in": "Sets of countries in which every partner is established (CON002)",
        "least_countries": "Least number of different participating countries (CON003)",
        "least_member_states": "Least number of different Member States (CON004)",
        "eligible_kinds": "Kinds of organisation that partners can be (CON005)",
        "own_legal_entity": "Each partner has an own independent legal entity (CON006)",
        "different_legal_entities": "No legal entity stands twice among the partners (CON007)",
        "legal_forms": (
            "Legal forms at the end of names, with and without which one entity is written"
        ),
        "eccp_status": (
            "Registrations on the European Cluster Collaboration Platform that count (CON008)"
        ),
        "eccp_registered_at_deadline": "Partners are registered there by the deadline (CON008)",
        "further_partners_beyond_the_union": (
            "No partner is from outside the Member States (CON009)"
        ),
        "united_kingdom": (
            "A consortium does not rest on a partner from the United Kingdom (CON010)"
        ),
        "coordinator": "A coordinator is named (CON011)",
        "defence_words": "Words of sectors of which a partner has one (CON012)",
        "legal_form_words": "Words of legal forms that are no legal entity of their own (PLA001)",
        "conditions": "Conditions in the words of the call, each with an id (CON013)",
        "opening": "From when applications can be handed in",
        "deadline": (
            "Until when applications can be handed in, with the offset of the hour (SUB001)"
        ),
        "stages": (
            "Deadlines of several stages or cut-offs; the last one counts where "
            "there is no `deadline`"
        ),
        "one_strand_per_consortium": "A consortium applies in one strand alone (SUB002)",
        "no_consortium_within_another": "Nor does a part of it apply in another strand (SUB002)",
        "most_consortia_per_strand": (
            "In how many applications of a strand an entity can be (SUB003)"
        ),
        "most_consortia_per_phase": "In how many applications of a phase an entity can be (SUB003)",
        "most_consortia_per_call": "In how many applications of the call an entity can be (SUB003)",
        "most_coordinated_per_call": (
            "How many applications of the call an entity can coordinate (SUB003)"
        ),
        "joint_strategy": "A vision and a strategy of the partnership (STR001)",
        "goals_towards_markets": "Common goals name target markets (STR002)",
        "every_goal_towards_a_market": "Each of them does (STR002)",
        "complementarities": "Strengths that complement each other (STR003)",
        "cross_sector_cooperation": "Cooperation across sectors (STR004)",
        "least_sectors": "Least number of different sectors (STR004)",
        "defence_and_security": "Whether the strand is for defence and security (STR005)",
        "benefit_for_smes": "Benefit for small and medium-sized enterprises (STR006)",
        "builds_on_strategies": "The action builds on something that exists (STR007)",
        "least_targets": "Least number of target countries or regions (TGT001)",
        "third_countries_only": "Targets are countries that do not take part (TGT002)",
        "most_targets": "Greatest number of targets (TGT003)",
        "least_targets_with_activities": (
            "Least number of targets with implementation work (TGT004)"
        ),
        "business_partnerships_in_each_target": "Business partnerships in each target (TGT005)",
        "countries_in_doubt": "Countries that may not count as a target (TGT006)",
        "targets_once": "No target stands twice (TGT007)",
        "international_partners": "Partners in each target are named (TGT008)",
        "preparatory_actions": "There is preparatory work (RMP001)",
        "implementation_actions": "There is implementation work (RMP002)",
        "least_months": "Least duration of the action (RMP003)",
        "most_months": "Greatest duration of the action (RMP003)",
        "lengths_in_months": (
            "Durations of which the action has one, as in: 18 or 24 months (RMP003)"
        ),
        "work_in_order": "Work ends no earlier than it starts (RMP004)",
        "due_within_the_action": "What is due is due within the action (RMP005)",
        "required_outputs": "Outputs that deliverables carry (RMP006)",
        "beyond_the_project": "Cooperation goes on after the action (RMP007)",
        "every_partner_has_tasks": "Each partner takes part in the work (RMP008)",
        "earliest_start": "Day before which no action starts (RMP009)",
        "no_retroactive_costs": "The action starts after the deadline (RMP009)",
        "months_before_a_start": "Months between the deadline and a start (RMP009)",
        "years_until_a_start": "Years after the deadline by which an action starts (RMP009)",
        "highest_rate": "Highest share of the eligible costs that is reimbursed (BUD001)",
        "highest_grant_eur": "Highest grant for a project (BUD002)",
        "strand_budget_eur": "Money of the strand (BUD003)",
        "expected_projects": "How many projects the money is expected to fund",
        "balanced_budget": "Costs equal receipts (BUD004)",
        "highest_indirect_rate": "Highest rate of indirect costs (BUD005)",
        "every_partner_has_a_budget": "Each partner with work has costs (BUD006)",
        "effort_has_cost": (
            "Person-months have a cost, and personnel cost has person-months (BUD007)"
        ),
        "no_profit": "Receipts do not exceed the eligible costs (BUD008)",
        "no_double_funding": "Other money of the Union for the same work is stated (BUD010)",
        "members_engaged": "The agreement engages every partner (AGR001)",
        "members_from_the_start": "It engages them from the start (AGR001)",
        "modalities_set_out": "It says how the members decide (AGR002)",
        "common_actions": "It says what they do together (AGR003)",
        "lasts_beyond_the_project": "It outlasts the action (AGR004)",
        "agreement_dated_in_time": "It takes effect by the time at which it is due (AGR005)",
        "longest_title": "Most characters of the title (FRM001)",
        "characters_not_in_title": "Characters that the title may not have (FRM002)",
        "longest_abstract": "Most characters of the abstract (FRM003)",
        "longest_keywords": "Most characters of all keywords (FRM004)",
        "identifiers_well_formed": "Identifiers have their form and check digit (FRM005)",
        "facts_of_the_form": "Facts that the form asks for are stated (FRM006)",
        "sections": "Sections of the form in this strand, in place of those of `form`",
        "money": "What holds of money in this strand, in place of the `money` of the call",
    },
    "Condition": {"id": "Name of the condition, by which outcomes and declarations name it"}
    | _CITED,
    "Fact": _CITED,
    "Citation": {
        "document": "What was read, so that another finds it",
        "place": "Where in it: page, section, heading",
        "quote": "Its own words, fourteen at most, to search for",
        "reason": "Why the fact follows, where there are no words for it",
        "url": "Address of the document",
    },
    "Counting": _COUNTING,
    "Branch": _COUNTING
    | {"all_of": "Numbers that hold all together", "any_of": "Numbers of which one holds"},
    "Demand": _COUNTING
    | {
        "all_of": "Parts that hold all together",
        "any_of": "Parts of which one holds",
        "topics": "Topics of which one is the main one",
        "planned": "Something that the roadmap or the indicators have to hold",
        "declared": "What a named person has to declare, as only a person can judge it",
    },
    "Topics": {
        "main_of": "Topics of which the spec's `project.main_topic` is one",
        "others_of": "Topics of which its `project.topics` are; default: any",
        "least_others": "How many other topics are chosen at least; default 0",
        "most_others": "How many at most",
    },
    "PlannedItems": {
        "what": "Where it stands",
        "words": "Words of its title; one of them is enough",
        "at_least": "How many there are at least; default 1",
        "by_month": "Project month by which it is due",
    },
    "Stage": {
        "name": "What the stage or cut-off is called",
        "deadline": "Its last day, or the hour with its offset",
        "zone": "Time zone of the hour, as in Europe/Brussels",
    },
    "Unknown": {
        "topic": "What is unknown",
        "note": "What is known of it all the same",
        "about": "`eligibility` if it may decide who can apply",
        "strands": "Strands in which it matters; default all",
    },
    "CallWords": {
        "partnership": "What the call makes of a consortium, on covers and in clauses",
        "short": "The same where it stands beside an acronym",
        "supports": "How a sentence goes on that begins with: The call supports",
        "strategy": "What it calls the joint strategy",
        "targets": "Heading over the places that a partnership turns to",
        "beyond": "What clauses add to: countries and regions",
    },
    "Money": {
        "rates_by_category": "Highest share that is reimbursed, by category of cost (BUD001)",
        "rates_by_kind": "The same by kind of organisation",
        "rates_by_country": "The same by country",
        "lump_sums_eur": "Amounts of which the grant is one",
        "unit_costs": "What is paid for a unit, whatever it has cost",
        "least_grant_eur": "Least grant for a project",
        "least_partner_grant_eur": "Least grant for a partner",
        "highest_partner_grant_eur": "Highest grant for a partner",
        "highest_partner_share": "Highest part of the whole grant for one partner",
        "highest_subcontracting_share": "Highest part of the eligible cost for subcontracting",
        "third_parties": "Financial support to third parties",
        "contribution_in_kind": "Whether a partner may bear its part by work or goods",
    },
    "UnitCost": {
        "unit": "What is paid for, as in: a night",
        "amount_eur": "What is paid for one",
        "category": "Category of cost that it belongs to",
    },
    "ThirdParties": {
        "least_share": "Least part of the eligible cost that goes to third parties",
        "highest_share": "Highest part",
        "highest_per_recipient_eur": "Most that one of them gets",
    },
    "Form": {
        "title": "Title of the form",
        "numbering": "How its parts are numbered: letters, or none where titles carry numbers",
        "cover": "Rows of the cover",
        "sections": "Its parts and sections, in their order",
        "participants": "Columns of the table of participants",
        "affiliated_entities": "Columns of the table of affiliated entities",
        "key_staff": "Columns of the table of key staff",
        "work_packages": "Columns of the tables of work packages",
        "deliverables": "Columns of the table of deliverables",
        "milestones": "Columns of the table of milestones",
        "risks": "Columns of the table of risks",
        "deliverable_types": "Kinds of deliverables, as the form has them",
        "dissemination_levels": "Levels of dissemination, as the form has them",
        "most_pages": "Most pages of the whole form",
        "layout": "How its pages have to look",
        "criteria": "What applications are judged by",
        "threshold": "Least points of all criteria together",
    },
    "FormSection": {
        "id": "Name by which other sections refer to it",
        "title": "Its title, in place of the template's own",
        "level": "Level of its heading, 1 for a part",
        "template": "File below templates/ that answers it",
        "keys": "Texts of the spec that answer it",
        "pages": "Most pages that it may have",
        "characters": "Most characters of the texts that answer it",
        "addition": "Whether the form may do without it",
    },
    "FormLayout": {
        "least_text_points": "Least size of running text, in points",
        "least_margin_mm": "Least margin, in millimetres",
    },
    "Criterion": {
        "name": "What is judged",
        "points": "Most points that it gives",
        "threshold": "Least points to pass",
        "weight": "How much it counts",
    },
    "Submission": {"papers": "What is handed in, one fact each"},
    "SubmissionPaper": {
        "name": "What the paper is called",
        "by": "Who hands it in",
        "above_eur": "Grant from which it is asked for; default any",
        "document": "Document of this program that carries or prepares it",
        "strands": "Strands in which it is asked for; default all",
    },
    "PartA": {
        "general": "Fields on the proposal",
        "participant": "Fields on each participant",
        "budget": "Fields of the budget",
    },
}
