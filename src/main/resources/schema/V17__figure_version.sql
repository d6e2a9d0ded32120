-- Nothing that a unit reports is overwritten: a value, its source and its withdrawal are versions, of which the newest counts.
-- A withdrawn figure has no value. Of what was overwritten before this, only the newest is left, under the version it had.
alter table figure_value rename to figure_version;
alter table figure_version drop constraint figure_value_pkey;
alter table figure_version
    add primary key (round, unit, figure, member, period, version),
    add column reason text not null default '',
    add column post bigint references post,
    alter column value drop not null,
    add constraint figure_version_withdrawn check ((value is null) = (written = ''));
revoke update on figure_version from ${app};

-- Who reports a figure, where the office moved it away from the body that the framework means.
create table figure_owner (
    round   bigint      not null references round,
    unit    text        not null references division,
    figure  text        not null,
    version int         not null check (version > 0),
    body    bigint      not null references body,
    reason  text        not null check (reason <> ''),
    person  text        not null,
    at      timestamptz not null,
    primary key (round, unit, figure, version)
);

-- Each table of schools that was handed in, whole, in the canonical form that a sign-off's digest is taken over.
create table school_batch (
    round   bigint      not null references round,
    unit    text        not null references division,
    number  int         not null check (number > 0),
    rows    int         not null check (rows >= 0),
    content text        not null,
    digest  text        not null check (digest ~ '^[0-9a-f]{64}$'),
    person  text        not null,
    at      timestamptz not null,
    primary key (round, unit, number)
);

-- What a sign-off's digest was taken over, so that one that fell can say what has changed since.
create table signed_content (
    digest  text primary key check (digest ~ '^[0-9a-f]{64}$'),
    content text not null
);

grant select, insert on figure_owner, school_batch, signed_content to ${app};
