-- The days of a round and who is sent to visit a unit, in versions of which the newest counts.
create table milestone_version (
    round   bigint      not null references round,
    unit    text        not null,
    stage   text        not null,
    version int         not null check (version > 0),
    due     date        not null,
    person  text        not null,
    at      timestamptz not null,
    primary key (round, unit, stage, version)
);

insert into milestone_version (round, unit, stage, version, due, person, at)
select round, unit, stage, 1, due, '', now()
  from milestone;

alter table milestone rename to milestone_current;
alter table milestone_current alter column unit drop default;

create view milestone_newest as
select distinct on (round, unit, stage) round, unit, stage, due
  from milestone_version
 order by round, unit, stage, version desc;

create function milestone_keep() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
    delete from milestone_current
     where round = new.round and unit = new.unit and stage = new.stage;
    insert into milestone_current (round, unit, stage, due)
    select round, unit, stage, due
      from milestone_newest
     where round = new.round and unit = new.unit and stage = new.stage;
    return null;
end $$;
create trigger milestone_keep after insert on milestone_version for each row execute function milestone_keep();

-- Sent to a unit by whom and when, or not any more.
create table visit_inspector_version (
    round   bigint      not null,
    unit    text        not null,
    post    bigint      not null references post,
    version int         not null check (version > 0),
    sent    boolean     not null,
    person  text        not null,
    at      timestamptz not null,
    primary key (round, unit, post, version),
    foreign key (round, unit) references sample_unit
);

insert into visit_inspector_version (round, unit, post, version, sent, person, at)
select round, unit, post, 1, true, person, at
  from visit_inspector;

alter table visit_inspector rename to visit_inspector_current;

create view visit_inspector_newest as
select round, unit, post, person, at
  from (select distinct on (round, unit, post) round, unit, post, sent, person, at
          from visit_inspector_version
         order by round, unit, post, version desc) v
 where sent;

create function visit_inspector_keep() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
    delete from visit_inspector_current
     where round = new.round and unit = new.unit and post = new.post;
    insert into visit_inspector_current (round, unit, post, person, at)
    select round, unit, post, person, at
      from visit_inspector_newest
     where round = new.round and unit = new.unit and post = new.post;
    return null;
end $$;
create trigger visit_inspector_keep after insert on visit_inspector_version for each row execute function visit_inspector_keep();

revoke all on function milestone_keep(), visit_inspector_keep() from public;
revoke insert, update, delete on milestone_current, visit_inspector_current from ${app};
grant select, insert on milestone_version, visit_inspector_version to ${app};

-- What the versions come to is no secret to whoever may read them: the checks compare it, on a running server, too.
grant select on duty_newest, obligation_newest, body_newest, appointment_newest, milestone_newest, visit_inspector_newest to ${app};
