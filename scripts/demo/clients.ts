import { clients, type MeasurementSetDocument, measurementSets } from '../../lib/clients/documents';
import { clientSearchFields } from '../../lib/clients/search-fields';
import type { MeasurementValues } from '../../lib/clients/measurement-schemas';
import { newId } from '../../lib/db/ids';
import { FILES } from './client-files';
import type { DemoContext } from './context';
import { CLIENTS, type ClientKey, type StaffKey } from './people';

/** Who holds the tape for whom; everybody else is measured by Claire. */
const TAKEN_BY: Partial<Record<ClientKey, StaffKey>> = {
  camille: 'mathieu',
  ousmane: 'mathieu',
  marguerite: 'mathieu',
  theo: 'ines',
  gabriel: 'ines',
  ingrid: 'ines',
  rose: 'ines',
};

/** An earlier body: the same points, less (or more) by what has changed since. */
function earlier(values: MeasurementValues, less: MeasurementValues): MeasurementValues {
  return Object.fromEntries(
    Object.entries(values).map(([code, value]) => [
      code,
      Math.round(((value ?? 0) - (less[code as keyof MeasurementValues] ?? 0)) * 10) / 10,
    ]),
  );
}

function setsOf(ctx: DemoContext, key: ClientKey): MeasurementSetDocument[] {
  const { body, posture } = FILES[key];
  if (!body) return [];
  const takings = [
    { daysAgo: body.daysAgo, values: body.values },
    ...(body.before ?? []).map(({ daysAgo, less }) => ({ daysAgo, values: earlier(body.values, less) })),
  ];
  return takings.map(({ daysAgo, values }) => {
    const at = ctx.day(-daysAgo, 15);
    return {
      _id: newId(),
      clientId: ctx.clients[key],
      takenAt: at,
      takenBy: ctx.accounts[TAKEN_BY[key] ?? 'claire'],
      kind: 'body',
      ...(posture ? { posture } : {}),
      values,
      custom: [],
      warnings: [],
      createdAt: at,
      updatedAt: at,
    };
  });
}

/** A file for each client of the demo; ids are known before, since accounts and orders refer to them. */
export async function loadClients(ctx: DemoContext): Promise<void> {
  const sets = CLIENTS.flatMap(({ key }) => setsOf(ctx, key));
  await clients(ctx.db).insertMany(
    CLIENTS.map(({ key, email, name, account }, index) => {
      const at = ctx.day(-640 + index * 25, 10);
      const { body, event, ...file } = FILES[key];
      return {
        _id: ctx.clients[key],
        name,
        ...(account ? { email, accountId: ctx.accounts[key] } : {}),
        ...file,
        ...(event ? { event: { label: event.label, date: ctx.day(event.inDays, 12) } } : {}),
        ...(body ? { lastMeasuredAt: ctx.day(-body.daysAgo, 15) } : {}),
        archived: false,
        ...clientSearchFields({ name, phone: file.phone, ...(account ? { email } : {}) }),
        createdAt: at,
        updatedAt: at,
        version: 1,
      };
    }),
  );
  await measurementSets(ctx.db).insertMany(sets);
}
