-- Marks are kept in the shape in which framework.rule.Marks reads them: plain numbers, one space between, a dash where none is given.
-- What was typed in another shape is written as that parser reads it. A row that it cannot read stays as it is and says so: what hangs
-- on it is undecided until somebody writes it again.
create function pg_temp.plain(typed text) returns text language sql immutable as $$
    select btrim(regexp_replace(normalize(regexp_replace(typed, '[\u00AD\u200B-\u200F\u202A-\u202E\u2060-\u2064\u2066-\u2069\uFEFF]', '', 'g'), nfkc),
                                '[\s;、]+', ' ', 'g'))
$$;

alter table answer add column unreadable boolean not null default false;
alter table answer_beside add column unreadable boolean not null default false;
alter table judgement add column unreadable boolean not null default false;

update answer
   set marks = pg_temp.plain(marks)
 where marks !~ '^(([0-9]{1,6}(\.[0-9]{1,6})?|-)( ([0-9]{1,6}(\.[0-9]{1,6})?|-))*)?$'
   and pg_temp.plain(marks) ~ '^(([0-9]{1,6}(\.[0-9]{1,6})?|-)( ([0-9]{1,6}(\.[0-9]{1,6})?|-))*)?$';
update answer_beside
   set marks = pg_temp.plain(marks)
 where marks !~ '^(([0-9]{1,6}(\.[0-9]{1,6})?|-)( ([0-9]{1,6}(\.[0-9]{1,6})?|-))*)?$'
   and pg_temp.plain(marks) ~ '^(([0-9]{1,6}(\.[0-9]{1,6})?|-)( ([0-9]{1,6}(\.[0-9]{1,6})?|-))*)?$';
update judgement
   set marks = pg_temp.plain(marks)
 where marks !~ '^([0-9]{1,6}(\.[0-9]{1,6})?( [0-9]{1,6}(\.[0-9]{1,6})?)*)?$'
   and pg_temp.plain(marks) ~ '^([0-9]{1,6}(\.[0-9]{1,6})?( [0-9]{1,6}(\.[0-9]{1,6})?)*)?$';

update answer
   set unreadable = true
 where marks !~ '^(([0-9]{1,6}(\.[0-9]{1,6})?|-)( ([0-9]{1,6}(\.[0-9]{1,6})?|-))*)?$';
update answer_beside
   set unreadable = true
 where marks !~ '^(([0-9]{1,6}(\.[0-9]{1,6})?|-)( ([0-9]{1,6}(\.[0-9]{1,6})?|-))*)?$';
update judgement
   set unreadable = true
 where marks !~ '^([0-9]{1,6}(\.[0-9]{1,6})?( [0-9]{1,6}(\.[0-9]{1,6})?)*)?$';

alter table answer
    add constraint answer_marks
        check (unreadable or marks ~ '^(([0-9]{1,6}(\.[0-9]{1,6})?|-)( ([0-9]{1,6}(\.[0-9]{1,6})?|-))*)?$');
alter table answer_beside
    add constraint answer_beside_marks
        check (unreadable or marks ~ '^(([0-9]{1,6}(\.[0-9]{1,6})?|-)( ([0-9]{1,6}(\.[0-9]{1,6})?|-))*)?$');
alter table judgement
    add constraint judgement_marks
        check (unreadable or marks ~ '^([0-9]{1,6}(\.[0-9]{1,6})?( [0-9]{1,6}(\.[0-9]{1,6})?)*)?$');

-- numeric knows NaN and infinity, which are no value of anything; NaN is above every number.
alter table figure_value
    add constraint figure_value_plain check (value >= 0 and value < 1e18);
alter table school_value
    add constraint school_value_plain check (value >= 0 and value < 1e18);
alter table confirmed_figure
    add constraint confirmed_figure_plain check (value >= 0 and value < 1e18);
alter table answer
    add constraint answer_claim_plain check (claim < 100000);
alter table answer_beside
    add constraint answer_beside_claim_plain check (claim >= 0 and claim < 100000);
alter table judgement
    add constraint judgement_score_plain check (score < 100000);
alter table deliberation_mark
    add constraint deliberation_mark_plain check (mark < 100);
alter table evidence
    add constraint evidence_type
        check (type in ('PDF', 'PNG', 'JPEG', 'DOCX', 'XLSX', 'PPTX', 'DOC', 'XLS', 'PPT', 'OFD'));
alter table scan
    add constraint scan_type check (type in ('PDF', 'PNG', 'JPEG', 'OFD'));
