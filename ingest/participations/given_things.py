"""What organisations give to an event: a room, money, or what else it is made of; the four languages together."""

from __future__ import annotations

import re

from ingest.patterns import EVENT, phrase


def _behind(*words: str) -> re.Pattern[str]:
    """Any of these words, somewhere behind a verb."""
    return re.compile(rf".*?{phrase(*words).pattern}", re.IGNORECASE | re.DOTALL)


NEEDED = (  # what an event is made of
    r"technical secretariat|secretar[íi]a t[ée]cnica|secretaria t[ée]cnica|secr[ée]tariat technique|"
    rf"(?!study|estudio|estudo|[ée]tude|project|proyecto|projeto|projet){EVENT}|sessions?|panels?|lectures?|"
    rf"lecturers?|speakers?|tutors?|trainers?|teachers?|facilitators?|interpret\w+|translat\w+|"
    r"platform|transport(?:ation)?|certificates?|participants|graduates|materials?|logistics?|equipment|lodging|"
    r"accommodation|experts?|officials?|delegates|papers|modules?|(?:technical|logistical|"
    r"organi[sz]ational) (?:support|assistance)|"
    r"sesi[óo]n(?:es)?|panel(?:es)?|ponencias?|ponentes|expert[oa]s|conferencistas?|docentes|tutores|instructores|"
    r"facilitadores|"
    r"interpretaci[óo]n|traducci[óo]n|plataforma|transporte|certificados?|egresad[oa]s|participantes|materiales|"
    r"log[íi]stica|m[óo]dulos?|"
    r"equipos|alojamiento|hospedaje|(?:apoyo|asistencia|ayuda) (?:t[ée]cnic|log[íi]stic|organizativ)[oa]|"
    r"sess(?:[ãa]o|[õo]es)|pain[ée]is|palestras?|palestrantes|peritos|tradu[çc][ãa]o|interpreta[çc][ãa]o|"
    r"certificados?|hospedagem|(?:apoio|assist[êe]ncia) (?:t[ée]cnic|log[íi]stic)[oa]|"
    r"s[ée]ances?|intervenants|conf[ée]renciers|formateurs|experts|interpr[ée]tation|traduction|plateforme|"
    r"certificats|h[ée]bergement|"
    r"(?:appui|aide|soutien) (?:technique|logistique)"
)
ROOM = _behind(
    r"(?:the |its |their |a |his )?(?:[\w-]+ ){0,2}?(?:premises|venue|auditorium|(?:meeting |conference )?(?:rooms?|"
    r"halls?)|facilities|headquarters)",
    r"(?:sus? |el |la |las |los )?(?:instalaciones|sede|auditorio|salas?|sal[óo]n(?:es)?|local(?:es)?)",
    r"(?:suas? |seus? |o |as? )?(?:instala[çc][õo]es|sede|audit[óo]rio|salas?|sal[ãa]o)",
    r"(?:ses |les |l['’]|la |le |son )?(?:locaux|si[èe]ge|auditorium|salles?)",
)
MONEY = _behind(
    r"(?:travel|fares?|tickets|expenses|costs?|funds?|funding|financing|financial \w+|grants?|scholarships?|"
    r"fellowships?|bursaries|resources|"
    r"dollars?|euros?|per diems?)", r"(?:US|U\.S\.)? ?(?:\$|€)",
    r"(?:(?:apoyo|aporte|ayuda|apoio) financ(?:ier|eir)[oa]|(?:appui|soutien|concours) financier)",
    r"(?:pasajes?|gastos|costos?|fondos|financiamiento|becas|recursos|d[óo]lares|vi[áa]ticos|traslados?|viajes?)",
    r"(?:passagens|despesas|custos?|fundos|financiamento|bolsas|recursos|d[óo]lares|di[áa]rias|viagens)",
    r"(?:billets|frais|co[ûu]ts?|fonds|financement|bourses|ressources|dollars|voyages?|d[ée]placements?)",
)  # fmt: skip
THEIR_OWN = r"(?:its|their|sus?|seus?|suas?|ses|son|sa|leurs?)"  # the meeting of another
OF_EVENT = re.compile(
    rf"(?:(?!\b{THEIR_OWN}\b).)*?\b(?:{NEEDED}|participation|participaci[óo]n|participa[çc][ãa]o|it)s?\b",
    re.IGNORECASE | re.DOTALL,
)
