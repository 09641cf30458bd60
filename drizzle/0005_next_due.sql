-- The one rule of when a learner is asked next, and the only place that turns a local time into an instant.
-- In: the zone, the local time, the weekdays (bit 0 is Monday), the fewest days between two pushes, the instant after
-- which and the local date after which the next one may come. Out: the first instant that fits.
-- A time that a clock change leaves out comes an hour later on the same date, one that comes twice comes once. The date is
-- read back from the instant: a date that a zone has skipped (Samoa, 30 December 2011) is nobody's.
-- Ten days hold every weekday and one to spare at either end. `offset 0` has each instant computed once, where the planner
-- would compute it anew at every mention. Immutable, so that a distributed table may use it.
create function next_due(
  zone text, local_time time, weekdays smallint, step_days smallint, after timestamptz, last_date date
) returns timestamptz
language sql immutable parallel safe
as $$
  select min(due)
  from (
    select (first_day + i + local_time) at time zone zone as due
    from (select greatest((after at time zone zone)::date - 1, last_date + step_days - 1) as first_day offset 0) days,
      generate_series(0, 9) as i offset 0
  ) slots
  where due > after
    and (last_date is null or (due at time zone zone)::date >= last_date + step_days)
    and (weekdays >> (extract(isodow from due at time zone zone)::int - 1)) & 1 = 1
$$;
