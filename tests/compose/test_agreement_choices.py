"""The agreement under its choices: no combination that the rules accept is faulty law."""

import json
from collections.abc import Iterator
from typing import Any, Final

import pytest

from escp_docs.compose.checks.legal_text import legal_text
from escp_docs.document import Document
from escp_docs.rules import RULES
from tests.support.agreements import agreement_of, written

from tests.support.choices import Row, choices, pairwise
