-- A freeze and its lifting are versions of one number of a unit: 1 freezes, 2 lifts, 3 freezes again, and the newest counts. What it
-- names is there or not, each version stands on the one before, and so one number is frozen once at most at any time.
-- Who lifted a freeze before this, the ledger tells.
drop index frozen_one;
alter table frozen
    alter column manifest drop not null,
    alter column content drop not null,
    alter column digest drop not null,
    add column version int;
update frozen f
   set version = 2 * n.nth - 1
  from (select id, row_number() over (partition by round, unit, number order by id) as nth from frozen) n
 where n.id = f.id;
insert into frozen (round, unit, number, version, person, at)
select round, unit, number, version + 1, '', lifted
  from frozen
 where lifted is not null;
alter table frozen
    drop column lifted,
    alter column version set not null,
    add column before int generated always as (nullif(version - 1, 0)) stored,
    add constraint frozen_one unique (round, unit, number, version),
    add constraint frozen_after foreign key (round, unit, number, before) references frozen (round, unit, number, version),
    add constraint frozen_version check (version > 0),
    add constraint frozen_named check (case when version % 2 = 1
                                            then manifest is not null and content is not null and digest is not null
                                            else manifest is null and content is null and digest is null end);

-- A scan that takes the place of another is its next version.
alter table scan rename to scan_version;
alter table scan_version
    drop constraint scan_pkey,
    add column version int not null default 1 check (version > 0),
    add primary key (frozen, kind, version);
alter table scan_version alter column version drop default;

-- A text that was beside another stays; that it is set aside is a row.
create table answer_settled (
    beside bigint      primary key references answer_beside,
    person text        not null,
    at     timestamptz not null
);
insert into answer_settled (beside, person, at)
select id, '', settled
  from answer_beside
 where settled is not null;
drop index answer_beside_open;
alter table answer_beside drop column settled;
create index answer_beside_point on answer_beside (round, unit, point);

grant select, insert on answer_settled to ${app};
revoke update on frozen, answer_beside from ${app};
revoke update, delete on scan_version from ${app};
