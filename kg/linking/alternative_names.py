"""Names of countries that are in use, beside those that CLDR and ISO give."""

ALSO_CALLED = {
    "AE": ("UAE", "EAU"),
    "BS": ("The Bahamas", "Commonwealth of The Bahamas"),
    "CD": ("Democratic Republic of the Congo",),
    "CI": ("Ivory Coast", "Costa de Marfil"),
    "CZ": ("Czech Republic", "República Checa", "República Tcheca", "République tchèque"),
    "GB": ("UK", "Great Britain", "Gran Bretaña", "Grã-Bretanha", "Grande-Bretagne"),
    "HK": ("Hong Kong",),
    "KN": ("St Kitts and Nevis",),
    "KP": ("North Korea",),
    "KR": (
        "Republic of Korea", "República de Corea", "República da Coreia", "République de Corée", "Korea", "Corea",
        "Coreia", "Corée",
    ),
    "LC": ("St Lucia",),
    "MK": ("Macedonia",),
    "MM": ("Burma", "Birmania", "Birmanie"),
    "NL": ("Holland", "Holanda", "Hollande"),
    "SA": ("Arabia Saudita",),
    "SZ": ("Swaziland", "Suazilandia"),
    "TR": ("Turkey",),
    "TT": ("Trinidad y Tabago",),
    "US": ("USA", "U.S.", "U.S.A.", "EE.UU.", "EEUU", "EUA"),
    "VC": ("St. Vincent and the Grenadines", "St Vincent and the Grenadines"),
    "VN": ("Vietnam",),
}  # fmt: skip
