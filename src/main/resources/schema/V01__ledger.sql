-- What happened: one chain a unit. The app may add, never change.
create table ledger_head (
    unit   text   primary key,
    number bigint not null check (number >= 0),
    hash   text   not null check (hash ~ '^[0-9a-f]{64}$')
);

create table ledger_entry (
    unit       text        not null,
    number     bigint      not null check (number > 0),
    at         timestamptz not null,
    wall       timestamptz not null,
    person     text        not null,
    post       text        not null,
    actor_unit text        not null,
    verb       text        not null,
    subject    text        not null,
    zh         text        not null,
    en         text        not null,
    previous   text        not null check (previous ~ '^[0-9a-f]{64}$'),
    hash       text        not null check (hash ~ '^[0-9a-f]{64}$'),
    primary key (unit, number)
);
create index ledger_entry_subject on ledger_entry (unit, subject, number desc);

grant usage on schema public to ${app};
grant select, insert, update on ledger_head to ${app};
grant select, insert on ledger_entry to ${app};
