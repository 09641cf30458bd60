/**
 * Columns that mean the same everywhere. All tables of this folder: what belongs to a learner has a primary key that starts
 * with the learner's id, so that the tables can be distributed by it. Telegram ids are JavaScript numbers (below 2^53).
 * Progress is never deleted by an import, only archived.
 */
import { bigint, timestamp } from 'drizzle-orm/pg-core';

export const instant = (name: string) => timestamp(name, { withTimezone: true, mode: 'date' });
export const telegramId = (name: string) => bigint(name, { mode: 'number' });
