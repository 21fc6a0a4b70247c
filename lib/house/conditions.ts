import { createHash } from 'node:crypto';
import type { Locale } from '../actor';
import type { Database } from '../db/client';
import { isDuplicateKey } from '../db/duplicate-key';
import { LOCALES } from '../i18n/config';
import { getHouse } from './get-house';
import { conditionsSections, type LegalFacts, type LegalSection } from './legal-pages';

/** One version of the terms of sale, as it was read: never changed, never taken away. */
export interface ConditionsDocument {
  /** 1, 2, 3… */
  _id: number;
  /** Of what it says, to tell whether the house would say the same today. */
  hash: string;
  sections: Record<Locale, LegalSection[]>;
  createdAt: Date;
}

const conditions = (db: Database) => db.db.collection<ConditionsDocument>('conditions');

const write = (facts: LegalFacts): ConditionsDocument['sections'] =>
  Object.fromEntries(
    LOCALES.map((locale) => [locale, conditionsSections(facts, locale)]),
  ) as ConditionsDocument['sections'];

/**
 * The terms of sale as the house's settings make them now. Where they say something else than the newest version kept, they
 * are kept as the next one; two at once write one.
 * @param facts the house, where the caller has read it
 */
export async function conditionsInForce(db: Database, facts?: LegalFacts): Promise<ConditionsDocument> {
  const sections = write(facts ?? (await getHouse(db)));
  const hash = createHash('sha256').update(JSON.stringify(sections)).digest('hex');
  for (;;) {
    const [newest] = await conditions(db).find().sort({ _id: -1 }).limit(1).toArray();
    if (newest?.hash === hash) return newest;
    const next = { _id: (newest?._id ?? 0) + 1, hash, sections, createdAt: new Date() };
    try {
      await conditions(db).insertOne(next);
      return next;
    } catch (error) {
      if (!isDuplicateKey(error)) throw error;
    }
  }
}

/** A version of the terms of sale; nothing where there is none of that number. */
export const findConditions = (db: Database, version: number): Promise<ConditionsDocument | null> =>
  conditions(db).findOne({ _id: version });
