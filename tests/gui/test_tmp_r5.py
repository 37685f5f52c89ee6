from __future__ import annotations
from datetime import UTC, datetime
import pytest, time, resource
from test_whole_cases import fill
from abhaya.demo import invented_cases as ic
from importlib.resources import files
from abhaya.workflows.open_case import new_case

@pytest.fixture
def clock():
    return lambda: datetime(2026, 11, 24, 5, 0, tzinfo=UTC)

@pytest.mark.timeout(1500)
def test_two(open_desk, with_modal):
    case=ic._case(next(f for f in (files("abhaya_resources")/"demo").iterdir() if 'rupaidiha' in f.name))
    page = open_desk(language="ne")
    opened = new_case(page.desk, kind=case.kind, summary=case.summary, event_on=case.event_on, district=case.district)
    for n,r in enumerate(case.records,1):
        t=time.time()
        with open('/tmp/abhaya/r5/steps.log','a') as f: f.write(f'{n} {r.form_id} begin rss {open("/proc/self/statm").read().split()[1]}\n')
        fill(page, opened.id, case, r, with_modal)
        with open('/tmp/abhaya/r5/steps.log','a') as f: f.write(f'   done {time.time()-t:.0f}s\n')
