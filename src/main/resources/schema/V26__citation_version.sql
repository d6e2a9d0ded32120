-- Which points cite a document is kept in versions, of which the newest counts; no longer to cite is one, too. Documents are only added.
-- Who cited before this, and when, the ledger tells.
alter table citation rename to citation_version;
alter table citation_version
    drop constraint citation_pkey,
    add column version int not null default 1 check (version > 0),
    add column withdrawn boolean not null default false,
    add column person text not null default '',
    add column at timestamptz not null default now(),
    add primary key (evidence, point, version);
alter table citation_version
    alter column version drop default,
    alter column withdrawn drop default,
    alter column person drop default,
    alter column at drop default;

revoke update on evidence from ${app};
revoke update, delete on citation_version from ${app};
