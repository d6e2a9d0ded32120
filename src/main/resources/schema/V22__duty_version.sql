-- Nothing that says who owed what is overwritten. What changes is kept in versions, of which the newest counts; the program only adds
-- them. Where reading or uniqueness needs rows of what counts today, a table …_current holds what the view …_newest makes of the
-- versions: a trigger of the owner keeps it, the program only reads it, and verify compares the two.

-- The allotment of a point, whole: which body leads, which cooperate, through which contact posts. Without bodies it is withdrawn.
create table duty_version (
    round    bigint      not null references round,
    unit     text        not null references division,
    point    text        not null,
    version  int         not null check (version > 0),
    bodies   bigint[]    not null,
    parts    text[]      not null,
    contacts bigint[]    not null,
    person   text        not null,
    at       timestamptz not null,
    primary key (round, unit, point, version),
    check (cardinality(parts) = cardinality(bodies) and cardinality(contacts) = cardinality(bodies))
);

-- Who made the allotments that stand, and when, the ledger tells.
insert into duty_version (round, unit, point, version, bodies, parts, contacts, person, at)
select round, unit, point, 1, array_agg(body order by part desc, body), array_agg(part order by part desc, body),
       array_agg(contact order by part desc, body), '', now()
  from duty
 group by round, unit, point;

alter table duty rename to duty_current;

create view duty_newest as
select v.round, v.unit, v.point, p.body, p.part, p.contact
  from (select distinct on (round, unit, point) round, unit, point, bodies, parts, contacts
          from duty_version
         order by round, unit, point, version desc) v,
       unnest(v.bodies, v.parts, v.contacts) as p (body, part, contact);

create function duty_keep() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
    delete from duty_current
     where round = new.round and unit = new.unit and point = new.point;
    insert into duty_current (round, unit, point, body, part, contact)
    select round, unit, point, body, part, contact
      from duty_newest
     where round = new.round and unit = new.unit and point = new.point;
    return null;
end $$;
create trigger duty_keep after insert on duty_version for each row execute function duty_keep();

-- Whether a body owes this, too.
create table obligation_version (
    round   bigint      not null references round,
    unit    text        not null references division,
    body    bigint      not null references body,
    kind    text        not null check (kind in ('summary', 'evidence', 'contact', 'self-evaluation')),
    version int         not null check (version > 0),
    owes    boolean     not null,
    person  text        not null,
    at      timestamptz not null,
    primary key (round, unit, body, kind, version)
);

insert into obligation_version (round, unit, body, kind, version, owes, person, at)
select round, unit, body, kind, 1, true, '', now()
  from obligation;

alter table obligation rename to obligation_current;

create view obligation_newest as
select round, unit, body, kind
  from (select distinct on (round, unit, body, kind) round, unit, body, kind, owes
          from obligation_version
         order by round, unit, body, kind, version desc) v
 where owes;

create function obligation_keep() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
    delete from obligation_current
     where round = new.round and unit = new.unit and body = new.body and kind = new.kind;
    insert into obligation_current (round, unit, body, kind)
    select round, unit, body, kind
      from obligation_newest
     where round = new.round and unit = new.unit and body = new.body and kind = new.kind;
    return null;
end $$;
create trigger obligation_keep after insert on obligation_version for each row execute function obligation_keep();

-- The answer to an urging, once.
create table urging_answer (
    urging bigint      primary key references urging,
    text   text        not null,
    person text        not null,
    at     timestamptz not null
);

insert into urging_answer (urging, text, person, at)
select id, coalesce(answer, ''), coalesce(answerer, ''), answered
  from urging
 where answered is not null;

alter table urging
    drop column answer,
    drop column answered,
    drop column answerer;

revoke all on function duty_keep(), obligation_keep() from public;
revoke insert, update, delete on duty_current, obligation_current from ${app};
revoke update on urging from ${app};
grant select, insert on duty_version, obligation_version, urging_answer to ${app};
