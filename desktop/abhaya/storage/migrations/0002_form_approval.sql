-- Who answered for a form that others wrote: name and office, as said by the supervisor who brought it in.
alter table forms add column approved_by text not null default '';
