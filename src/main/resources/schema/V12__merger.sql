-- A division ends on a day, the first one without it (valid_to), and others carry on what was its own.
create table division_successor (
    division  text not null references division,
    successor text not null references division check (successor <> division),
    primary key (division, successor)
);

grant select, insert on division_successor to ${app};
