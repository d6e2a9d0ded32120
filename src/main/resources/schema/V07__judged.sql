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
