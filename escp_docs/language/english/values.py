"""Values in English: countries, choices, numbers, dates and amounts."""

from typing import Final

from escp_docs.language.english.official_names import OFFICIAL_NAMES
from escp_docs.language.language import ValueWords

VALUES: Final = ValueWords(
    country_names=OFFICIAL_NAMES,
    choices={
        "on_receipt": "on receipt",
        "by_instalments": "by instalments",
        "by_report": "by report",
        "wet_ink": "handwritten signature",
        "advanced": "advanced electronic signature",
        "qualified": "qualified electronic signature",
        "statutory": "by law or statutes",
        "power_of_attorney": "by power of attorney",
        "website_video": "website or video",
        "smes": "SMEs",
        "third_parties": "support to third parties",
        "partnership_agreement": "Partnership Agreement",
        "implementation_roadmap": "roadmap for implementation",
        "email": "e-mail",
        "email_and_post": "e-mail and post",
    },
    codes={
        "report": "R",
        "website_video": "DEC",
        "other": "Other",
        "public": "PU",
        "confidential": "CO",
    },
    small=(
        *("zero", "one", "two", "three", "four", "five", "six"),
        *("seven", "eight", "nine", "ten", "eleven", "twelve"),
    ),
    day="d MMMM y",
    month="MMMM y",
    moment="{day}, {time} (UTC{offset})",
    euro="EUR\u00a0{amount}",
    percent="{number}\u00a0%",
    last_of_list="and",
    none="none",
    yes="yes",
    no="no",
)
