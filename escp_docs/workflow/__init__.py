"""Which step follows which in a build: a spec in, products out. Opens no file, reads no clock."""

from escp_docs.workflow.planning import Pages, Plan, Tree, Wanted, folder_of, plan, recomposed
from escp_docs.workflow.product import Product, export, key_of, look_key, sha256
from escp_docs.workflow.record import entry, manifest, placed

__all__ = [
    "Pages",
    "Plan",
    "Product",
    "Tree",
    "Wanted",
    "entry",
    "export",
    "folder_of",
    "key_of",
    "look_key",
    "manifest",
    "placed",
    "plan",
    "recomposed",
    "sha256",
]
