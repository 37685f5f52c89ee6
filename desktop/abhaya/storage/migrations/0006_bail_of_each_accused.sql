-- Default bail is each accused person's own: a decision is about one of them, or with '' about all of the case.

create table bail_decisions_of_each (
    case_id text not null references cases,
    person text not null,
    days integer not null check (days in (60, 90)),
    sealed_reason blob not null,
    by text not null,
    at text not null,
    primary key (case_id, person)
) strict, without rowid;

insert into bail_decisions_of_each select case_id, '', days, sealed_reason, by, at from bail_decisions;

drop table bail_decisions;

alter table bail_decisions_of_each rename to bail_decisions;
