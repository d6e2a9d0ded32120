-- An opinion that was refused because something was decided or signed meanwhile: kept as the draft of the next one.
create table opinion_draft (
    id     bigint generated always as identity primary key,
    round  bigint      not null references round,
    unit   text        not null references division,
    layer  text        not null check (layer in ('city', 'province', 'onsite')),
    text   text        not null check (text <> ''),
    person text        not null,
    post   bigint      not null references post,
    at     timestamptz not null
);
create index opinion_draft_unit on opinion_draft (round, unit, layer, id);

grant select, insert on opinion_draft to ${app};
