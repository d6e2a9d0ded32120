-- Where all chains ended at a release: the text whose digest an entry of the round's chain names.
create table chain_heads (
    digest  text primary key check (digest ~ '^[0-9a-f]{64}$'),
    content text not null
);
grant select, insert on chain_heads to ${app};

-- The end of the round's chain at the release, as the letter prints it; letters of releases from before have none.
alter table opinion_letter add column head text check (head ~ '^round/[A-Za-z0-9][A-Za-z0-9-]{1,39}#[0-9]{1,18}·[0-9a-f]{64}$');
