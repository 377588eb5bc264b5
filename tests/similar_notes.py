"""Sixty notes of a ferry company in four languages; twenty of them say again, in other words, what
another one says. They were written before anything was measured on them."""

from __future__ import annotations

PAIRS = (
    ("Crews hear about a berth change only when they arrive",
     "Berth changes reach the crews too late"),
    ("Dispatchers copy the timetable by hand into three systems",
     "The same timetable is typed into three systems by hand"),
    ("Passengers phone us because the app shows the wrong departure",
     "Wrong departures in the app make passengers call"),
    ("Nobody owns the price list for the summer season",
     "Summer prices have no owner"),
    ("Harbours pay for modules which they never open",
     "There are modules a harbour pays for but never opens"),
    ("Der Fahrplan wird jeden Morgen von Hand korrigiert",
     "Jeden Morgen korrigiert jemand den Fahrplan mit der Hand"),
    ("Kunden warten zu lange auf eine Rückmeldung zum Schaden",
     "Bei einem Schaden bekommt der Kunde die Rückmeldung zu spät"),
    ("Die Rechnung versteht im Hafen niemand",
     "Unsere Rechnungen sind für Häfen nicht zu verstehen"),
    ("Neue Mitarbeiter lernen das Buchungssystem nur durch Zuschauen",
     "Das Buchungssystem erklärt neuen Mitarbeitern keiner"),
    ("Bei Sturm weiß die Besatzung nicht, wer entscheidet",
     "Wer bei Sturm entscheidet, ist der Besatzung unklar"),
    ("Les capitaines apprennent le retard par les passagers",
     "Ce sont les passagers qui annoncent le retard au capitaine"),
    ("Personne ne relit les horaires avant la publication",
     "Les horaires sont publiés sans que personne les relise"),
    ("Le signal disparaît dès que le bateau quitte le port",
     "Hors du port, le bateau n'a plus de signal"),
    ("Chaque agence calcule le remboursement à sa manière",
     "Le calcul du remboursement change d'une agence à l'autre"),
    ("Les billets de groupe demandent six écrans",
     "Il faut six écrans pour vendre un billet de groupe"),
    ("Los pasajeros no entienden el aviso de cancelación",
     "El aviso de cancelación resulta confuso para el pasajero"),
    ("La tripulación anota el combustible en papel",
     "El combustible se apunta todavía en papel a bordo"),
    ("Perdemos contratos porque la oferta llega tarde",
     "La oferta tarda demasiado y el contrato se pierde"),
    ("Nadie contesta las quejas durante el fin de semana",
     "Las quejas del fin de semana quedan sin contestar"),
    ("El puerto pide datos que no guardamos",
     "No guardamos los datos que pide cada puerto"),
)  # fmt: skip

OTHERS = (
    "Three languages on one sign is one too many",
    "Cleaning starts before the last car has left",
    "We celebrate launches and forget repairs",
    "School groups book in March and travel in June",
    "The oldest ship earns the most money",
    "Das Wetter kennt keiner genauer als der alte Lotse",
    "Fahrräder stehen den Rollstühlen im Weg",
    "Im Winter fehlt uns jede zweite Woche ein Maschinist",
    "Die Speisekarte ist länger als die Überfahrt",
    "Alle reden vom Kunden, keiner fährt mit",
    "Le café ferme avant la dernière traversée",
    "Deux marques pour une seule ligne",
    "La météo décide plus vite que le comité",
    "Les camions passent devant les familles",
    "Notre slogan parle de vitesse, nos clients de calme",
    "La pintura nueva ya tiene óxido",
    "El mapa del muelle está al revés",
    "Los turistas fotografían las gaviotas, no el barco",
    "Cada lunes sobran asientos",
    "La radio suena mejor que el altavoz",
)


def notes() -> list[str]:
    """All sixty: the originals, the others, and then what says the same again."""
    return [*(one for one, _ in PAIRS), *OTHERS, *(other for _, other in PAIRS)]


def is_right(one: int, other: int) -> bool:
    """Whether two of them, by place, say the same."""
    return abs(one - other) == len(PAIRS) + len(OTHERS)
