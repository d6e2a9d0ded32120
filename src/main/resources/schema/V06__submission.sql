-- What a unit says of each point. Each save is a version; the newest counts.
create table answer (
    round     bigint      not null references round,
    unit      text        not null references division,
    point     text        not null,
    version   int         not null check (version > 0),
    marks     text        not null default '',
    claim     numeric(9, 4) check (claim >= 0),
    reason    text        not null default '',
    statement text        not null default '',
    person    text        not null,
    at        timestamptz not null,
    primary key (round, unit, point, version)
);

-- Two wrote at once: the later text is kept beside the earlier one until somebody decides.
create table answer_beside (
    id        bigint generated always as identity primary key,
    round     bigint      not null references round,
    unit      text        not null references division,
    point     text        not null,
    seen      int         not null,
    marks     text        not null,
    claim     numeric(9, 4),
    reason    text        not null,
    statement text        not null,
    person    text        not null,
    at        timestamptz not null,
    settled   timestamptz
);
create index answer_beside_open on answer_beside (round, unit, point) where settled is null;

-- A sign-off names the digest of what was seen; it holds while that is still today's.
create table sign_off (
    id     bigint generated always as identity primary key,
    round  bigint      not null references round,
    unit   text        not null references division,
    point  text        not null default '',
    step   text        not null check (step in ('filled', 'checked', 'office', 'leader')),
    digest text        not null check (digest ~ '^[0-9a-f]{64}$'),
    person text        not null,
    post   bigint      not null references post,
    at     timestamptz not null
);
create index sign_off_unit on sign_off (round, unit, point, id);

create table returned (
    id     bigint generated always as identity primary key,
    round  bigint      not null references round,
    unit   text        not null references division,
    point  text        not null,
    reason text        not null check (reason <> ''),
    person text        not null,
    at     timestamptz not null
);
create index returned_unit on returned (round, unit, point);

create table work_summary (
    round   bigint      not null references round,
    unit    text        not null references division,
    body    bigint      not null references body,
    version int         not null check (version > 0),
    text    text        not null,
    person  text        not null,
    at      timestamptz not null,
    primary key (round, unit, body, version)
);

-- D1: what the forms to be stamped name.
create table frozen (
    id       bigint generated always as identity primary key,
    round    bigint      not null references round,
    unit     text        not null references division,
    number   int         not null check (number > 0),
    manifest text        not null,
    content  text        not null,
    digest   text        not null check (digest ~ '^[0-9a-f]{64}$'),
    person   text        not null,
    at       timestamptz not null,
    lifted   timestamptz
);
create unique index frozen_one on frozen (round, unit, number) where lifted is null;

create table scan (
    frozen bigint      not null references frozen,
    kind   text        not null check (kind in ('form', 'pledge')),
    sha256 text        not null check (sha256 ~ '^[0-9a-f]{64}$'),
    name   text        not null,
    type   text        not null,
    size   bigint      not null,
    person text        not null,
    at     timestamptz not null,
    primary key (frozen, kind)
);

-- D2 covers D1 and the scans, and the submission before.
create table submission (
    round    bigint      not null references round,
    unit     text        not null references division,
    number   int         not null check (number > 0),
    frozen   bigint      not null unique references frozen,
    manifest text        not null,
    digest   text        not null unique check (digest ~ '^[0-9a-f]{64}$'),
    previous text        not null,
    person   text        not null,
    arrived  timestamptz not null,
    at       timestamptz not null,
    primary key (round, unit, number)
);

create table supplement (
    id      bigint generated always as identity primary key,
    round   bigint      not null,
    unit    text        not null,
    number  int         not null,
    points  text        not null check (points <> ''),
    reason  text        not null check (reason <> ''),
    due     date        not null,
    person  text        not null,
    at      timestamptz not null,
    unique (round, unit, number),
    foreign key (round, unit, number) references submission
);

grant select, insert on answer, sign_off, returned, work_summary, submission, supplement to ${app};
grant select, insert, update on answer_beside, frozen to ${app};
grant select, insert, update, delete on scan to ${app};
