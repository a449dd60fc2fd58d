"""Names of countries that are in use, beside those that CLDR and ISO give."""

ALSO_CALLED = {
    "BS": ("The Bahamas", "Commonwealth of The Bahamas"),
    "CD": ("Democratic Republic of the Congo",),
    "CI": ("Ivory Coast",),
    "CZ": ("Czech Republic",),
    "GB": ("UK", "Great Britain"),
    "HK": ("Hong Kong",),
    "KN": ("St Kitts and Nevis",),
    "KP": ("North Korea",),
    "KR": ("Republic of Korea",),
    "LC": ("St Lucia",),
    "TR": ("Turkey",),
    "US": ("USA", "U.S.", "U.S.A.", "EE.UU.", "EEUU", "EUA"),
    "VC": ("St. Vincent and the Grenadines", "St Vincent and the Grenadines"),
    "VN": ("Vietnam",),
}
