"""A form of 300 questions and a register, which depend on each other, and answers to type into it."""

from __future__ import annotations

from collections.abc import Iterator

GROUPS, QUESTIONS, PEOPLE = 12, 25, 10
NAMESPACES = (
    'xmlns="http://www.w3.org/2002/xforms" xmlns:h="http://www.w3.org/1999/xhtml"'
    ' xmlns:jr="http://openrosa.org/javarosa" xmlns:xsd="http://www.w3.org/2001/XMLSchema"'
)
CHOICES = "".join(
    f"<item><label>{value.title()}</label><value>{value}</value></item>" for value in ("yes", "no", "unknown")
)

REGISTER_BINDS = (
    '<bind nodeset="/data/person/age" type="int" constraint=". &lt; 120"/>'
    '<bind nodeset="/data/person/is_child" type="string" calculate="if(../age &lt; 18, \'yes\', \'no\')"/>'
    '<bind nodeset="/data/person/school" type="string" relevant="../is_child = \'yes\'"/>'
    '<bind nodeset="/data/children" type="int" calculate="count(/data/person[is_child = \'yes\'])"/>'
)
REGISTER = (
    '<group ref="/data/person"><label>Person</label><repeat nodeset="/data/person">'
    '<input ref="/data/person/name"><label>Name</label></input>'
    '<input ref="/data/person/age"><label>Age</label></input>'
    '<input ref="/data/person/school"><label>School</label></input></repeat></group>'
)


def large_form() -> bytes:
    """Return the XForm: in each section one answer shows or hides twelve questions and feeds four sums.

    The last section is a register of ten people, each with a calculated question and one for children only.
    """
    groups = [f"g{number}" for number in range(GROUPS)]
    data = "".join(f"<{group}>{''.join(f'<q{n}/>' for n in range(QUESTIONS))}</{group}>" for group in groups)
    data += "<person><name/><age/><is_child/><school/></person>" * PEOPLE + "<children/>"
    binds = "".join(_bind(group, number) for group in groups for number in range(QUESTIONS)) + REGISTER_BINDS
    body = "".join(
        f'<group ref="/data/{group}"><label>Section {group}</label>'
        f"{''.join(_control(group, number) for number in range(QUESTIONS))}</group>"
        for group in groups
    )
    return (
        f"<h:html {NAMESPACES}><h:head><h:title>Large form</h:title><model><instance>"
        f'<data id="large_form" version="1">{data}</data></instance>{binds}</model></h:head>'
        f"<h:body>{body}{REGISTER}</h:body></h:html>"
    ).encode()


def _bind(group: str, number: int) -> str:
    path = f"/data/{group}"
    rules = {0: 'type="string" required="true()"'}
    rules |= dict.fromkeys(range(1, 13), f'type="string" relevant="{path}/q0 = \'yes\'"')
    rules |= dict.fromkeys(range(13, 17), 'type="int" constraint=". &gt;= 0 and . &lt; 1000"')
    rules |= {n: f'type="int" calculate="{path}/q13 + {path}/q14 * {n}"' for n in range(17, 21)}
    rules |= {n: f'type="string" relevant="{path}/q{n - 4} &gt; 100"' for n in range(21, 25)}
    return f'<bind nodeset="{path}/q{number}" {rules[number]}/>'


def _control(group: str, number: int) -> str:
    path, label = f"/data/{group}/q{number}", f"<label>Question {number} of section {group}</label>"
    if number == 0:
        return f'<select1 ref="{path}">{label}{CHOICES}</select1>'
    return f'<input ref="{path}">{label}</input>'


def answers(rounds: int = 2) -> Iterator[tuple[str, str]]:
    """Yield paths and values as somebody types them, section by section, changing their mind each round."""
    for turn in range(rounds):
        for group in range(GROUPS):
            path = f"/data/g{group}"
            yield f"{path}/q0", "yes" if turn % 2 == 0 else "no"
            yield f"{path}/q13", str(turn * 50 + group)
            yield f"{path}/q14", str(turn * 7 + group)
            yield from ((f"{path}/q{number}", f"answer {turn} {number}") for number in (1, 2, 3, 12))
        for row in range(1, PEOPLE + 1):
            yield f"/data/person[{row}]/name", f"Name {turn} {row}"
            yield f"/data/person[{row}]/age", str(10 + row + turn * 5)
