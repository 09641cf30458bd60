/** Drops the template and stops the server that the setup has started. */
import type { TestRun } from './postgres-setup.js';

export default async function teardown(): Promise<void> {
  await (globalThis as TestRun).stopPostgres?.();
}
