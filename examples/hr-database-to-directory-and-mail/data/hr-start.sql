-- The database of an HR application as it often is: facts in rows of a history, one row for each time something was so; several
-- telephones and cost centres in tables beside; and a view of what is so today, which is all that others need to know.
-- Understood by H2 and by PostgreSQL. The people are made up.

create table department (
  code varchar(10) primary key,
  name varchar(80) not null,
  changed timestamp with time zone default current_timestamp not null
);

create table person (
  id integer primary key,
  given_name varchar(60) not null,
  family_name varchar(60) not null,
  account_name varchar(20) unique,                          -- written by Syncline
  changed timestamp with time zone default current_timestamp not null
);

create table employment (
  person_id integer not null references person,
  valid_from date not null,
  valid_to date,                                            -- the last day; none as long as nobody knows it
  title varchar(80),
  department varchar(10) not null references department,
  manager_id integer references person,
  changed timestamp with time zone default current_timestamp not null,
  primary key (person_id, valid_from)
);

create table phone (
  person_id integer not null references person,
  number varchar(30) not null,
  kind varchar(10) not null,
  changed timestamp with time zone default current_timestamp not null,
  primary key (person_id, number)
);

create table charge (
  person_id integer not null references person,
  cost_centre varchar(10) not null,
  percent integer not null,
  changed timestamp with time zone default current_timestamp not null,
  primary key (person_id, cost_centre)
);

-- Of each person the row of the history that began last, today at the latest. "changed" grows whenever something of it changes: also
-- when a row begins or ends because its day has come and nobody wrote anything.
create view current_employment as
select p.id, p.given_name, p.family_name, p.account_name, e.title, d.name as department, e.manager_id,
  case when e.valid_to < current_date then 'left' else 'active' end as status,
  greatest(p.changed, e.changed, d.changed,
    coalesce((select max(changed) from phone where person_id = p.id), p.changed),
    coalesce((select max(changed) from charge where person_id = p.id), p.changed),
    cast(case when e.valid_to < current_date then e.valid_to + 1 else e.valid_from end as timestamp with time zone)) as changed
from person p
join employment e on e.person_id = p.id and e.valid_from = (
  select max(begun.valid_from) from employment begun where begun.person_id = p.id and begun.valid_from <= current_date)
join department d on d.code = e.department;

insert into department (code, name) values ('MGT', 'Management'), ('ENG', 'Engineering'), ('SAL', 'Sales, Europe'), ('PRD', 'Production');

insert into person (id, given_name, family_name, account_name) values
  (101, 'Ingrid', 'Alder', null),
  (102, 'Jürgen', 'Groß', null),
  (103, 'Anna', 'Berg', null),
  (104, 'Anna', 'Berg', null),                              -- another one
  (105, 'Łukasz', 'Wójcik', null),
  (106, 'Maja', 'Lind', null),
  (107, 'Tomás', 'O''Brien', null),
  (108, 'Chiara', 'Ricci', null),
  (109, 'Mark', 'Lind', 'mlind'),                           -- left; the name of his account stays his
  (110, 'Sofie', 'Holm', null);                             -- begins in a week

insert into employment (person_id, valid_from, valid_to, title, department, manager_id) values
  (101, current_date - 3000, null, 'Managing director', 'MGT', null),
  (102, current_date - 2500, current_date - 801, 'Engineer', 'ENG', 101),
  (102, current_date - 800, null, 'Head of engineering', 'ENG', 101),
  (103, current_date - 2000, null, 'Head of sales', 'SAL', 101),
  (104, current_date - 900, null, 'Engineer', 'ENG', 102),
  (105, current_date - 700, current_date - 401, 'Apprentice', 'PRD', 102),
  (105, current_date - 400, null, 'Engineer', 'ENG', 102),
  (106, current_date - 350, null, 'Key account manager', 'SAL', 103),
  (107, current_date - 200, current_date + 6, 'Engineer', 'ENG', 102),
  (107, current_date + 7, null, 'Sales engineer', 'SAL', 103),   -- goes to another department in a week
  (108, current_date - 100, null, 'Machinist', 'PRD', 102),
  (109, current_date - 1500, current_date - 120, 'Key account manager', 'SAL', 103),
  (110, current_date + 7, null, 'Engineer', 'ENG', 102);

insert into phone (person_id, number, kind) values
  (101, '+49 811 2001', 'desk'), (101, '+49 170 5550101', 'mobile'),
  (102, '+49 811 2002', 'desk'),
  (103, '+49 811 2003', 'desk'), (103, '+49 170 5550103', 'mobile'),
  (106, '+49 170 5550106', 'mobile');

insert into charge (person_id, cost_centre, percent) values
  (101, 'CC-1000', 100), (102, 'CC-3000', 100), (103, 'CC-2000', 100), (104, 'CC-3000', 100),
  (105, 'CC-3000', 60), (105, 'CC-4000', 40),
  (106, 'CC-2000', 100), (107, 'CC-3000', 100), (108, 'CC-4000', 100), (110, 'CC-3000', 100);
