/**
 * What the process tells Prometheus. In: what happens, told by whoever does it, and where to look when asked. Out: the
 * text of /metrics. Labels are short lists known in advance: no learner, no text, no id is ever among them.
 */
import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from 'prom-client';

/** A Bot API call that is over; `outcome` is `ok` or the kind of the refusal. */
export interface TelegramCall {
  readonly method: string;
  readonly outcome: string;
  readonly seconds: number;
}

/** What is looked up at the moment somebody asks. A source that rejects leaves its numbers as they were. */
export interface MetricSources {
  pool(): { total: number; idle: number; waiting: number };
  /** Updates that wait or run in this process. */
  inboxSize(): number;
  inbox(): Promise<{ waiting: number; setAside: number }>;
  /** Age of the oldest push that is due and not taken up, in seconds; 0 when none is. */
  pushDueSeconds(): Promise<number>;
}

const prefix = 'konspekt_';
const buckets = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30];

export type Metrics = ReturnType<typeof createMetrics>;

/** An empty set of numbers. */
export function createMetrics() {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  const own = { registers: [registry] };

  const stage = new Histogram({
    ...own,
    ...{ name: `${prefix}stage_seconds`, labelNames: ['stage'], buckets },
    help: 'Time an update spends: stored (received to stored), waited (stored to begun), handled (begun to said).',
  });
  const updates = new Counter({
    ...own,
    ...{ name: `${prefix}updates_total`, labelNames: ['end'] },
    help: 'Updates by how they left: handled, or set aside after repeated failures.',
  });
  const stored = new Counter({
    ...own,
    name: `${prefix}updates_stored_total`,
    help: 'Updates stored, redeliveries included.',
  });
  const verdicts = new Counter({
    ...own,
    ...{ name: `${prefix}verdicts_total`, labelNames: ['result'] },
    help: 'Answers judged: correct, partial or wrong.',
  });
  const calls = new Histogram({
    ...own,
    ...{ name: `${prefix}telegram_seconds`, labelNames: ['method', 'outcome'], buckets },
    help: 'Tries of Bot API calls by method and outcome: ok, or the kind of the error.',
  });
  const limited = new Counter({
    ...own,
    name: `${prefix}updates_limited_total`,
    help: 'Updates of learners who sent too many.',
  });

  const pushes = new Counter({
    ...own,
    ...{ name: `${prefix}pushes_total`, labelNames: ['end'] },
    help: 'Daily questions by what became of them.',
  });
  const lateness = new Histogram({
    ...own,
    ...{ name: `${prefix}push_lateness_seconds`, buckets: [1, 5, 15, 60, 300, 900, 1800, 5400] },
    help: 'How long after its time a daily question went out.',
  });

  return {
    inbox: {
      stored(count: number, seconds: number) {
        stored.inc(count);
        stage.observe({ stage: 'stored' }, seconds);
      },
      limited: () => limited.inc(),
      begun: (waited: number) => stage.observe({ stage: 'waited' }, waited),
      ended(end: 'handled' | 'set aside', seconds: number) {
        updates.inc({ end });
        stage.observe({ stage: 'handled' }, seconds);
      },
    },
    verdict: (result: string) => verdicts.inc({ result }),
    push(end: string, lateSeconds: number | null) {
      pushes.inc({ end });
      if (lateSeconds !== null) lateness.observe(lateSeconds);
    },
    telegram: ({ method, outcome, seconds }: TelegramCall) =>
      calls.observe({ method, outcome }, seconds),
    lookAt: (sources: MetricSources) => addGauges(registry, sources),
    /** What /metrics answers. */
    async render(): Promise<{ contentType: string; text: string }> {
      return { contentType: registry.contentType, text: await registry.metrics() };
    },
  };
}

/** Numbers that are read when asked for. */
function addGauges(registry: Registry, sources: MetricSources): void {
  const gauge = (name: string, help: string, collect: (it: Gauge) => void | Promise<void>) =>
    new Gauge({
      ...{ registers: [registry], name: `${prefix}${name}`, help },
      // A database that is away must not take the other numbers with it.
      async collect() {
        await Promise.resolve(collect(this)).catch(() => undefined);
      },
    });
  const labelled = (
    name: string,
    help: string,
    read: () => Promise<Readonly<Record<string, number>>> | Readonly<Record<string, number>>,
  ) =>
    new Gauge({
      ...{ registers: [registry], name: `${prefix}${name}`, help, labelNames: ['state'] },
      async collect() {
        const numbers = await Promise.resolve(read()).catch(() => ({}));
        for (const [state, value] of Object.entries(numbers)) this.set({ state }, value);
      },
    });

  labelled('database_connections', 'Connections of the pool; waiting: queries that want one.', () =>
    sources.pool(),
  );
  labelled(
    'inbox_rows',
    'Updates in the database, of all processes: waiting, set aside.',
    async () => {
      const { waiting, setAside } = await sources.inbox();
      return { waiting, 'set aside': setAside };
    },
  );
  gauge('inbox_here', 'Updates that wait or run in this process.', (it) =>
    it.set(sources.inboxSize()),
  );
  gauge('push_due_seconds', 'Age of the oldest push that is due and not taken up.', async (it) =>
    it.set(await sources.pushDueSeconds()),
  );
}
