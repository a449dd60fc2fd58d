"""Participations as fields of an activity: countries in one of two lists, organisations with their role."""

from __future__ import annotations

from dataclasses import dataclass

from pyoxigraph import Literal, NamedNode

from ingest.corrections.editor import RULE, Editor
from ingest.corrections.fields import Field, Plan, Reader
from ingest.corrections.table import Correction
from ingest.corrections.values import Item, country
from ingest.triples import Value
from kg.errors import InvalidInput
from kg.terms import ONTOLOGY, expand, iri

ROLES = ("partner", "participant", "funder", "host", "mentioned")


@dataclass(frozen=True)
class ParticipationField(Field):
    """Those participations of an activity that are in some roles; a value is the participation's IRI."""

    roles: tuple[str, ...] = ()

    def held(self, editor: Editor, entity: NamedNode) -> list[Value]:
        """The participations in these roles."""
        return [node for node in _participations(editor, entity) if _role(editor, node) in self.roles]

    def reader(self, editor: Editor, entity: NamedNode) -> Reader:
        """Reads `UY` where there is one role, else `caf:partner`."""

        def read(text: str) -> Item:
            if len(self.roles) == 1:
                return _participation(editor, entity, _node(country(text)), self.roles[0])
            slug, _, role = text.rpartition(":")
            if role not in self.roles or not slug:
                raise InvalidInput(f"{text!r} has no role. Write caf:partner; roles are {', '.join(self.roles)}.")
            body = NamedNode(iri("org", slug.strip().lower()))
            if not editor.is_a(body, "org:Organization"):
                raise InvalidInput(f"There is no organisation {slug!r} here. `sela directory` finds slugs.")
            return _participation(editor, entity, body, role)

        return read

    def apply(self, plan: Plan, editor: Editor, correction: Correction, entity: NamedNode) -> None:
        """Let participations leave and come; who takes part isn't merely mentioned; `involves` follows."""
        super().apply(plan, editor, correction, entity)
        correction_node = NamedNode(correction.iri)
        editor.add((_node(item), NamedNode(expand("prov:wasDerivedFrom")), correction_node) for item in plan.into)
        taking_part = _involved(editor, entity)
        for node in _participations(editor, entity):
            if _role(editor, node) == "mentioned" and set(editor.values(node, "sela:participant")) & taking_part:
                self.take(node, editor, correction, entity)
        involved = set(editor.values(entity, "sela:involves"))
        for gone in involved - taking_part:
            editor.drop(entity, "sela:involves", gone)
        editor.add((entity, NamedNode(expand("sela:involves")), who) for who in taking_part - involved)

    def take(self, value: Value, editor: Editor, correction: Correction, entity: NamedNode) -> None:
        """Let a participation leave: what it was can still be read, but no activity has it."""
        super().take(value, editor, correction, entity)
        if isinstance(value, NamedNode):
            editor.drop(value, "rdf:type", NamedNode(expand("sela:Participation")))
            editor.drop(value, "sela:inActivity", entity)


def _participation(editor: Editor, activity: NamedNode, who: NamedNode, role: str) -> Item:
    slug = activity.value.rpartition("/")[2]
    node = NamedNode(iri("participation", f"{slug}-{role}-{who.value.rpartition('/')[2].lower()}"))
    said: dict[str, Value] = {
        "rdf:type": NamedNode(expand("sela:Participation")),
        "sela:inActivity": activity,
        "sela:participant": who,
        "sela:role": NamedNode(expand(f"sela:{'participant-role' if role == 'participant' else role}")),
        "sela:printedName": Literal(_called(editor, who)),
        "sela:rule": RULE,
    }  # one that an earlier correction took out keeps what it has
    new = [(node, NamedNode(expand(name)), value) for name, value in said.items() if not editor.values(node, name)]
    return Item(node, tuple(new))


def _called(editor: Editor, who: NamedNode) -> str:
    """An acronym, else the English name, else any: no document prints it here."""
    acronyms = editor.values(who, "sela:acronym")
    names = [name for name in editor.values(who, "skos:prefLabel") if isinstance(name, Literal)]
    english = [name for name in names if name.language == "en"]
    return [*acronyms, *english, *names][0].value


def _participations(editor: Editor, activity: NamedNode) -> list[NamedNode]:
    return [node for node in editor.values(activity, "sela:participation") if isinstance(node, NamedNode)]


def _role(editor: Editor, node: NamedNode) -> str:
    [role] = editor.values(node, "sela:role")
    return role.value.removeprefix(ONTOLOGY).removesuffix("-role")


def _involved(editor: Editor, activity: NamedNode) -> set[Value]:
    nodes = [node for node in _participations(editor, activity) if _role(editor, node) != "mentioned"]
    return {who for node in nodes for who in editor.values(node, "sela:participant")}


def _node(item: Item) -> NamedNode:
    if not isinstance(item.term, NamedNode):
        raise TypeError(f"a participation is a thing, not {item.term}")
    return item.term
