"""Words behind a number: those that say again what the key counts, and those that change it.

`21 days` behind `notice_days` is 21. `3 weeks` is not 3, `12 tys.` is not 12, and zlotys are no
euro: of such a value no number is proposed.
"""

from typing import Final

_DAYS: Final = """d day days dia dias día días dni dzień jour jours tag tage tagen giorno giorni dag
    dage dagen dagar den dnů dní dan dana dnevi nap napok zi zile päev päeva päivä päivää diena
    dienas dienų ημέρα ημέρες ημερών μέρες ден дни"""
_MONTHS: Final = """mo month months mês mes meses mies miesiąc miesiące miesięcy mois monat monate
    monaten mese mesi maand maanden måned måneder månad månader měsíc měsíce měsíců mesiac mesiace
    mesiacov mjesec mjeseca mjeseci mesec mesece mesecev hónap lună luni kuu kuud kuukautta mėnuo
    mėnesiai mėnesių mēneši mēnešu μήνα μήνας μήνες μηνών месец месеца месеци"""
_YEARS: Final = """y yr yrs year years ano anos año años rok lata lat an ans année années jahr jahre
    jahren anno anni jaar år rok roky let rokov godina godine leta év ani aasta aastat vuosi vuotta
    metai metų gads gadi gadu έτος έτη ετών χρόνια година години"""
_OTHER_TIMES: Final = """h hour hours week weeks semana semanas tydzień tygodnie tygodni semaine
    semaines woche wochen settimana settimane week weken uge uger vecka veckor týden týdny týdnů
    tjedan tjedna hét săptămâni nädalat viikkoa savaitės nedēļas εβδομάδα εβδομάδες седмици
    quarter quarters semester semesters trimestre trimestres semestre semestres kwartał quartal"""
_TIMES_OVER: Final = """% k m mm mn mio mld mrd bn t th tsd tys mil mille mila million millions
    billion thousand hundred dozen cent percent pct tausend millionen mln milion miliony milionów
    milione milioni milhão milhões milhares millón millones miles tis tisíc ezer millió tuhat
    tuhatta miljoonaa tusen tusind duizend miljoen miljon miljoner mii milioane tūkst χιλ χιλιάδες
    εκ εκατ εκατομμύρια хил млн"""
_MONEY: Final = """pln zł zl czk kč huf ft ron lei bgn лв dkk sek nok kr hrk kn chf gbp usd cad aud
    jpy cny rsd din try tl uah"""
_EURO: Final = "€ eur euro euros eura evro ευρώ евро"


def _words(text: str) -> frozenset[str]:
    return frozenset(text.casefold().split())


_OWN: Final = {
    "days": _words(_DAYS),
    "month": _words(_MONTHS),
    "months": _words(_MONTHS),
    "years": _words(_YEARS),
    "eur": _words(_EURO),
}
_CHANGES: Final = _words(
    f"{_DAYS} {_MONTHS} {_YEARS} {_OTHER_TIMES} {_TIMES_OVER} {_MONEY} {_EURO}"
)


def says_again(unit: str, key: str) -> bool:
    """Whether a word behind a number leaves the number what it is, behind that key.

    Args:
        unit: The word, in any case, perhaps with a point behind it.
        key: A key of the format, whose last word is what it counts: `notice_days`, `amount_eur`.
    """
    folded = unit.casefold().rstrip(".")
    own = _OWN.get(key.rpartition("_")[2])
    return folded in own if own is not None else folded not in _CHANGES
