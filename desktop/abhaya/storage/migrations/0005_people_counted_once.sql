-- Somebody may stand in several records of a case under the same code: the case counts each code once, and a
-- child when any record says so.

drop trigger people_counted;
drop trigger people_uncounted;

create trigger people_counted after insert on people when new.role = 'victim' begin
    update cases set (people, children) = (
        select count(distinct code), count(distinct iif(is_child, code, null))
        from people where case_id = new.case_id and role = 'victim'
    ) where id = new.case_id;
end;

create trigger people_uncounted after delete on people when old.role = 'victim' begin
    update cases set (people, children) = (
        select count(distinct code), count(distinct iif(is_child, code, null))
        from people where case_id = old.case_id and role = 'victim'
    ) where id = old.case_id;
end;

update cases set (people, children) = (
    select count(distinct code), count(distinct iif(is_child, code, null))
    from people where case_id = cases.id and role = 'victim'
);
