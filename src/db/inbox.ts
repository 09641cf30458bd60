/**
 * The rows behind `run/inbox.ts`: updates that were received and not yet handled, and whose turn each learner is. Fits
 * its store by shape. A handled row keeps its id, so that a redelivery is still recognised, and loses its payload: what
 * people write is not kept longer than it takes to answer.
 * Invariant: a learner's updates are given to one process at a time, as long as it renews its turns. Leases are judged
 * by the clock of the database, which all processes share.
 */
import type { Database } from './database.js';

export interface InboxRow {
  /** Whose turn it takes; 0 for an update without a person or a chat. */
  readonly learnerId: number;
  readonly updateId: number;
  /** The update as JSON. */
  readonly payload: string;
}

/** A process that takes turns. */
export interface TurnTaker {
  readonly owner: string;
  /** How long its turns last without a word from it, in ms. */
  readonly leaseMs: number;
}

const isWaiting = 'handled_at is null and failed_at is null';
const isOver = 't.until < statement_timestamp()';
const leaseEnd = "statement_timestamp() + $2::float8 * interval '1 ms'";

/** Stores and takes turns at once. A turn that is somebody else's is marked, so that its owner looks before letting go. */
const ADD = {
  name: 'inbox-add',
  text: `
    with given as (
      select * from unnest($4::bigint[], $5::bigint[], $6::text[]) as g (learner_id, update_id, payload)
    ), added as (
      insert into inbox (learner_id, update_id, payload, received_at) select g.*, $3::timestamptz from given g
      on conflict do nothing returning learner_id, update_id
    ), taken as (
      insert into turns as t (learner_id, owner, until)
      select distinct g.learner_id, $1, ${leaseEnd} from given g order by g.learner_id
      on conflict (learner_id) do update set
        owner = case when ${isOver} then excluded.owner else t.owner end,
        until = case when ${isOver} or t.owner = excluded.owner then excluded.until else t.until end,
        is_wanted = t.is_wanted or t.owner <> excluded.owner
      returning t.learner_id, t.owner = $1 as is_ours, t.is_wanted, xmax = 0 as is_fresh
    )
    select g.learner_id::float8 as "learnerId", g.update_id::float8 as "updateId", a.update_id is not null as "isNew",
      t.is_ours as "isOurs", t.is_wanted as "isWanted", t.is_fresh as "isFresh",
      exists (select from inbox i where i.learner_id = g.learner_id and ${isWaiting}) as "hasOthers"
    from given g
    join taken t on t.learner_id = g.learner_id
    left join added a on a.learner_id = g.learner_id and a.update_id = g.update_id`,
};

interface Added {
  readonly learnerId: number;
  readonly updateId: number;
  readonly isNew: boolean;
  readonly isOurs: boolean;
  /** Another process has stored something, or had the turn before. */
  readonly isWanted: boolean;
  /** Nobody had the turn. */
  readonly isFresh: boolean;
  /** Something else of the learner's was waiting when the statement began. */
  readonly hasOthers: boolean;
}

const CALM = {
  name: 'inbox-calm',
  text: `update turns set is_wanted = false where learner_id = any($2::bigint[]) and owner = $1 and is_wanted
    returning learner_id::float8 as "learnerId"`,
};

const LOOK = {
  name: 'inbox-look',
  text: `
    select i.learner_id::float8 as "learnerId", i.update_id::float8 as "updateId", i.payload
    from inbox i join turns t on t.learner_id = i.learner_id and t.owner = $1
    where i.learner_id = any($2::bigint[]) and ${isWaiting}
    order by i.received_at, i.update_id`,
};

const FINISH = {
  name: 'inbox-finish',
  text: `
    with done as (
      update inbox i set handled_at = $2, payload = ''
      from unnest($3::bigint[], $4::bigint[]) as d (learner_id, update_id)
      where i.learner_id = d.learner_id and i.update_id = d.update_id
    )
    delete from turns where learner_id = any($5::bigint[]) and owner = $1 and not is_wanted
    returning learner_id::float8 as "learnerId"`,
};

const TAKE_OVER = {
  name: 'inbox-take-over',
  text: `
    with waiting as (
      select distinct i.learner_id from inbox i
      where ${isWaiting} and not exists (select from turns t where t.learner_id = i.learner_id and not (${isOver}))
      limit $3
    )
    insert into turns as t (learner_id, owner, until)
    select learner_id, $1, ${leaseEnd} from waiting order by learner_id
    on conflict (learner_id) do update set owner = excluded.owner, until = excluded.until, is_wanted = false
    where ${isOver}
    returning t.learner_id::float8 as "learnerId"`,
};

/** Only a learner's oldest update can have been under way when its process died: the others count no attempt. */
const COUNT_ATTEMPT = {
  name: 'inbox-count-attempt',
  text: `
    with waiting as (
      select learner_id, update_id, payload, attempts, received_at,
        row_number() over (partition by learner_id order by received_at, update_id) = 1 as is_first
      from inbox where learner_id = any($1::bigint[]) and ${isWaiting}
    ), counted as (
      update inbox i set attempts = i.attempts + 1 from waiting w
      where w.is_first and i.learner_id = w.learner_id and i.update_id = w.update_id
    )
    select learner_id::float8 as "learnerId", update_id::float8 as "updateId", payload,
      attempts + is_first::int as attempts
    from waiting order by received_at, update_id`,
};

const FORGET = `
  delete from inbox where ctid = any(array(
    select ctid from inbox where received_at < $1 and not (${isWaiting}) limit $2))`;

/** Learners taken over, and rows forgotten, by one statement. */
const TAKEN_AT_ONCE = 500;
const FORGOTTEN_AT_ONCE = 5_000;

/** Statements over the inbox and its turns. */
export function inboxStore(db: Database) {
  const pool = db.$client;

  /** What waits of the learners whose turn is ours, oldest first. */
  async function look(owner: string, learnerIds: readonly number[]): Promise<InboxRow[]> {
    if (learnerIds.length === 0) return [];
    const { rows } = await pool.query<InboxRow>({ ...LOOK, values: [owner, learnerIds] });
    return rows;
  }

  /** Lowers the flags of our turns; gives the learners whose flag was up. Rows are looked at after this, never before. */
  async function calm(owner: string, learnerIds: readonly number[]): Promise<number[]> {
    if (learnerIds.length === 0) return [];
    const { rows } = await pool.query<{ learnerId: number }>({
      ...CALM,
      values: [owner, learnerIds],
    });
    return rows.map(({ learnerId }) => learnerId);
  }

  return {
    /**
     * Stores what is new and takes the turns that are free, in one statement. Gives the learners whose turn is ours, and
     * what waits of them to be handled here, oldest first. `holds`: this process had the learner's turn before.
     */
    async add(
      rows: readonly InboxRow[],
      taker: TurnTaker & { receivedAt: Date; holds: (learnerId: number) => boolean },
    ): Promise<{ ours: number[]; waiting: InboxRow[] }> {
      const values = [
        ...[taker.owner, taker.leaseMs, taker.receivedAt, rows.map(({ learnerId }) => learnerId)],
        ...[rows.map(({ updateId }) => updateId), rows.map(({ payload }) => payload)],
      ];
      const added = (await pool.query<Added>({ ...ADD, values })).rows.filter((it) => it.isOurs);
      // What the statement saw is older than the turn it took, unless nobody had that turn and nothing was there.
      const doubtful = added.filter(
        ({ learnerId, isNew, isFresh, isWanted, hasOthers }) =>
          isWanted || (!taker.holds(learnerId) && (!isNew || !isFresh || hasOthers)),
      );
      const looked = new Set(doubtful.map(({ learnerId }) => learnerId));
      await calm(taker.owner, [...looked]);
      const fresh = new Set(
        added
          .filter(({ learnerId, isNew }) => isNew && !looked.has(learnerId))
          .map(({ updateId }) => updateId),
      );
      return {
        ours: [...new Set(added.map(({ learnerId }) => learnerId))],
        waiting: [
          ...rows.filter(({ updateId }) => fresh.has(updateId)),
          ...(await look(taker.owner, [...looked])),
        ],
      };
    },

    /** Takes the turns nobody has of learners with something waiting; what may have been under way counts one more attempt. */
    async takeOver(taker: TurnTaker): Promise<(InboxRow & { attempts: number })[]> {
      const values = [taker.owner, taker.leaseMs, TAKEN_AT_ONCE];
      const taken = await pool.query<{ learnerId: number }>({ ...TAKE_OVER, values });
      if (taken.rows.length === 0) return [];
      const learnerIds = taken.rows.map(({ learnerId }) => learnerId);
      const counted = { ...COUNT_ATTEMPT, values: [learnerIds] };
      return (await pool.query<InboxRow & { attempts: number }>(counted)).rows;
    },

    /**
     * Marks updates as handled and lets go of turns. A turn for which another process has stored something is `kept`, with
     * what waits of it, oldest first.
     */
    async finish(
      handled: readonly Pick<InboxRow, 'learnerId' | 'updateId'>[],
      turn: { owner: string; letGo: readonly number[]; handledAt: Date },
    ): Promise<{ kept: number[]; waiting: InboxRow[] }> {
      const values = [
        ...[turn.owner, turn.handledAt, handled.map(({ learnerId }) => learnerId)],
        ...[handled.map(({ updateId }) => updateId), turn.letGo],
      ];
      const { rows } = await pool.query<{ learnerId: number }>({ ...FINISH, values });
      const free = new Set(rows.map(({ learnerId }) => learnerId));
      const kept = await calm(
        turn.owner,
        turn.letGo.filter((learnerId) => !free.has(learnerId)),
      );
      return { kept, waiting: await look(turn.owner, kept) };
    },

    /** Makes all turns of this process last on; gives their learners. */
    async renew({ owner, leaseMs }: TurnTaker): Promise<number[]> {
      const { rows } = await pool.query<{ learnerId: number }>(
        `update turns set until = ${leaseEnd} where owner = $1 returning learner_id::float8 as "learnerId"`,
        [owner, leaseMs],
      );
      return rows.map(({ learnerId }) => learnerId);
    },

    /** Lets go of all turns of a process that stops, or that is known to have died. */
    async letGo(owner: string): Promise<void> {
      await pool.query('delete from turns where owner = $1', [owner]);
    },

    /** Everybody who has a turn. */
    async owners(): Promise<string[]> {
      const { rows } = await pool.query<{ owner: string }>('select distinct owner from turns');
      return rows.map(({ owner }) => owner);
    },

    /** An update that cannot be handled: kept whole for whoever looks into it. */
    async setAside(
      { learnerId, updateId }: Pick<InboxRow, 'learnerId' | 'updateId'>,
      failure: { error: string; failedAt: Date },
    ): Promise<void> {
      await pool.query(
        'update inbox set failed_at = $3, error = $4 where learner_id = $1 and update_id = $2',
        [learnerId, updateId, failure.failedAt, failure.error],
      );
    },

    /** Forgets rows done with that came before an instant. Telegram redelivers for a day at most. */
    async forget(before: Date): Promise<void> {
      for (let gone: number | null = FORGOTTEN_AT_ONCE; gone === FORGOTTEN_AT_ONCE;) {
        gone = (await pool.query(FORGET, [before, FORGOTTEN_AT_ONCE])).rowCount;
      }
    },
  };
}
