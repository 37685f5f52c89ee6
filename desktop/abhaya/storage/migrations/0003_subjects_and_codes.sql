-- Whom a record is about, by code; and the last code given for each role of a case, which is never given
-- again, whatever becomes of its row.

alter table records add column subject text not null default '';

create table given_codes (
    case_id text not null references cases,
    role text not null,
    last integer not null,
    primary key (case_id, role)
) strict, without rowid;

insert into given_codes
select case_id, role, max(cast(substr(code, 3) as integer)) from people group by case_id, role;

create trigger sealed_subject_stays before update on records
when old.status <> 'draft' and new.subject is not old.subject begin
    select raise(abort, 'record is sealed');
end;

create trigger draft_subject_stays before update on records
when old.status = 'draft' and new.subject is not old.subject begin
    select raise(abort, 'a record stays where it was started');
end;

-- A draft may be dropped while nothing was told in it, which only the program can see; what was sealed stays.

drop trigger records_stay;

create trigger records_stay before delete on records
when old.status <> 'draft' or old.corrects is not null begin
    select raise(abort, 'records are never deleted');
end;

create trigger records_uncounted after delete on records begin
    update cases set drafts = drafts - 1 where id = old.case_id;
end;
