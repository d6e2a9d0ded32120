-- What the survey found, by audience. An import is a version as a whole; the newest counts.
create table survey_import (
    id     bigint generated always as identity primary key,
    round  bigint      not null references round,
    number int         not null check (number > 0),
    digest text        not null check (digest ~ '^[0-9a-f]{64}$'),
    person text        not null,
    at     timestamptz not null,
    unique (round, number)
);

create table survey_result (
    import       bigint not null references survey_import,
    unit         text   not null references division,
    audience     text   not null,
    issued       int    not null check (issued >= 0),
    valid        int    not null check (valid between 0 and issued),
    satisfied    int    not null check (satisfied >= 0),
    mostly       int    not null check (mostly >= 0),
    basically    int    not null check (basically >= 0),
    dissatisfied int    not null check (dissatisfied >= 0),
    unknown      int    not null check (unknown >= 0),
    primary key (import, unit, audience),
    check (valid = satisfied::bigint + mostly + basically + dissatisfied + unknown)
);

grant select, insert on survey_import, survey_result to ${app};

-- The committee marks each unit in one session. All that happens in it is added, nothing is changed: the newest version of a mark
-- counts, a member who has left stays among the members, the minutes end the session.
create table deliberation (
    id     bigint generated always as identity primary key,
    round  bigint      not null unique references round,
    person text        not null,
    at     timestamptz not null
);

create table deliberation_member (
    deliberation bigint      not null references deliberation,
    post         bigint      not null references post,
    title        text        not null,
    name         text        not null,
    region       text        not null,
    person       text        not null,
    at           timestamptz not null,
    primary key (deliberation, post)
);

create table deliberation_departure (
    deliberation bigint      not null,
    post         bigint      not null,
    reason       text        not null check (reason <> ''),
    person       text        not null,
    at           timestamptz not null,
    primary key (deliberation, post),
    foreign key (deliberation, post) references deliberation_member
);

create table deliberation_mark (
    deliberation bigint      not null,
    post         bigint      not null,
    unit         text        not null references division,
    version      int         not null check (version > 0),
    mark         numeric(3, 1) check (mark >= 0 and mark * 2 = trunc(mark * 2)),
    recused      boolean     not null check (not recused or mark is null and reason <> ''),
    reason       text        not null,
    person       text        not null,
    at           timestamptz not null,
    primary key (deliberation, post, unit, version),
    foreign key (deliberation, post) references deliberation_member
);

create table deliberation_minutes (
    deliberation bigint      primary key references deliberation,
    text         text        not null,
    digest       text        not null check (digest ~ '^[0-9a-f]{64}$'),
    person       text        not null,
    at           timestamptz not null
);

grant select, insert on deliberation, deliberation_member, deliberation_departure, deliberation_mark, deliberation_minutes to ${app};
