-- A release is proposed by one person and confirmed by another on another post, over the digest of the very same result.
create table release_proposal (
    id        bigint generated always as identity primary key,
    round     bigint      not null references round,
    document  text        not null check (document <> ''),
    approved  date        not null,
    effective timestamptz not null,
    digest    text        not null check (digest ~ '^[0-9a-f]{64}$'),
    person    text        not null,
    post      bigint      not null references post,
    at        timestamptz not null
);
create index release_proposal_round on release_proposal (round, id);

-- What was released: the ranking as a file, and behind its digest the whole result. Nothing of it changes afterwards.
create table release (
    round    bigint      primary key references round,
    proposal bigint      not null unique references release_proposal,
    ranking  text        not null,
    result   text        not null,
    digest   text        not null check (digest ~ '^[0-9a-f]{64}$'),
    person   text        not null,
    post     bigint      not null references post,
    at       timestamptz not null
);

-- The result of one unit; without a total it has no place.
create table released_unit (
    round  bigint not null references release,
    unit   text   not null references division,
    name   text   not null,
    level  text   not null,
    region text   not null,
    total  numeric,
    place  int check (place > 0),
    zh     text   not null,
    en     text   not null,
    primary key (round, unit)
);
create index released_unit_region on released_unit (round, level, region, place);

-- What a unit with a total has in each aspect, numbered in the order of its framework.
create table released_aspect (
    round   bigint  not null,
    unit    text    not null,
    number  int     not null check (number > 0),
    zh      text    not null,
    en      text    not null,
    score   numeric not null,
    maximum numeric not null check (maximum > 0),
    primary key (round, unit, number),
    foreign key (round, unit) references released_unit
);

grant select, insert on release_proposal, release, released_unit, released_aspect to ${app};
