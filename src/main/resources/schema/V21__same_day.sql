-- Who left a post on the day on which they came may have acted on it: the appointment stays, as one of no day.
alter table appointment drop constraint appointment_check;
alter table appointment add constraint appointment_check check (until >= since);
