-- Who owes what: the responsibility table of a county, and what each body owes beside it.
create table duty (
    round   bigint not null references round,
    unit    text   not null references division,
    point   text   not null,
    body    bigint not null references body,
    part    text   not null check (part in ('lead', 'cooperating')),
    contact bigint references post,
    primary key (round, unit, point, body)
);
create unique index duty_one_lead on duty (round, unit, point) where part = 'lead';
create index duty_body on duty (body, round);

create table obligation (
    round bigint not null references round,
    unit  text   not null references division,
    body  bigint not null references body,
    kind  text   not null check (kind in ('summary', 'evidence', 'contact', 'self-evaluation')),
    primary key (round, unit, body, kind)
);

create table urging (
    id        bigint generated always as identity primary key,
    round     bigint      not null references round,
    unit      text        not null references division,
    body      bigint      not null references body,
    point     text        not null default '',
    text      text        not null check (text <> ''),
    answer_by date        not null,
    by_whom   text        not null,
    at        timestamptz not null,
    answer    text,
    answered  timestamptz,
    answerer  text
);
create index urging_body on urging (body, round);

grant select, insert, update, delete on duty, obligation to ${app};
grant select, insert, update on urging to ${app};
