/**
 * The learner's calendar, in SQL: Postgres is the only authority on time zones. The study day turns at 04:00 local,
 * so that an answer after midnight still belongs to the evening.
 */
import { sql, type SQL } from 'drizzle-orm';

/** The study day (a `date`) of an instant in a time zone. */
export function studyDay(instant: SQL | Date, timeZone: SQL): SQL {
  const at = instant instanceof Date ? sql`${instant.toISOString()}::timestamptz` : instant;
  return sql`((${at} at time zone ${timeZone}) - interval '4 hours')::date`;
}
