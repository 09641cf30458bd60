/** A process for tests to kill: opens the embedded database of a directory and says each number once it is committed. */
import process from 'node:process';
import pg from 'pg';
import { openEmbedded } from '../../../dist/db/embedded/embedded.js';
import { createLog } from '../../../dist/log.js';

const { connection } = await openEmbedded({ dataDir: process.argv[2] }, createLog('silent'));
const client = new pg.Client(connection);
await client.connect();
await client.query('create table if not exists answers (number int primary key)');
for (let number = 0; ; number += 1) {
  await client.query('insert into answers values ($1)', [number]);
  process.stdout.write(`${number}\n`);
}
