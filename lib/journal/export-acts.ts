import Papa from 'papaparse';
import type { Locale, StaffActor } from '../actor';
import { type ActDocument, acts } from '../audit/documents';
import { recordAct } from '../audit/record-act';
import { asWords } from '../clients/csv-text';
import type { Database } from '../db/client';
import { AppError } from '../errors';
import { languageOf } from '../i18n/config';
import { translator } from '../i18n/translate';
import { describeAct } from './describe-act';
import { toActs } from './dto';
import { actsFilter, NEWEST } from './list-acts';
import type { ExportActsQuery } from './schemas';

/** The mark by which Excel knows UTF-8. */
const BOM = '\uFEFF';
const AT_ONCE = 500;

async function* batches(db: Database, query: ExportActsQuery): AsyncGenerator<ActDocument[]> {
  const rows = acts(db).find(actsFilter(query)).sort(NEWEST.sort).batchSize(AT_ONCE);
  let batch: ActDocument[] = [];
  for await (const row of rows) {
    batch.push(row);
    if (batch.length < AT_ONCE) continue;
    yield batch;
    batch = [];
  }
  if (batch.length > 0) yield batch;
}

/**
 * The journal as a table for spreadsheets, narrowed as the page is, with the number and the link of each line, so that it can
 * be compared later. Taking it away is a line of its own.
 * @throws AppError forbidden for anyone but an owner.
 */
export async function exportActs(
  db: Database,
  actor: StaffActor,
  query: ExportActsQuery,
  locale: Locale,
): Promise<ReadableStream<Uint8Array>> {
  if (actor.role !== 'owner') throw new AppError('forbidden');
  const count = await acts(db).countDocuments(actsFilter(query));
  await recordAct(db, { kind: 'journalExported', by: actor.id, detail: { count } });
  const t = translator(locale, 'journal');
  const csv = (cells: readonly (readonly string[])[]) =>
    `${Papa.unparse(cells as string[][], { quotes: true, delimiter: languageOf(locale).columns })}\r\n`;
  async function* lines(): AsyncGenerator<string> {
    yield (
      BOM +
      csv([
        (['at', 'who', 'what', 'of', 'detail', 'device', 'address', 'number', 'link'] as const).map((one) =>
          t(`columns.${one}`),
        ),
      ])
    );
    for await (const batch of batches(db, query)) {
      const shaped = await toActs(db, batch);
      yield csv(
        shaped.map((act, at) => {
          const { who, what, detail, device } = describeAct(act, locale);
          const { seq, hash } = batch[at] ?? {};
          const cells = [
            act.at,
            who,
            what,
            act.of?.name ?? '',
            detail,
            device,
            act.address,
            String(seq ?? ''),
            hash ?? '',
          ];
          return cells.map(asWords);
        }),
      );
    }
  }
  const text = lines();
  const encoder = new TextEncoder();
  return new ReadableStream<Uint8Array>({
    async pull(controller) {
      const next = await text.next();
      if (next.done) controller.close();
      else controller.enqueue(encoder.encode(next.value));
    },
    async cancel() {
      await text.return(undefined);
    },
  });
}
