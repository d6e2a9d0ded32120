-- Schools and their figures are kept cell by cell: what a table changes is a version of the batch it came with, the newest counts, and
-- what a table has no longer is withdrawn. A withdrawn figure has no value.
create function pg_temp.escaped(value text) returns text language sql immutable as $$
    select replace(replace(replace(replace(value, E'\\', E'\\\\'), E'\t', E'\\t'), E'\n', E'\\n'), E'\r', E'\\r')
$$;

create function pg_temp.told(value numeric) returns text language sql immutable as $$
    select trim_scale(round(value, 10))::text || case when round(value, 10) = value then '' else '…' end
$$;

-- A table that was there before batches were kept becomes the first; nobody knows any more who handed it in.
with told as (select s.round, s.unit, s.school, s.level,
                     E'school\t' || pg_temp.escaped(s.school) || E'\t' || pg_temp.escaped(s.level) || E'\t'
                         || pg_temp.escaped(s.name) || E'\n'
                         || coalesce(string_agg(E'figure\t' || pg_temp.escaped(v.figure) || E'\t' || pg_temp.told(v.value) || E'\n', ''
                                                order by v.figure), '') as line
                from school s
                left join school_value v using (round, unit, school, level)
               where not exists (select from school_batch b where b.round = s.round and b.unit = s.unit)
               group by s.round, s.unit, s.school, s.level),
     whole as (select round, unit, count(*) as rows, string_agg(line, '' order by school, level) as content
                 from told
                group by round, unit)
insert into school_batch (round, unit, number, rows, content, digest, person, at)
select round, unit, 1, rows, content, encode(sha256(convert_to(content, 'utf8')), 'hex'), '', now()
  from whole;

-- Of batches before the one that stood then, only the text is left.
alter table school_batch add column by_cell boolean not null default true;
update school_batch b
   set by_cell = false
 where number < (select max(number) from school_batch n where n.round = b.round and n.unit = b.unit);

alter table school_value drop constraint school_value_round_unit_school_level_fkey;

alter table school rename to school_version;
alter table school_version
    drop constraint school_pkey,
    add column version int,
    add column withdrawn boolean not null default false;
update school_version s
   set version = (select max(number) from school_batch b where b.round = s.round and b.unit = s.unit);
alter table school_version
    add primary key (round, unit, school, level, version),
    add foreign key (round, unit, version) references school_batch deferrable initially deferred;

alter table school_value rename to school_value_version;
alter table school_value_version
    drop constraint school_value_pkey,
    add column version int,
    alter column value drop not null;
update school_value_version v
   set version = (select max(number) from school_batch b where b.round = v.round and b.unit = v.unit);
alter table school_value_version
    add primary key (round, unit, school, level, figure, version),
    add foreign key (round, unit, version) references school_batch deferrable initially deferred;

revoke update, delete on school_version, school_value_version from ${app};
