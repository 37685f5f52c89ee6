"""A small form with everything a workflow looks at: identity, a register, a rule, a required answer."""

from __future__ import annotations

from pathlib import Path

SMALL_FORM = """
survey:
- type: text
  name: place
  label::English (en): Place
  label::हिन्दी (hi): स्थान
  label::नेपाली (ne): ठाउँ
  required: yes
  required_message::English (en): Write the place
  required_message::हिन्दी (hi): स्थान लिखें
  required_message::नेपाली (ne): ठाउँ लेख्नुहोस्
- type: begin_repeat
  name: rescued
  label::English (en): Person rescued
  label::हिन्दी (hi): बचाया गया व्यक्ति
  label::नेपाली (ne): उद्धार गरिएको व्यक्ति
- type: text
  name: person_code
  label::English (en): Victim code
  label::हिन्दी (hi): पीड़ित कोड
  label::नेपाली (ne): पीडित कोड
  read_only: yes
  bind::abhaya:person: victim
- type: text
  name: full_name
  label::English (en): Full name
  label::हिन्दी (hi): पूरा नाम
  label::नेपाली (ne): पूरा नाम
  bind::abhaya:mask: identity
  bind::abhaya:carry: person.full_name
- type: integer
  name: age_years
  label::English (en): Age
  label::हिन्दी (hi): आयु
  label::नेपाली (ne): उमेर
  constraint: . >= 0 and . < 120
  constraint_message::English (en): Between 0 and 119
  constraint_message::हिन्दी (hi): 0 से 119 के बीच
  constraint_message::नेपाली (ne): 0 देखि 119 बीच
- type: text
  name: is_child
  label::English (en): Child (below 18)
  label::हिन्दी (hi): बालक (18 वर्ष से कम)
  label::नेपाली (ne): बालबालिका (१८ वर्षमुनि)
  read_only: yes
  calculation: if(${age_years} = '', '', if(${age_years} < 18, 'yes', 'no'))
- type: end_repeat
settings:
- form_title: Small form
  form_id: small_form
  version: '1'
  default_language: English (en)
  namespaces: abhaya="urn:abhaya:forms:1"
"""

NAMES = ("सीता तामाङ (डेमो)", "Bimala Rai (DEMO)")
"""Invented names."""

ANSWERS = {
    "/data/place": "Sonauli gate, near the tea stall",
    "/data/rescued[1]/full_name": NAMES[0],
    "/data/rescued[1]/age_years": "१५",
    "/data/rescued[2]/full_name": NAMES[1],
    "/data/rescued[2]/age_years": "22",
}


def write_small_form(folder: Path, text: str = SMALL_FORM) -> Path:
    """Write the form's source into ``folder``."""
    path = folder / "small_form.yaml"
    path.write_text(text, encoding="utf-8")
    return path
