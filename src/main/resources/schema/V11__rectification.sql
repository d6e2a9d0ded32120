-- The letter that tells a unit what was found, under a document number. It is written once and not changed.
create table opinion_letter (
    round    bigint      not null references release,
    unit     text        not null references division,
    document text        not null check (document <> ''),
    text     text        not null check (text <> ''),
    digest   text        not null check (digest ~ '^[0-9a-f]{64}$'),
    person   text        not null,
    post     bigint      not null references post,
    at       timestamptz not null,
    primary key (round, unit)
);

-- What the letter asks to be put right, numbered.
create table deficiency (
    round  bigint not null,
    unit   text   not null,
    number int    not null check (number > 0),
    point  text   not null,
    text   text   not null check (text <> ''),
    primary key (round, unit, number),
    foreign key (round, unit) references opinion_letter
);

-- What the unit will do about it, who is responsible and by when. Each writing is a version.
create table measure (
    round   bigint      not null,
    unit    text        not null,
    number  int         not null,
    version int         not null check (version > 0),
    text    text        not null check (text <> ''),
    body    bigint      not null references body,
    due     date        not null,
    person  text        not null,
    post    bigint      not null references post,
    at      timestamptz not null,
    primary key (round, unit, number, version),
    foreign key (round, unit, number) references deficiency
);

-- That it was done: in words, and a file where there is one.
create table proof (
    id     bigint generated always as identity primary key,
    round  bigint      not null,
    unit   text        not null,
    number int         not null,
    text   text        not null check (text <> ''),
    sha256 text        check (sha256 ~ '^[0-9a-f]{64}$'),
    name   text        check ((name is null) = (sha256 is null)),
    type   text        check ((type is null) = (sha256 is null)),
    size   bigint      check ((size is null) = (sha256 is null)),
    person text        not null,
    post   bigint      not null references post,
    at     timestamptz not null,
    foreign key (round, unit, number) references deficiency
);
create index proof_deficiency on proof (round, unit, number, id);

-- The re-check of a proof: accepted, or not and why.
create table proof_check (
    proof    bigint      primary key references proof,
    accepted boolean     not null,
    reason   text        not null check (accepted or reason <> ''),
    person   text        not null,
    post     bigint      not null references post,
    at       timestamptz not null
);

grant select, insert on opinion_letter, deficiency, measure, proof, proof_check to ${app};
