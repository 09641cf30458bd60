/**
 * Decks and facts of a copy: which of them are here already, under which ids the others come. In: a copy. Out: for every
 * deck and fact of it the one of here, as far as there is one.
 * Invariant: a deck of somebody else is never written to, and never shown to who may not see it.
 */
import { createHash } from 'node:crypto';
import {
  addRows,
  countOwnDecks,
  decksHere,
  factsHere,
  type DeckHere,
  type FactHere,
} from '../db/restoring.js';
import type { Transaction } from '../db/database.js';
import type { CopyTables } from '../reader/copy-file.js';

/** One copy on its way back. */
export interface Restoring {
  readonly tx: Transaction;
  readonly learnerId: number;
  readonly copy: CopyTables;
  readonly now: Date;
  /** Decks a learner may have. */
  readonly mostDecks: number;
}

type CopiedDeck = CopyTables['decks'][number];
type CopiedFact = CopyTables['facts'][number];

/** Ids of the copy, each with the id of here. */
export interface Places {
  readonly decks: ReadonlyMap<string, string>;
  readonly facts: ReadonlyMap<string, string>;
  /** Decks that were not here before. */
  readonly added: number;
}

/** Where a deck of the copy goes. */
interface Target {
  readonly deck: CopiedDeck;
  readonly id: string;
  readonly is: 'new' | 'own' | 'seen';
}

/** Adds the decks that are not here; null when the learner would have too many. */
export async function bringDecks(restoring: Restoring): Promise<Places | null> {
  const { tx, learnerId, copy } = restoring;
  const targets = await targetsOf(restoring);
  const fresh = targets.filter(({ is }) => is === 'new');
  const inUse = fresh.filter(({ deck }) => deck.archived_at === null && deck.left_at === null);
  if (inUse.length > 0) {
    const owned = await countOwnDecks(tx, learnerId);
    if (owned + inUse.length > restoring.mostDecks) return null;
  }
  const rows = fresh.map(({ deck: { owner: _owner, ...deck }, id }) => ({
    ...deck,
    ...{ id, owner_id: learnerId, file: null },
  }));
  await addRows(tx, 'decks', rows);
  const here = await factsHere(tx, {
    deckIds: targets.map(({ id }) => id),
    ids: copy.facts.flatMap((fact) => [fact.id, derived(learnerId, fact.id)]),
  });
  return {
    decks: new Map(targets.map(({ deck, id }) => [deck.id, id])),
    facts: await bringFacts(restoring, targets, here),
    added: fresh.length,
  };
}

async function targetsOf({ tx, learnerId, copy }: Restoring): Promise<Target[]> {
  const here = await decksHere(tx, learnerId, {
    ids: copy.decks.flatMap(({ id }) => [id, derived(learnerId, id)]),
    files: copy.decks.flatMap(({ file }) => (file === null ? [] : [file])),
  });
  const byId = new Map(here.map((deck) => [deck.id, deck]));
  const byFile = new Map(here.filter(({ isBuiltIn }) => isBuiltIn).map((it) => [it.file, it]));
  const taken = new Set<string>();
  return copy.decks.flatMap((deck) => {
    const target = targetOf(deck, { learnerId, byId, byFile });
    if (taken.has(target.id)) return [];
    taken.add(target.id);
    return [target];
  });
}

interface Here {
  readonly learnerId: number;
  readonly byId: ReadonlyMap<string, DeckHere>;
  readonly byFile: ReadonlyMap<string | null, DeckHere>;
}

function targetOf(deck: CopiedDeck, { learnerId, byId, byFile }: Here): Target {
  const builtIn = deck.owner === 'nobody' && deck.file !== null && byFile.get(deck.file);
  if (builtIn) return { deck, id: builtIn.id, is: 'seen' };
  const same = byId.get(deck.id);
  if (same === undefined) return { deck, id: deck.id, is: 'new' };
  if (same.isOwn) return { deck, id: same.id, is: 'own' };
  if (same.isShared || same.isBuiltIn) return { deck, id: same.id, is: 'seen' };
  // Somebody else has this id: the learner gets a deck of their own.
  const id = derived(learnerId, deck.id);
  return { deck, id, is: byId.get(id)?.isOwn === true ? 'own' : 'new' };
}

/** Facts by their ids, else by what they say; those of the learner's own decks that are not here are added. */
async function bringFacts(
  { tx, learnerId, copy, now }: Restoring,
  targets: readonly Target[],
  here: readonly FactHere[],
): Promise<Map<string, string>> {
  const targetOf = new Map(targets.map((target) => [target.deck.id, target]));
  const deckOf = new Map(here.map(({ id, deckId }) => [id, deckId]));
  const saying = new Map(here.map(({ id, deckId, key }) => [`${deckId} ${key ?? ''}`, id]));
  const places = new Map<string, string>();
  const taken = new Set<string>();
  const added: (CopiedFact & { id: string })[] = [];
  for (const fact of copy.facts) {
    const target = targetOf.get(fact.deck_id);
    if (target === undefined || places.has(fact.id)) continue;
    const other = derived(learnerId, fact.id);
    const known =
      [fact.id, other].find((id) => deckOf.get(id) === target.id) ??
      saying.get(`${target.id} ${fact.body.id}`);
    const id = known ?? (deckOf.has(fact.id) ? other : fact.id);
    if (taken.has(id) || (known === undefined && target.is === 'seen')) continue;
    taken.add(id);
    places.set(fact.id, id);
    if (known !== undefined) continue;
    // A deck that is here has gone its own way: what it says no more is kept for its answers only.
    const gone = target.is === 'own' ? now.toISOString() : null;
    const archivedAt = fact.archived_at ?? gone;
    const key = archivedAt === null ? fact.body.id : null;
    added.push({ ...fact, ...{ id, deck_id: target.id, key, archived_at: archivedAt } });
  }
  const brought = new Set((await addRows(tx, 'facts', added)).map((row) => row['id']));
  const lost = new Set(added.map(({ id }) => id).filter((id) => !brought.has(id)));
  return new Map([...places].filter(([, id]) => !lost.has(id)));
}

/** The id a deck or fact gets here when somebody else has its own: always the same for the same learner. */
const derived = (learnerId: number, id: string): string =>
  createHash('sha256').update(`${learnerId}:${id}`).digest('base64url').slice(0, 12);
