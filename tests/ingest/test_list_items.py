"""Where one name of a printed list ends and the next begins."""

import pytest

from ingest.participations.list_items import list_items
from kg.linking.documents import link


@pytest.mark.parametrize(
    ("items", "names"),
    [
        ("Bank of Ports (BP); Union of Pilots.", ["Bank of Ports", "Union of Pilots"]),
        ("Bank of Ports, Union of Pilots", ["Bank of Ports", "Union of Pilots"]),
        ("Ministry of Sails, Nets and Oars; and the Oar Union", ["Ministry of Sails, Nets and Oars", "Oar Union"]),
        ("Peru: Ministry of Boats; Chile: Ministry of Sails", ["Ministry of Boats", "Ministry of Sails"]),
        ("ALADI, CAF; Pilots' Union", ["ALADI", "CAF", "Pilots' Union"]),
        ("Ministry of Sails, Nets and Oars, ALADI", ["Ministry of Sails, Nets and Oars", "ALADI"]),
        ("Port Office, Chile, ALADI, Big Boats", ["Port Office, Chile", "ALADI", "Big Boats"]),
        ("Sails Ltd, the northern agency for sails, ALADI", ["Sails Ltd", "ALADI"]),
        ("Ports' Bank of the North and the South (PB)", ["Ports' Bank of the North and the South"]),
        ("Sails Unit (SU) of the Oar Office; Bank of Ports and the Oar Union",
         ["Sails Unit of the Oar Office", "Bank of Ports", "Oar Union"]),
        ("none", []),
    ],
)  # fmt: skip
def test_the_names_of_a_list_stand_where_it_says(items, names):
    found = list(list_items(items, 0, len(items), link(items).mentions))
    assert [item.name for item in found] == names
    assert all(items.startswith(item.name.split()[0], item.start) for item in found)
