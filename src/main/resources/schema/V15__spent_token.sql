-- An act that adds is carried out once: its token is spent in its transaction, together with what was answered.
create table spent_token (
    login   text        not null,
    token   text        not null check (token ~ '^[!-~]{1,100}$'),
    content text        not null check (content ~ '^[0-9a-f]{64}$'),
    answer  text,
    told    text,
    at      timestamptz not null,
    primary key (login, token)
);

grant select, insert, update, delete on spent_token to ${app};
