import type { Document } from 'mongodb';
import type { Migration, MigrationDocument } from './migration';

/**
 * Currencies that have no hundredths, by how many minor units one of their units is (ISO 4217). The first version kept and printed
 * hundredths of every currency.
 */
const UNITS: Readonly<Record<string, number>> = Object.fromEntries([
  ...'BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX UYI VND VUV XAF XOF XPF'.split(' ').map((code) => [code, 1]),
  ...'BHD IQD JOD KWD LYD OMR TND'.split(' ').map((code) => [code, 1_000]),
  ...'CLF UYW'.split(' ').map((code) => [code, 10_000]),
]);

/** Where sums are kept. The journal's lines are sewn together and hold none; what people were told in words stays as told. */
const PLACES: Readonly<Record<string, readonly string[]>> = {
  orders: [
    'quotes.lines.unitPrice',
    'payments.amount',
    'changeRequests.answer.priceDelta',
    'cuttingApprovals.sheet.price',
  ],
  orderEvents: ['data.amount', 'data.balance', 'data.priceDelta'],
  models: ['priceFrom'],
  messages: ['system.amount'],
};

/** When the part of a document was written, the first that it has. */
const WRITTEN = ['recordedAt', 'changedAt', 'at', 'updatedAt', 'createdAt'];

/** On a document that was done, until all are. */
const MARK = 'wholeFrancs';

const inUnits = (hundredths: number, unit: number): number =>
  Math.sign(hundredths) * Math.round((Math.abs(hundredths) * unit) / 100) + 0;

/** The same value with its hundredths in the currency's own units, where it was written before `until`. */
function converted(value: unknown, until: Date, written?: Date): unknown {
  if (Array.isArray(value)) return value.map((one) => converted(one, until, written));
  if (value === null || typeof value !== 'object' || Object.getPrototypeOf(value) !== Object.prototype) return value;
  const part = value as Document;
  const at = WRITTEN.map((field) => part[field] as unknown).find((one) => one instanceof Date) ?? written;
  const unit = UNITS[String(part['currency'])];
  if (unit !== undefined && typeof part['amount'] === 'number')
    return at && at > until ? part : { ...part, amount: inUnits(part['amount'], unit) };
  return Object.fromEntries(Object.entries(part).map(([field, one]) => [field, converted(one, until, at)]));
}

/**
 * A house that counts in CFA francs (or yen, or dinars) had hundredths under its sums, and printed « 45 000,00 F CFA ». Each sum
 * becomes the whole francs it was printed as. What was written after the migration before this one is left: no version that knew
 * it wrote hundredths. The print of a bon à couper stays the one on the papers that were given, made over the sum as it was kept then.
 */
export const wholeFrancs: Migration = {
  version: 7,
  name: 'whole-francs',
  up: async (db) => {
    const records = db.db.collection<MigrationDocument & { counted?: true }>('migrations');
    const until = (await records.findOne({ _id: 6 }))?.finishedAt ?? new Date();
    if (!(await records.findOne({ _id: 7, counted: true }))) {
      for (const [name, paths] of Object.entries(PLACES)) {
        const collection = db.db.collection(name);
        const old = { $or: paths.map((path) => ({ [`${path}.currency`]: { $in: Object.keys(UNITS) } })) };
        for await (const before of collection.find({ ...old, [MARK]: { $exists: false } })) {
          const fields = [...new Set(paths.map((path) => path.split('.')[0] as string))].filter((one) => one in before);
          const after = converted(before, until) as Document;
          const set = Object.fromEntries(fields.map((field) => [field, after[field] as unknown]));
          await collection.updateOne(
            { _id: before._id, [MARK]: { $exists: false } },
            { $set: { ...set, [MARK]: true } },
          );
        }
      }
      // From here on nothing is counted again, so the marks can go, however often this is begun.
      await records.updateOne({ _id: 7 }, { $set: { counted: true } }, { upsert: true });
    }
    for (const name of Object.keys(PLACES))
      await db.db.collection(name).updateMany({ [MARK]: true }, { $unset: { [MARK]: '' } });
  },
};
