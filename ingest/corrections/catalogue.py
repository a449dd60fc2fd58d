"""What can be corrected. To add a field: a line here."""

from __future__ import annotations

from collections.abc import Mapping

from ingest.corrections import values
from ingest.corrections.fields import AcronymField, DatesField, Field, NameField
from ingest.corrections.participations import ROLES, ParticipationField

GOALS = ("sela:statesGoal", "sela:inheritsGoal", "sela:suggestsGoal")  # whichever it is, a goal taken out is gone
PARTICIPATION = ("sela:participation",)

FIELDS: Mapping[str, Field] = {
    "status": Field("activity", ("sela:status",), values.status, required=True),
    "rescheduled_to": Field("activity", ("sela:rescheduledTo",), values.a_year),
    "modality": Field("activity", ("sela:modality",), values.modality, many=True),
    "dates": DatesField("activity", ("sela:heldDuring",), values.period, many=True),
    "places": Field("activity", ("sela:heldIn",), values.place, many=True),
    "participants": Field("activity", ("sela:participantCount",), values.count),
    "member_countries": ParticipationField(
        "activity", PARTICIPATION, values.country, many=True, roles=("member-country",)
    ),
    "other_countries": ParticipationField(
        "activity", PARTICIPATION, values.country, many=True, roles=("other-country",)
    ),
    "organisations": ParticipationField("activity", PARTICIPATION, values.plain, many=True, roles=ROLES),
    "sdgs": Field("activity", GOALS, values.goal, many=True),
    "title": NameField("activity", ("dcterms:title",), values.plain, required=True),
    "event_title": Field("activity", ("sela:eventTitle",), values.plain),
    "code": Field("activity", ("sela:code",), values.plain),
    "label": NameField("organisation", ("skos:prefLabel",), values.plain, required=True),
    "acronym": AcronymField("organisation", ("sela:acronym",), values.plain, required=True),
}
