-- Whether a figure that a layer confirmed is carried upward, so that it has one value in a result. Rounds made before read as they did.
alter table round add column figures text not null default 'own' check (figures in ('own', 'carried'));
alter table round alter column figures drop default;
