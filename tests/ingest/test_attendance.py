"""Countries and organisations that are told to have come, in the phrases of four languages; and subjects of studies."""

import pytest

from tests.ingest.test_told_roles import planned, reported, taking_part


@pytest.mark.parametrize(
    ("language", "told", "expected"),
    [
        ("en", "The Lamp Institute had offered to receive the meeting, which drew delegates from Chile and Peru.",
         {"CL": "member-country", "Lamp Institute": "partner", "PE": "member-country"}),
        ("en", "The Bahamas, Belize and Suriname took part for the first time.",
         {"BS": "member-country", "BZ": "member-country", "SR": "member-country"}),
        ("en", "Officials from the ministries of finance and the central banks of Bolivia, Cuba and Ecuador met.",
         {"BO": "member-country", "CU": "member-country", "EC": "member-country"}),
        ("en", "Among those attending were Chile, Peru and the Dominican Republic.",
         {"CL": "member-country", "DO": "member-country", "PE": "member-country"}),
        ("en", "Delegates of 14 Member States (Argentina, Bolivia, Brazil) and two observers (Canada and "
         "Spain) attended.",
         {"AR": "member-country", "BO": "member-country", "BR": "member-country",
          "CA": "other-country", "ES": "other-country"}),
        ("en", "The seminar gathered officials of Argentina, Bolivia and Brazil, together with ECLAC, CAF "
         "and the IDB.",
         {"AR": "member-country", "BO": "member-country", "BR": "member-country", "CAF": "partner",
          "ECLAC": "partner", "IDB": "partner"}),
        ("en", "Attendance: 40 people from Chile, Peru and Portugal.",
         {"CL": "member-country", "PE": "member-country", "PT": "other-country"}),
        ("en", "It was attended by delegates of the Caribbean countries of Barbados, Haiti and Jamaica.",
         {"BB": "member-country", "HT": "member-country", "JM": "other-country"}),
        ("es", "Bahamas, Belice y Suriname tomaron parte por primera vez.",
         {"BS": "member-country", "BZ": "member-country", "SR": "member-country"}),
        ("es", "Se reunieron funcionarios de los ministerios de finanzas de Bolivia, Cuba y Ecuador.",
         {"BO": "member-country", "CU": "member-country", "EC": "member-country"}),
        ("es", "Contó con la asistencia de delegados de Bolivia, Cuba, Ecuador y Rusia.",
         {"BO": "member-country", "CU": "member-country", "EC": "member-country", "RU": "other-country"}),
        ("es", "Delegados de 14 Estados Miembros (Argentina, Bolivia, Brasil) y dos observadores (Canadá "
         "y España) asistieron.",
         {"AR": "member-country", "BO": "member-country", "BR": "member-country",
          "CA": "other-country", "ES": "other-country"}),
        ("es", "Colombia estuvo representada por su Ministerio de Puertos.",
         {"CO": "member-country", "Ministerio de Puertos": "participant"}),
        ("es", "A la cita acudieron delegaciones de Chile, Perú y Portugal, además de la ALADI y la Liga de Faros.",
         {"ALADI": "participant", "CL": "member-country", "Liga de Faros": "participant",
          "PE": "member-country", "PT": "other-country"}),
        ("es", "El taller, que organizaron el SELA y la Liga de Faros, reunió a pilotos de Chile, Perú y Cuba.",
         {"CL": "member-country", "CU": "member-country", "Liga de Faros": "partner", "PE": "member-country"}),
        ("pt", "Estiveram presentes delegados da Argentina, do Brasil, do Chile e da Espanha.",
         {"AR": "member-country", "BR": "member-country", "CL": "member-country", "ES": "other-country"}),
        ("fr", "Étaient présents des délégués de l'Argentine, du Brésil, du Chili et de l'Espagne.",
         {"AR": "member-country", "BR": "member-country", "CL": "member-country", "ES": "other-country"}),
        ("fr", "Organisé conjointement par la CEPALC et l'Institut des Phares, l'atelier a réuni des "
         "experts du Chili, du Pérou et du Portugal.",
         {"CEPALC": "partner", "CL": "member-country", "Institut des Phares": "partner",
          "PE": "member-country", "PT": "other-country"}),
    ],
)  # fmt: skip
def test_countries_take_part_where_a_sentence_says_that_they_came(language, told, expected):
    assert reported(told, language) == expected


@pytest.mark.parametrize(
    ("language", "told", "expected"),
    [
        ("en", "The workshop was made possible by a contribution of the Lamp Fund.",
         {"Lamp Fund": "funder"}),
        ("en", "The Secretariat organised it in cooperation with the Port Office, the Pilots' League and "
         "the Government of Aruba.",
         {"Government of Aruba": "host", "Pilots' League": "partner", "Port Office": "partner"}),
        ("en", "With the collaboration of the Lamp Institute and under the auspices of ALADI, a course was given.",
         {"ALADI": "partner", "Lamp Institute": "partner"}),
        ("en", "The speakers were the Director of the Lamp Institute, the President of the Coast Bank of "
         "Chile and an expert of the OECD.",
         {"Coast Bank of Chile": "participant", "Lamp Institute": "participant", "OECD": "participant"}),
        ("en", "Also present were representatives of the IMO, ILO and the Association of Caribbean States (ACS).",
         {"Association of Caribbean States": "participant", "ILO": "participant", "IMO": "participant"}),
        ("en", "It was inaugurated by the Minister of Ports of Chile, Ana Ruiz, and the Secretary General "
         "of ALADI, Luis Paz.",
         {"ALADI": "participant"}),
        ("en", "The Lamp Institute acted as technical secretariat and IMO experts drew up the charts.",
         {"Lamp Institute": "partner"}),
        ("en", "The travel of four participants was paid by the European Union; interpretation was "
         "provided by ALADI.",
         {"ALADI": "partner", "European Union": "funder"}),
        ("en", "The project is run by the Lamp Institute on behalf of SELA.",
         {"Lamp Institute": "partner"}),
        ("en", "It was the result of an agreement between SELA and the Lamp Institute.",
         {"Lamp Institute": "partner"}),
        ("en", "Support was received from the Lamp Fund.",
         {"Lamp Fund": "funder"}),
        ("en", "The panel brought together Ana Ruiz (Lamp Institute), Luis Paz (Coast Bank of Chile) and "
         "Eva Sol (OAS).",
         {"Coast Bank of Chile": "participant", "Lamp Institute": "participant", "OAS": "participant"}),
        ("en", "The Regional Centre for Lamps (RCL), based in Lima, and the Lamp Institute jointly ran the sessions.",
         {"Lamp Institute": "partner", "Regional Centre for Lamps": "partner"}),
        ("en", "The event had as partners ALADI and the Lamp Institute.",
         {"ALADI": "partner", "Lamp Institute": "partner"}),
        ("en", "The Lamp Institute was represented by its director.",
         {"Lamp Institute": "participant"}),
        ("en", "The course was certified by the University of Sails.",
         {"University of Sails": "partner"}),
        ("en", "The Permanent Mission of Chile and the Embassy of Peru were present.",
         {"Embassy of Peru": "participant", "Permanent Mission of Chile": "participant"}),
        ("en", "SELA was invited by the Lamp Institute to speak at its congress.",
         {"Lamp Institute": "host"}),
        ("es", "El taller fue posible gracias a un aporte del Fondo Faro.",
         {"Fondo Faro": "funder"}),
        ("es", "La Secretaría lo organizó en cooperación con la Oficina de Puertos, la Liga de Faros y el "
         "Gobierno de Aruba.",
         {"Gobierno de Aruba": "host", "Liga de Faros": "partner", "Oficina de Puertos": "partner"}),
        ("es", "Estuvieron también presentes representantes de la OMI, la OIT y la Asociación de Estados "
         "del Caribe (AEC).",
         {"Asociación de Estados del Caribe": "participant", "OIT": "participant", "OMI": "participant"}),
        ("es", "Fue inaugurado por la Ministra de Puertos de Chile, Ana Ruiz, y el Secretario General de "
         "la ALADI, Luis Paz.",
         {"ALADI": "participant"}),
        ("es", "Se recibió apoyo del Fondo Faro.",
         {"Fondo Faro": "funder"}),
        ("es", "El panel reunió a Ana Ruiz (Instituto de Faros), Luis Paz (Banco de la Costa) y Eva Sol (OEA).",
         {"Banco de la Costa": "participant", "Instituto de Faros": "participant", "OEA": "participant"}),
        ("es", "El Instituto de Faros tuvo a su cargo la secretaría técnica.",
         {"Instituto de Faros": "partner"}),
        ("es", "El evento tuvo como socios a la ALADI y al Instituto de Faros.",
         {"ALADI": "partner", "Instituto de Faros": "partner"}),
        ("es", "El SELA, la CEPAL y el Instituto de Faros celebraron un taller en Lima.",
         {"CEPAL": "partner", "Instituto de Faros": "partner"}),
        ("es", "Con el auspicio y el financiamiento de la Unión Europea se celebró el taller.",
         {"Unión Europea": "funder"}),
        ("es", "Por parte de la ALADI intervino Ana Ruiz y por parte del BID, Luis Paz.",
         {"ALADI": "participant", "BID": "participant"}),
        ("es", "La Comisión Nacional de Barcos del Perú (CNB) fue la contraparte.",
         {"Comisión Nacional de Barcos del Perú": "partner"}),
        ("es", "Junto a la Liga de Faros, el SELA dictó el curso.",
         {"Liga de Faros": "partner"}),
        ("es", "Se invitó a la ALADI y a la Liga de Faros, que enviaron ponentes.",
         {"ALADI": "participant", "Liga de Faros": "participant"}),
        ("pt", "O curso foi possível graças a uma contribuição do Fundo Farol.",
         {"Fundo Farol": "funder"}),
        ("pt", "O evento contou com o apoio do BID e da Liga dos Faróis.",
         {"BID": "partner", "Liga dos Faróis": "partner"}),
        ("pt", "A abertura foi feita pelo Ministro dos Portos do Brasil e pelo Secretário-Geral da ALADI.",
         {"ALADI": "participant"}),
        ("fr", "Le cours a été rendu possible grâce à une contribution du Fonds des Phares.",
         {"Fonds des Phares": "funder"}),
        ("fr", "L'événement a bénéficié de l'appui de la BID et de la Ligue des Phares.",
         {"BID": "partner", "Ligue des Phares": "partner"}),
    ],
)  # fmt: skip
def test_organisations_take_part_in_many_turns_of_phrase(language, told, expected):
    assert reported(told, language) == expected


@pytest.mark.parametrize(
    ("language", "told"),
    [
        ("en", "The meeting was held in Lima to strengthen relations with the European Union."),
        ("en", "It took place in parallel with the Assembly of the OAS."),
        ("en", "The seminar examined trade with China and the role of the Development Bank of China."),
        ("en", "The document was sent to the IDB with a letter of the Secretariat."),
        ("en", "The report describes how the World Bank supports courses for pilots."),
        ("en", "The IMF, the OECD and the IDB agree that lamps pay."),
        ("en", "As the OECD explained in its last report, lamps pay."),
        ("en", "The study covers Chile, Peru and Spain, and representatives of business will read it."),
        ("en", "It deals with Chile, whose Ministry of Ports lends its halls to pilots."),
        ("en", "The Caribbean Development Bank gave 40 scholarships to students in 2013."),
        ("en", "Members of ALADI present at the Council approved the plan."),
        ("en", "The plan of the Pacific Alliance was presented to the public in Lima."),
        ("en", "The first, held in Bogota with the Ministry of Boats of Colombia in March 2011, had twenty pilots."),
        ("en", "The guide explains the rules of the World Customs Organization."),
        ("en", "Indicators of the World Bank and of the IDB were used."),
        ("en", "The portal was launched with information supplied by the port offices of Chile and Peru."),
        ("en", "Fishermen from Chile, Peru and Ecuador suffer from the warm current."),
        ("en", "A memorandum of the Ministry of Ports of Chile was quoted."),
        ("en", "The course is intended for officials of Chile, Peru and Cuba."),
        ("en", "The United States and Italy were analysed as sources of money."),
        ("en", "In the view of the IMF, growth will be slow in Chile and Peru."),
        ("en", "It responds to a mandate of the Summit of CELAC."),
        ("es", "La reunión se celebró para estrechar las relaciones con la Unión Europea."),
        ("es", "El estudio analiza el comercio con China y el papel del Banco de Desarrollo de China."),
        ("es", "Se trata de un acuerdo entre Chile y Perú con el apoyo de sus pescadores."),
        ("es", "Los pescadores de Chile, Perú y Ecuador sufren la corriente cálida."),
        ("es", "El Banco Mundial estima que Chile y Perú crecerán."),
        ("es", "El curso se dirige a funcionarios de Chile, Perú y Cuba."),
        ("es", "Los casos tratados son Chile, Perú y Cuba."),
        ("es", "El mandato proviene de la Cumbre de la CELAC."),
        ("es", "Según el director del Instituto de Faros, los faros son caros."),
        ("es", "El texto se remitió a la CEPAL y a los ministerios de Chile y Perú."),
        ("es", "La Alianza del Pacífico participa en el comercio con Asia."),
        ("es", "El Fondo Monetario Internacional presentó sus cifras en Washington."),
        ("pt", "O estudo analisa o Chile, o Peru e Portugal."),
        ("pt", "Os pescadores do Chile e do Peru sofrem."),
        ("fr", "L'étude porte sur le Chili, le Pérou et le Portugal."),
        ("fr", "Le FMI prévoit une croissance lente au Chili et au Pérou."),
    ],
)
def test_what_a_text_is_about_takes_no_part(language, told):
    assert reported(told, language) == {}


@pytest.mark.parametrize(
    "background",
    [
        "In 2029 the Lamp Institute hosted a course for pilots of Chile, Peru and Cuba with CAF.",
        "The Lamp Institute, ALADI and CAF have asked for a meeting, and Chile offered to host it.",
        "According to the ILO, which will publish its figures in May, pilots of Chile and Peru are few.",
    ],
)
def test_what_a_plan_says_of_others_gives_no_role(background):
    assert planned(background) == {}


def test_a_former_member_state_is_one_in_the_years_in_which_it_was():
    text = "Annual Report\n\nThis tells of the period January 2012 - December 2012.\n\nACTIVITY 1. Ports\n\n{}\n"
    told = text.format("It was attended by delegates of Chile and Costa Rica.")
    assert taking_part(told) == {"CL": "member-country", "CR": "member-country"}
    assert reported("It was attended by delegates of Chile and Costa Rica.")["CR"] == "other-country"
