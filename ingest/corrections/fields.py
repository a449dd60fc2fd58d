"""A field that can be corrected: what it holds, what a correction's value asks for, and doing it.

A value is written as `sela activities --csv` shows it, with `|` between the values of a list. They stand for the
whole list; where each has a sign, `+ES|-FR`, they are put into the list or taken out of it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Literal as OneOf

from pyoxigraph import Literal, NamedNode

from ingest.corrections.editor import Editor
from ingest.corrections.table import Correction
from ingest.corrections.values import Item, a_name
from ingest.triples import Value
from kg.errors import InvalidInput
from kg.terms import expand

START, COVERS = "schema:startDate", "sela:coversYear"
GYEAR = NamedNode(expand("xsd:gYear"))

Kind = OneOf["activity", "organisation"]
Reader = Callable[[str], Item]


class NoLongerFits(InvalidInput):
    """What a correction asks for is so already, or is about something that isn't there."""


@dataclass(frozen=True)
class Plan:
    """Which values leave and which come."""

    out: tuple[Value, ...]
    into: tuple[Item, ...]


@dataclass(frozen=True)
class Field:
    """A field of an activity or organisation: its properties in the graph, and how a value of it is read."""

    of: Kind
    properties: tuple[str, ...]
    read: Reader
    many: bool = False
    required: bool = False

    def held(self, editor: Editor, entity: NamedNode) -> list[Value]:
        """The values that an entity has now."""
        return list(dict.fromkeys(value for name in self.properties for value in editor.values(entity, name)))

    def firm(self, editor: Editor, entity: NamedNode) -> list[Value]:
        """Those of them that it has by the first property, as a correction would bring them."""
        by_first = editor.values(entity, self.properties[0])
        return [value for value in self.held(editor, entity) if value in by_first]

    def reader(self, editor: Editor, entity: NamedNode) -> Reader:
        """Reads values for this entity."""
        return self.read

    def plan(self, text: str, editor: Editor, entity: NamedNode) -> Plan:
        """What a value asks for; raises InvalidInput where it is none of this field, NoLongerFits where it is moot."""
        held, firm, read = self.held(editor, entity), self.firm(editor, entity), self.reader(editor, entity)
        if self.required and not text:
            raise InvalidInput("The value is blank, and this field must have one.")
        parts = [part.strip() for part in text.split("|") if part.strip()] if self.many else [text] if text else []
        signs = {part[0] if self.many and part[0] in "+-" else "" for part in parts}
        if len(signs) > 1 and "" in signs:
            raise InvalidInput(f"{text!r} mixes values with and without a sign. Give each a + or a -, or none.")
        if signs - {""}:
            return _signed(parts, read, held, firm)
        wanted = {item.term: item for item in map(read, parts)}
        out = tuple(value for value in held if value not in wanted)
        into = tuple(item for term, item in wanted.items() if term not in firm)
        if not out and not into:
            raise NoLongerFits("The graph says so without it.")
        return Plan(out, into)

    def apply(self, plan: Plan, editor: Editor, correction: Correction, entity: NamedNode) -> None:
        """Let values leave and come."""
        for value in plan.out:
            self.take(value, editor, correction, entity)
        for item in plan.into:
            self.take(item.term, editor, correction, entity)  # where it was known in another way, as a goal inferred
            editor.bring(correction, entity, self.properties[0], item)

    def take(self, value: Value, editor: Editor, correction: Correction, entity: NamedNode) -> None:
        """Let a value leave, by whichever of the properties the entity has it."""
        for name in self.properties:
            if value in editor.values(entity, name):
                editor.take(correction, entity, name, value)


def _signed(parts: Iterable[str], read: Reader, held: list[Value], firm: list[Value]) -> Plan:
    """Values to put into a list (+) and to take out of it (-)."""
    out: list[Value] = []
    into: list[Item] = []
    for part in parts:
        sign, said = part[0], part[1:].strip()
        item = read(said)
        if sign == "+" and item.term in firm:
            raise NoLongerFits(f"{said} is there already.")
        if sign == "-" and item.term not in held:
            raise NoLongerFits(f"{said} is not there to take out.")
        if sign == "+":
            into.append(item)
        else:
            out.append(item.term)
    return Plan(tuple(out), tuple(into))


@dataclass(frozen=True)
class NameField(Field):
    """A name or title, one in each language: only the one in the value's language is corrected."""

    def plan(self, text: str, editor: Editor, entity: NamedNode) -> Plan:
        """The name's language stands behind an @, else it is that of the only name there is, else English."""
        held = [value for value in self.held(editor, entity) if isinstance(value, Literal)]
        languages = {value.language for value in held if value.language}
        name = a_name(text, language=languages.pop() if len(languages) == 1 else "en")
        same = tuple(value for value in held if value.language == name.term.language and value != name.term)
        if name.term in held:
            raise NoLongerFits("The graph says so without it.")
        return Plan(same, (name,))


@dataclass(frozen=True)
class DatesField(Field):
    """The dates of an activity, from which the years follow that it covers."""

    def apply(self, plan: Plan, editor: Editor, correction: Correction, entity: NamedNode) -> None:
        """Let periods leave and come; without any, the years of the document hold."""
        super().apply(plan, editor, correction, entity)
        dated = {start.value[:4] for period in self.held(editor, entity) for start in _of(editor, period, START)}
        covered: list[Value] = [Literal(each, datatype=GYEAR) for each in sorted(dated)]
        for document in [] if covered else editor.values(entity, "sela:inDocument"):
            covered += _of(editor, document, COVERS)
        for old in editor.values(entity, COVERS):
            editor.drop(entity, COVERS, old)
        editor.add((entity, NamedNode(expand(COVERS)), each) for each in covered)


def _of(editor: Editor, thing: Value, name: str) -> list[Value]:
    return editor.values(thing, name) if isinstance(thing, NamedNode) else []


@dataclass(frozen=True)
class AcronymField(Field):
    """An acronym, which stands among all the acronyms of its organisation too."""

    def apply(self, plan: Plan, editor: Editor, correction: Correction, entity: NamedNode) -> None:
        """Let the acronym leave and come in both places."""
        super().apply(plan, editor, correction, entity)
        for value in plan.out:
            editor.drop(entity, "skos:notation", value)
        editor.add((entity, NamedNode(expand("skos:notation")), item.term) for item in plan.into)
