-- One figure, asked once, used by many points.
create table figure_value (
    round   bigint        not null references round,
    unit    text          not null references division,
    figure  text          not null,
    member  text          not null default '',
    period  text          not null,
    written text          not null,
    value   numeric       not null,
    source  text          not null default '',
    version int           not null check (version > 0),
    person  text          not null,
    at      timestamptz   not null,
    primary key (round, unit, figure, member, period)
);

create table school (
    round  bigint not null references round,
    unit   text   not null references division,
    school text   not null,
    name   text   not null,
    level  text   not null,
    primary key (round, unit, school, level)
);

create table school_value (
    round  bigint  not null,
    unit   text    not null,
    school text    not null,
    level  text    not null,
    figure text    not null,
    value  numeric not null,
    primary key (round, unit, school, level, figure),
    foreign key (round, unit, school, level) references school on delete cascade
);

create table evidence (
    id        bigint generated always as identity primary key,
    round     bigint      not null references round,
    unit      text        not null references division,
    sha256    text        not null check (sha256 ~ '^[0-9a-f]{64}$'),
    size      bigint      not null check (size > 0),
    name      text        not null,
    type      text        not null,
    kind      text        not null check (kind in ('material', 'table', 'archive')),
    body      bigint      not null references body,
    person    text        not null,
    at        timestamptz not null
);
create index evidence_unit on evidence (round, unit);

create table citation (
    evidence bigint not null references evidence,
    point    text   not null,
    page     text   not null default '',
    primary key (evidence, point)
);
create index citation_point on citation (point);

grant select, insert, update on figure_value, evidence to ${app};
grant select, insert, update, delete on school, school_value, citation to ${app};
