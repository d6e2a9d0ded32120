-- A chain of the ledger is kept for those who may read it: that of a unit, what each layer and the visit do to it, that of a round, access.
-- The column is called unit since the first chains were those of units; entries made before stay where they are.
comment on column ledger_head.unit is 'the key of the chain';
comment on column ledger_entry.unit is 'the key of the chain';
alter table ledger_head add constraint ledger_head_chain
    check (unit ~ '^([0-9]{6}(/(city|province|visit))?|round/[A-Za-z0-9][A-Za-z0-9-]{1,39}|access)$');
alter table ledger_entry add constraint ledger_entry_chain
    check (unit ~ '^([0-9]{6}(/(city|province|visit))?|round/[A-Za-z0-9][A-Za-z0-9-]{1,39}|access)$');
