-- Who evaluates and is evaluated. Duties belong to posts; people come and go.
create table division (
    code       text primary key check (code ~ '^[0-9]{6}$'),
    name       text not null,
    level      text not null check (level in ('province', 'city', 'county')),
    parent     text references division,
    region     text not null default '',
    valid_from date not null default date '1949-10-01',
    valid_to   date check (valid_to > valid_from)
);
create index division_parent on division (parent);

create table body (
    id         bigint generated always as identity primary key,
    division   text    not null references division,
    name       text    not null,
    short_name text    not null,
    kind       text    not null default '',
    town       boolean not null default false,
    in_group   boolean not null default false,
    unique (division, name)
);

create table post (
    id    bigint generated always as identity primary key,
    body  bigint not null references body,
    title text   not null,
    role  text   not null check (role in ('contact', 'checker', 'office', 'leader', 'city', 'inspector', 'committee', 'province')),
    unique (body, title)
);

create table person (
    id          bigint generated always as identity primary key,
    login       text   not null unique check (login ~ '^[a-z0-9][a-z0-9._-]{1,39}$'),
    name        text   not null,
    secret      text,
    slip        text,
    slip_until  timestamptz,
    failures    int    not null default 0,
    barred_till timestamptz,
    hint_zh     text,
    hint_en     text
);

create table appointment (
    id     bigint generated always as identity primary key,
    person bigint not null references person,
    post   bigint not null references post,
    since  date   not null,
    until  date check (until > since),
    unique (person, post, since)
);
create index appointment_post on appointment (post);
create unique index appointment_open on appointment (person, post) where until is null;

-- Opens an empty database, once.
create table setup_link (
    digest  text        primary key check (digest ~ '^[0-9a-f]{64}$'),
    until   timestamptz not null,
    used_at timestamptz
);

grant select, insert, update on division, body, post, person, appointment, setup_link to ${app};
grant delete on appointment to ${app};
