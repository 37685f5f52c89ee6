-- The station database.  Columns in the clear name nobody; every blob called sealed_* or *_key is sealed
-- before it gets here.  Times are ISO 8601 in UTC with microseconds, so text order is time order.

create table cases (
    id text primary key,
    number text not null unique,
    year integer not null,
    serial integer not null,
    kind text not null,
    status text not null,
    opened_at text not null,
    opened_by text not null,
    updated_at text not null,
    event_on text,
    district text not null,
    fir_number text not null,
    people integer not null default 0,
    children integer not null default 0,
    drafts integer not null default 0,
    sealed integer not null default 0,
    attachments integer not null default 0,
    wrapped_key blob not null,
    sealed_summary blob not null
) strict;

-- One index per order of the list.  What filters look at rides along, so that a filter reads no case row;
-- nothing in them but the time of the change is touched by saving a draft.
create index cases_by_number on cases (year, serial, status, drafts, number);
create index cases_by_kind on cases (kind, year, serial, status, drafts, number);
create index cases_by_event on cases (event_on, year, serial, status, drafts, number);
create index cases_by_update on cases (updated_at, year, serial, status, drafts, number);

create table forms (
    sha256 text primary key,
    form_id text not null,
    version text not null,
    titles text not null,
    imported_by text not null,
    imported_at text not null,
    xform blob not null,
    unique (form_id, version)
) strict;

create table records (
    id text primary key,
    case_id text not null references cases,
    number integer not null,
    form_id text not null,
    form_version text not null,
    form_sha256 text not null references forms,
    language text not null,
    status text not null check (status in ('draft', 'sealed', 'superseded')),
    version integer not null,
    created_at text not null,
    created_by text not null,
    updated_at text not null,
    sealed_at text,
    sealed_by text not null,
    content_sha256 text not null,
    corrects text references records,
    answered integer not null,
    questions integer not null,
    problems integer not null,
    sealed_content blob not null,
    unique (case_id, number, version),
    check ((status = 'draft') = (sealed_at is null)),
    check ((status = 'draft') = (content_sha256 = ''))
) strict;

create index records_by_correction on records (corrects) where corrects is not null;

create table people (
    id text primary key,
    case_id text not null references cases,
    code text not null,
    role text not null,
    is_child integer check (is_child in (0, 1)),
    record_id text not null references records,
    row integer not null,
    sealed_identity blob not null,
    unique (record_id, role, row)
) strict;

create index people_by_case on people (case_id, role, code);

create table attachments (
    id text primary key,
    case_id text not null references cases,
    serial integer not null,
    code text not null,
    media_type text not null,
    size integer not null,
    sha256 text not null,
    pages integer not null,
    added_at text not null,
    added_by text not null,
    record_id text references records,
    sealed_label blob not null,
    sealed_key blob not null,
    unique (case_id, serial)
) strict;

create table custody (
    number integer primary key,
    attachment_id text not null references attachments,
    at text not null,
    by text not null,
    action text not null
) strict;

create index custody_by_attachment on custody (attachment_id);

create table grants (
    case_id text not null references cases,
    person_id text not null,
    sealed_key blob not null,
    primary key (case_id, person_id)
) strict, without rowid;

create index grants_by_person on grants (person_id);

create table audit (
    number integer primary key check (number > 0),
    at text not null,
    by text not null,
    action text not null,
    subject text not null,
    detail text not null,
    previous blob not null check (length(previous) = 32),
    hash blob not null unique check (length(hash) = 32)
) strict;

-- Roots of the complete subtrees of the RFC 6962 tree over the entries: the one at a level counts only
-- while that bit of the number of entries is set.
create table audit_subtree (
    level integer primary key,
    hash blob not null
) strict;

create table audit_checkpoint (
    count integer primary key,
    root blob not null,
    at text not null,
    by text not null,
    signature blob not null
) strict;

-- Counts of a case, kept where its line is read.

create trigger people_counted after insert on people when new.role = 'victim' begin
    update cases set people = people + 1, children = children + (new.is_child is 1) where id = new.case_id;
end;

create trigger people_uncounted after delete on people when old.role = 'victim' begin
    update cases set people = people - 1, children = children - (old.is_child is 1) where id = old.case_id;
end;

create trigger people_replaced_whole before update on people begin
    select raise(abort, 'people are replaced, not changed');
end;

create trigger records_counted after insert on records begin
    update cases set drafts = drafts + (new.status = 'draft'), sealed = sealed + (new.status = 'sealed')
    where id = new.case_id;
end;

create trigger records_recounted after update of status on records when old.status <> new.status begin
    update cases set
        drafts = drafts + (new.status = 'draft') - (old.status = 'draft'),
        sealed = sealed + (new.status = 'sealed') - (old.status = 'sealed')
    where id = new.case_id;
end;

create trigger attachments_counted after insert on attachments begin
    update cases set attachments = attachments + 1 where id = new.case_id;
end;

-- What must never change.

create trigger sealed_record_stays before update on records when old.status <> 'draft' and not (
    old.status = 'sealed' and new.status = 'superseded'
    and new.id is old.id and new.case_id is old.case_id and new.number is old.number
    and new.form_id is old.form_id and new.form_version is old.form_version
    and new.form_sha256 is old.form_sha256 and new.language is old.language and new.version is old.version
    and new.created_at is old.created_at and new.created_by is old.created_by
    and new.updated_at is old.updated_at and new.sealed_at is old.sealed_at and new.sealed_by is old.sealed_by
    and new.content_sha256 is old.content_sha256 and new.corrects is old.corrects
    and new.answered is old.answered and new.questions is old.questions and new.problems is old.problems
    and new.sealed_content is old.sealed_content
) begin
    select raise(abort, 'record is sealed');
end;

create trigger draft_stays_in_place before update on records when old.status = 'draft' and (
    new.id is not old.id or new.case_id is not old.case_id or new.number is not old.number
    or new.version is not old.version or new.corrects is not old.corrects
) begin
    select raise(abort, 'a record stays where it was started');
end;

create trigger records_stay before delete on records begin
    select raise(abort, 'records are never deleted');
end;

create trigger forms_fixed before update on forms begin
    select raise(abort, 'a released form never changes');
end;

create trigger forms_stay before delete on forms begin
    select raise(abort, 'forms are never deleted');
end;

create trigger attachments_fixed before update on attachments begin
    select raise(abort, 'attachments never change');
end;

create trigger attachments_stay before delete on attachments begin
    select raise(abort, 'attachments are never deleted');
end;

create trigger custody_fixed before update on custody begin
    select raise(abort, 'custody is append-only');
end;

create trigger custody_stays before delete on custody begin
    select raise(abort, 'custody is append-only');
end;

create trigger audit_follows before insert on audit
when new.number <> (select coalesce(max(number), 0) + 1 from audit)
    or new.previous <> coalesce((select hash from audit order by number desc limit 1), zeroblob(32)) begin
    select raise(abort, 'audit is append-only');
end;

create trigger audit_fixed before update on audit begin
    select raise(abort, 'audit is append-only');
end;

create trigger audit_stays before delete on audit begin
    select raise(abort, 'audit is append-only');
end;

create trigger checkpoints_fixed before update on audit_checkpoint begin
    select raise(abort, 'audit is append-only');
end;

create trigger checkpoints_stay before delete on audit_checkpoint begin
    select raise(abort, 'audit is append-only');
end;
