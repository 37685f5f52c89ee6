-- The nearest deadline of a case that the law sets and that is not met yet: a date names nobody.

alter table cases add column due_at text;

create index cases_by_due on cases (due_at is null, due_at, year, serial, status, drafts, number);

-- How the station reads the law where courts read it differently.

create table readings (
    name text primary key,
    value text not null
) strict, without rowid;

-- What an officer decided about default bail in place of what the sections charged say, and why.

create table bail_decisions (
    case_id text primary key references cases,
    days integer not null check (days in (60, 90)),
    sealed_reason blob not null,
    by text not null,
    at text not null
) strict;

-- What a sealed record tells out of its order or out of time, and the reason given for it.

create table departures (
    record_id text not null references records,
    rule text not null,
    person text not null,
    at text not null,
    sealed_reason blob not null,
    primary key (record_id, rule, person, at)
) strict, without rowid;

create trigger departures_fixed before update on departures begin
    select raise(abort, 'a reason that was given stays');
end;

create trigger departures_stay before delete on departures begin
    select raise(abort, 'a reason that was given stays');
end;
