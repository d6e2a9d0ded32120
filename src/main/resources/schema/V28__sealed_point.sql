-- What each point of a submission is known by: the digest of its text, as the manifest of the freeze names it.
create table sealed_point (
    round  bigint not null,
    unit   text   not null,
    number int    not null,
    point  text   not null,
    digest text   not null check (digest ~ '^[0-9a-f]{64}$'),
    primary key (round, unit, number, point),
    foreign key (round, unit, number) references submission
);

insert into sealed_point (round, unit, number, point, digest)
select s.round, s.unit, s.number, m.line[1], m.line[2]
  from submission s
  join frozen f on f.id = s.frozen
 cross join lateral regexp_matches(f.manifest, '^point\t(\S+)\t([0-9a-f]{64})$', 'gn') m (line);

-- A decision names what it was taken on: the digest of the point in the submission that lay before the layer. It holds in every later
-- submission in which the point has that digest.
alter table judgement add column sealed text check (sealed ~ '^[0-9a-f]{64}$');

update judgement j
   set sealed = (select p.digest
                   from submission s
                   join sealed_point p on p.round = s.round and p.unit = s.unit and p.number = s.number
                  where s.round = j.round and s.unit = j.unit and s.at <= j.at and p.point = j.point
                  order by s.number desc
                  limit 1);

-- In which form the text is written that an opinion is signed over: from 2 on each decision names the point it was taken on.
alter table opinion add column format int not null default 1 check (format in (1, 2));
alter table opinion alter column format drop default;

grant select, insert on sealed_point to ${app};
