-- Which act of a rehearsal's script has been played, each once; in how many places it left things as visitors had them, and the first.
create table rehearsal_act (
    round text        not null check (round <> ''),
    act   text        not null check (act <> ''),
    at    timestamptz not null,
    times int         not null check (times >= 0),
    zh    text        not null,
    en    text        not null,
    primary key (round, act)
);

grant select, insert on rehearsal_act to ${app};
