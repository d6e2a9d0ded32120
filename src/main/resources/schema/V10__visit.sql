-- The sample of a round is drawn once. The seed, its source and the whole list are kept: anybody can draw it anew.
create table sample (
    round   bigint      primary key references round,
    source  text        not null check (source <> ''),
    seed    text        not null check (seed <> ''),
    program text        not null,
    digest  text        not null check (digest ~ '^[0-9a-f]{64}$'),
    person  text        not null,
    post    bigint      not null references post,
    at      timestamptz not null
);

-- Every unit of a stratum with its hash, in the order of the draw; the first of them are visited.
create table sample_unit (
    round    bigint  not null references sample,
    unit     text    not null references division,
    position int     not null check (position > 0),
    hash     text    not null check (hash ~ '^[0-9a-f]{64}$'),
    drawn    boolean not null,
    primary key (round, unit)
);

-- A unit that is visited beside the draw, and why.
create table sample_named (
    round  bigint      not null,
    unit   text        not null,
    reason text        not null check (reason <> ''),
    person text        not null,
    at     timestamptz not null,
    primary key (round, unit),
    foreign key (round, unit) references sample_unit
);

create table visit_inspector (
    round  bigint      not null,
    unit   text        not null,
    post   bigint      not null references post,
    person text        not null,
    at     timestamptz not null,
    primary key (round, unit, post),
    foreign key (round, unit) references sample_unit
);

-- What was found on a point, in words. Each writing is a version; an empty one takes the finding back.
create table site_finding (
    round   bigint      not null,
    unit    text        not null,
    point   text        not null,
    version int         not null check (version > 0),
    text    text        not null,
    person  text        not null,
    post    bigint      not null references post,
    at      timestamptz not null,
    primary key (round, unit, point, version),
    foreign key (round, unit) references sample_unit
);

-- The findings as they were handed over, and what the unit says to them; both hold while the digest is that of the findings.
create table site_record (
    id     bigint generated always as identity primary key,
    round  bigint      not null,
    unit   text        not null,
    digest text        not null check (digest ~ '^[0-9a-f]{64}$'),
    person text        not null,
    post   bigint      not null references post,
    at     timestamptz not null,
    foreign key (round, unit) references sample_unit
);
create index site_record_unit on site_record (round, unit, id);

create table countersignature (
    record bigint      primary key references site_record,
    agrees boolean     not null,
    text   text        not null check (agrees or text <> ''),
    person text        not null,
    post   bigint      not null references post,
    at     timestamptz not null
);

grant select, insert on sample, sample_unit, sample_named, site_finding, site_record, countersignature to ${app};
grant select, insert, delete on visit_inspector to ${app};
