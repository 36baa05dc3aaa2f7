"""Consortia at the edges: too few countries, doubled entities, other applications."""

from typing import Final

from tests.oracle.maker import Made, Maker

_MEMBER_STATES: Final = ("IT", "FR", "ES", "DE", "EL", "GR", "RE", "AX", "FI", "PL")
_COSME: Final = ("TR", "RS", "UA", "XK", "IS")
_KINGDOM: Final = ("GB", "UK")
_DOUBTED: Final = ("GL", "NC", "GI", "AW")
_ELSEWHERE: Final = ("US", "CH", "FO", "NO")

_POOLS: Final = (
    _MEMBER_STATES,
    _MEMBER_STATES,
    ("IT", "FR", "ES", "TR"),
    ("IT", "FR", "RE", "EL", "GR"),
    ("IT", "TR", "RS", "UA"),
    ("IT", "FR", "GB", "UK", "GI"),
    _MEMBER_STATES + _COSME + _KINGDOM + _DOUBTED + _ELSEWHERE,
)
_NAMES: Final = (
    "Alpha Cluster", "Søborg Net", "Luce", "Grün Netz", "Łódź Klaster", "Pôle Mer", "Vidin Hub",
    "Ægir", "Cluster Norte",
)  # fmt: skip
_PICS: Final = ("12345678", "PIC", "TBD", "")

_SHARED: Final = (
    ("pic",),
    ("legal_name",),
    ("vat_number",),
    ("registration_number",),
    ("registration_number", "register"),
    ("registration_number", "legal_name"),
)
"""What two entries share that are one entity, or only look like it."""

_SPELLINGS: Final = str.maketrans("øôłóźÆ", "oolozæ")


def _spelled(maker: Maker, name: str) -> str:
    """Return a name as another hand would write it."""
    otherwise = name.translate(_SPELLINGS).upper().replace(" ", "-")
    return maker.one_of((name, otherwise, name.replace("ü", "ue"), f"{name} Ltd"))


def consortium(maker: Maker, strand: str) -> Made:
    """Return the applicants; none, a few or many, from one country or from all over the world."""
    pool = maker.one_of(_POOLS)
    number = maker.usual(maker.one_of((3, 4, 5)), 0, 1, 2, 2, 6, 8)
    good = [_partner(maker, strand, place, pool) for place in range(number)]
    partners = [_perhaps_again(maker, place, good) for place in range(number)]
    partners = [{"id": one["id"], **maker.entry(**one)} for one in partners]
    return maker.entry(coordinator="P0", partners=partners)


def _partner(maker: Maker, strand: str, place: int, pool: tuple[str, ...]) -> Made:
    good = pool[place % len(pool)]
    return {
        "id": f"P{place}",
        "legal_name": _NAMES[place],
        "country": maker.one_of((good, *pool)) if maker.chance(20) else good,
        "pic": maker.usual(f"90000000{place}", *_PICS),
        "register": f"Court {place}",
        "registration_number": f"VR 100{place}",
        "vat_number": f"XX{place}2345",
        "own_legal_entity": not maker.is_fault(),
        "represents": maker.usual([], ["Cluster One"]),
        "kind": maker.usual("cluster_organisation", "business_network", "other"),
        "eccp": maker.entry(**_platform(maker)),
        "other_applications": maker.usual([], *_other_applications(maker, strand)),
        "sectors": maker.usual(
            ["ocean"], [], ["space"], ["defence", "ocean"], ["dual-use", "insecurity"]
        ),
        "members": maker.entry(total="20", smes=maker.usual("12", "0")),
        "other_funding": maker.usual([], [{"programme": "LIFE"}]),
        "signatories": maker.usual([{"name": "Ada"}], []),
        "operating_grant": maker.is_fault(),
    }


def _platform(maker: Maker) -> Made:
    date = maker.usual("2019-05-01", "2020-12-02", "2020-12-03", "2021-05-01")
    return {"status": maker.usual("registered", "requested", "none"), "date": date}


def _other_applications(maker: Maker, strand: str) -> list[list[Made]]:
    other = "B" if strand == "A" else "A"
    one = {"acronym": "ELSE", "strand": other}
    again = {"acronym": "else", "strand": maker.one_of((other, strand))}
    return [
        [one],
        [one, again],
        [{"acronym": "This-4i", "strand": maker.one_of((strand, other))}],
        [{"acronym": "THIRD", "strand": strand}],
        [{"acronym": "FOURTH", "strand": other}, one],
        [maker.entry(**one), maker.entry(**again)],
        [{"acronym": "ELSE"}],
        [{"strand": maker.one_of((other, strand))}],
    ]


def _perhaps_again(maker: Maker, place: int, partners: list[Made]) -> Made:
    if place == 0 or not maker.is_fault():
        return partners[place]
    first = partners[maker.draws.number(place - 1)]
    shared = {key: first[key] for key in maker.one_of(_SHARED)}
    if "legal_name" in shared:
        shared["legal_name"] = _spelled(maker, shared["legal_name"])
    unsaid = {} if maker.chance(30) else dict.fromkeys(maker.one_of(_UNSAID))
    country = maker.one_of((first["country"], first["country"], partners[place]["country"]))
    return {**partners[place], **unsaid, "country": country, **shared}


_UNSAID: Final = (("pic",), ("pic", "registration_number"))
