"""The words of keys: `agreement` and `requests`."""

from typing import Final

from escp_docs.language.keys.agreement import (
    AgreementKeys,
    InstalmentKeys,
    NewMembersKeys,
    RequestsKeys,
    TermKeys,
    WordingKeys,
)
from escp_docs.language.keys.key_words import KeyWords

AGREEMENT: Final[AgreementKeys] = {
    "title": KeyWords(
        "Title of the agreement",
        "What is the title of the agreement?",
        "title of the agreement",
    ),
    "members": KeyWords(
        "Partners and associated; if absent, all partners",
        "Who are the members of the agreement?",
    ),
    "joins_later": KeyWords(
        "Partners that sign after the others; default none",
        "Which partners sign after the others?",
        "partners that join later",
    ),
    "grant_matters": KeyWords(
        "Are grant matters part of this agreement?",
        "Are grant matters part of this agreement?",
        "whether grant matters are included",
    ),
    "effective": KeyWords(
        "When the agreement takes effect",
        "When does the agreement take effect?",
        "entry into force",
    ),
    "if_not_awarded": KeyWords(
        "What happens without an award",
        "What happens to the agreement if no grant is awarded?",
        "consequence of no award",
    ),
    "term": KeyWords(
        "How long it lasts",
        "How long does the agreement last?",
    ),
    "termination_notice_months": KeyWords(
        "Months of notice",
        "With how many months of notice can the agreement be ended?",
        "months of notice to end",
    ),
    "common_actions": KeyWords(
        "Common actions beside the work packages",
        "Which common actions do the members undertake beside the work packages?",
    ),
    "governance": KeyWords(
        "How members decide",
        "How do the members decide?",
    ),
    "new_members": KeyWords(
        "How it grows",
        "How are new members admitted?",
    ),
    "withdrawal_notice_months": KeyWords(
        "Months of notice of a withdrawal",
        "With how many months of notice can a member withdraw?",
        "months of notice of a withdrawal",
    ),
    "withdrawal_during_project": KeyWords(
        "Withdrawal before the project ends: by notice, or with consent",
        "Can a member withdraw before the project ends by notice, or only with consent?",
        "withdrawal during the project",
    ),
    "default_remedy_days": KeyWords(
        "Days to remedy a default",
        "Within how many days must a member remedy a default?",
        "days to remedy a default",
    ),
    "payments": KeyWords(
        "When beneficiaries are paid",
        "When are the beneficiaries paid?",
        "schedule of payments",
    ),
    "payment_days": KeyWords(
        "Days within which a payment is made",
        "Within how many days is a payment made?",
        "days for payment",
    ),
    "instalments": KeyWords(
        "Instalments, with by_instalments",
        "In which instalments are the beneficiaries paid?",
    ),
    "report_days": KeyWords(
        "Days within which reports are due",
        "Within how many days are reports due?",
        "days for reports",
    ),
    "liability_cap": KeyWords(
        "How liability between members is limited",
        "How is liability between the members limited?",
        "limit of liability",
    ),
    "liability_cap_eur": KeyWords(
        "Limit in euro: with fixed, and the floor for members without a share",
        "To what amount in euro is liability between the members limited?",
        "limit of liability in euro",
    ),
    "confidentiality_years": KeyWords(
        "Years of confidentiality",
        "For how many years does confidentiality last?",
        "years of confidentiality",
    ),
    "confidentiality_from": KeyWords(
        "From when the years are counted",
        "From when are the years of confidentiality counted?",
        "start of the confidentiality period",
    ),
    "results": KeyWords(
        "Who owns results",
        "Who owns the results?",
        "ownership of results",
    ),
    "access_rights": KeyWords(
        "On what terms results are used",
        "On what terms may the members use each other's results?",
        "terms of access rights",
    ),
    "access_for": KeyWords(
        "Who has access beside the parties: affiliated entities, SMEs among the members",
        "Who has access to the results beside the parties?",
        "who has access beside the parties",
    ),
    "publication_notice_days": KeyWords(
        "Days of notice before a publication, and to object to it; default 30",
        "How many days of notice are given before a publication?",
        "days of notice before a publication",
    ),
    "background": KeyWords(
        "Background that each member brings",
        "What background does each member bring in?",
    ),
    "brand_owner": KeyWords(
        "Who holds the name and the brand: coordinator, joint, or a partner's id",
        "Who holds the name and the brand of the partnership?",
        "holder of the brand",
    ),
    "memoranda_signed_by": KeyWords(
        "Who signs memoranda with third-country partners",
        "Who signs memoranda with partners in third countries?",
        "signature of memoranda",
    ),
    "data_protection": KeyWords(
        "Personal data",
        "Who answers for personal data?",
    ),
    "publicity": KeyWords(
        "Publicity beside what the grant agreement asks",
        "What have the members agreed on publicity, beyond what the grant agreement asks?",
        "publicity",
    ),
    "financing_after_project": KeyWords(
        "Who pays after the project",
        "Who pays for the partnership after the project?",
    ),
    "governing_law": KeyWords(
        "Country whose law governs",
        "The law of which country governs the agreement?",
        "governing law",
    ),
    "disputes": KeyWords(
        "Disputes",
        "How are disputes between the members settled?",
    ),
    "notices": KeyWords(
        "How notices are given",
        "How are notices given?",
        "form of notices",
    ),
    "signing": KeyWords(
        "How the agreement is signed",
        "How is the agreement signed?",
        "form of signature",
    ),
    "wording": KeyWords(
        "Negotiated words of clauses; default none",
        "Which clauses have the members worded otherwise?",
        "negotiated words",
    ),
    "language": KeyWords(
        "Language of the agreement as ISO 639-1 code",
        "In which language is the agreement written?",
        "language",
    ),
    "public_edition": KeyWords(
        "Is there a public edition, without what is confidential? Default false",
        "Is there a public edition of the agreement, without what is confidential?",
        "whether there is a public edition",
    ),
    "future_form": KeyWords(
        "Whether the members intend to found an EEIG or association; default contractual",
        "Do the members intend to found a legal entity, such as an EEIG or an association?",
        "future form of the partnership",
    ),
    "annexes": KeyWords(
        "Annexes of the agreement, in their order",
        "Which annexes does the agreement have?",
        "annexes",
    ),
}

TERM: Final[TermKeys] = {
    "kind": KeyWords(
        "When the agreement ends",
        "When does the agreement end?",
        "term of the agreement",
    ),
    "years": KeyWords(
        "Years after the project, with years_after_project",
        "How many years after the project does the agreement end?",
        "years after the project",
    ),
    "renewal": KeyWords(
        "Whether it is renewed",
        "Is the agreement renewed when its term is over?",
        "renewal",
    ),
}

NEW_MEMBERS: Final[NewMembersKeys] = {
    "admission": KeyWords(
        "Majority that admits a member",
        "Which majority admits a new member?",
        "majority for the admission of members",
    ),
    "criteria": KeyWords(
        "What a new member must bring",
        "What must a new member bring?",
        "criteria for new members",
    ),
}

INSTALMENT: Final[InstalmentKeys] = {
    "month": KeyWords(
        "Project month of the payment",
        "In which project month is {entry} paid?",
        "month of the instalment",
    ),
    "share": KeyWords(
        "Share of the beneficiary's grant",
        "What share of the grant of a beneficiary is {entry}?",
        "share of the instalment",
    ),
}

WORDING: Final[WordingKeys] = {
    "clause": KeyWords(
        "Clause that the words belong to",
        "To which clause do the agreed words belong?",
        "clause of the agreed words",
    ),
    "text": KeyWords(
        "The agreed words",
        "What are the agreed words of {entry}?",
        "agreed words",
    ),
    "by": KeyWords(
        "Who proposed them",
        "Who proposed the words of {entry}?",
        "who proposed the words",
    ),
    "reason": KeyWords(
        "Why they were agreed",
        "Why were the words of {entry} agreed?",
        "reason of the agreed words",
    ),
    "status": KeyWords(
        "How far they are agreed",
        "How far are the words of {entry} agreed?",
        "status of the agreed words",
    ),
    "answer": KeyWords(
        "What the coordinator answers to whoever wants them",
        "What does the coordinator answer to the words of {entry}?",
        "answer of the coordinator",
    ),
    "comments": KeyWords(
        "What was said of them, the oldest first: who, when, what; written by pull and by hand",
        "What was said of the words of {entry}?",
        "comments on the words",
    ),
    "under": KeyWords(
        "Choices of the clause when the words were agreed",
        "Which choices held for {entry} when its words were agreed?",
        "choices under the agreed words",
    ),
}

REQUESTS: Final[RequestsKeys] = {
    "deadline": KeyWords(
        "Date until which answers are asked for",
        "Until which date are answers asked for?",
        "date for answers",
    ),
    "return_to": KeyWords(
        "Address to which answers go",
        "To which address do answers go?",
        "return address",
    ),
    "privacy": KeyWords(
        "Who collects the answers, what for, who sees them, for how long, whom to ask",
        "Who collects the answers, what for, who sees them, for how long, and whom can one ask?",
        "note on personal data",
    ),
}
