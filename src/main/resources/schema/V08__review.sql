-- What a layer above the unit says of a point. Each decision is a version; the newest counts, none is lost.
create table judgement (
    round    bigint      not null references round,
    unit     text        not null references division,
    layer    text        not null check (layer in ('city', 'province', 'onsite')),
    point    text        not null,
    version  int         not null check (version > 0),
    decision text        not null check (decision in ('marks', 'agree', 'adopt_city', 'score', 'not_applicable')),
    marks    text        not null default '',
    score    numeric(9, 4) check (score >= 0),
    reason   text        not null default '',
    person   text        not null,
    post     bigint      not null references post,
    at       timestamptz not null,
    primary key (round, unit, layer, point, version)
);

-- A figure as a layer confirms it 核定. Without a value, what was reported holds again.
create table confirmed_figure (
    round   bigint      not null references round,
    unit    text        not null references division,
    layer   text        not null check (layer in ('city', 'province', 'onsite')),
    figure  text        not null,
    member  text        not null default '',
    period  text        not null,
    version int         not null check (version > 0),
    written text        not null,
    value   numeric,
    reason  text        not null check (reason <> ''),
    person  text        not null,
    at      timestamptz not null,
    primary key (round, unit, layer, figure, member, period, version)
);

-- The opinion of a layer on a unit names the digest of all it decided; it holds while that is still today's.
create table opinion (
    id     bigint generated always as identity primary key,
    round  bigint      not null references round,
    unit   text        not null references division,
    layer  text        not null check (layer in ('city', 'province', 'onsite')),
    text   text        not null check (text <> ''),
    digest text        not null check (digest ~ '^[0-9a-f]{64}$'),
    person text        not null,
    post   bigint      not null references post,
    at     timestamptz not null
);
create index opinion_unit on opinion (round, unit, layer, id);

grant select, insert on judgement, confirmed_figure, opinion to ${app};
