import type { ClientActor } from '../actor';
import { type Entry, textEntry } from '../archive-entry';
import { recordAct } from '../audit/record-act';
import type { Database } from '../db/client';
import { getHouse } from '../house/get-house';
import { translator } from '../i18n/translate';
import { ALL_TRACES } from './all-traces';
import { holdersOf } from './find-person';
import { zipped } from './zipped';

async function* entriesOf(db: Database, actor: ClientActor): AsyncGenerator<Entry> {
  const { clientId, id: accountId, email, locale } = actor;
  const t = translator(locale, 'settings');
  yield textEntry(t('exportReadmeName'), t('exportReadme', { house: (await getHouse(db)).name }));
  const holders = await holdersOf(db, { clientId, accountId, emails: [email] });
  for (const traces of ALL_TRACES) if (traces.export) yield* traces.export(db, { actor, holders, now: new Date() });
}

/** Everything of mine the house has, as a ZIP of JSON and files, streamed: memory holds one piece at a time. */
export async function exportOwnData(db: Database, actor: ClientActor): Promise<ReadableStream<Uint8Array>> {
  await recordAct(db, { kind: 'ownDataExported', by: actor.id });
  const bytes = zipped(entriesOf(db, actor));
  return new ReadableStream<Uint8Array>({
    async pull(controller) {
      const next = await bytes.next();
      if (next.done) controller.close();
      else controller.enqueue(next.value);
    },
    async cancel() {
      await bytes.return(undefined);
    },
  });
}
