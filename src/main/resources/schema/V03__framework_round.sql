-- A published framework: the tables it was imported from, never changed.
create table framework (
    id     bigint generated always as identity primary key,
    level  text not null check (level in ('county', 'city')),
    digest text not null unique check (digest ~ '^[0-9a-f]{64}$')
);

create table framework_table (
    framework bigint not null references framework,
    name      text   not null,
    content   bytea  not null,
    primary key (framework, name)
);

create table round (
    id          bigint generated always as identity primary key,
    code        text    not null unique check (code ~ '^[A-Za-z0-9][A-Za-z0-9-]{1,39}$'),
    title_zh    text    not null,
    title_en    text    not null,
    year        int     not null,
    zone        text    not null,
    official    boolean not null,
    decides     text    not null,
    onsite      text    not null,
    credibility text    not null,
    quorum      int     not null
);

create table round_framework (
    round     bigint not null references round,
    level     text   not null check (level in ('county', 'city')),
    framework bigint not null references framework,
    primary key (round, level)
);

-- The day a stage is due; a provincial one locks when the day is over, a county's own never does.
create table milestone (
    round bigint not null references round,
    unit  text   not null default '',
    stage text   not null,
    due   date   not null,
    primary key (round, unit, stage)
);

create table extension (
    id      bigint generated always as identity primary key,
    round   bigint      not null references round,
    unit    text        not null references division,
    stage   text        not null,
    due     date        not null,
    reason  text        not null check (reason <> ''),
    granted text        not null,
    at      timestamptz not null
);
create index extension_unit on extension (round, unit, stage);

-- Where the clock of a rehearsal stood when it was last seen, and where it is wanted.
create table rehearsal_clock (
    one    boolean     primary key default true check (one),
    at     timestamptz not null,
    target timestamptz
);

grant select, insert on framework, framework_table, round, round_framework, extension to ${app};
grant select, insert, update on milestone, rehearsal_clock to ${app};
