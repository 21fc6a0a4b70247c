import { Zip, ZipDeflate, ZipPassThrough } from 'fflate';
import type { ObjectId } from 'mongodb';
import type { ClientActor } from '../actor';
import { appointments } from '../appointments/documents';
import { toAppointments } from '../appointments/dto';
import { getMe } from '../auth/get-me';
import { listSessions } from '../auth/list-sessions';
import { describeConversations } from '../chat/describe-conversations';
import { conversations, messages } from '../chat/documents';
import { toMessageDto } from '../chat/dto';
import { clients, measurementSets } from '../clients/documents';
import { toClient } from '../clients/dto';
import { toMeasurementSet } from '../clients/measurement-dto';
import type { Database } from '../db/client';
import { files } from '../files/documents';
import { readFile } from '../files/read-file';
import { translator } from '../i18n/translate';
import { favourites, models } from '../models/documents';
import { fittingSheets } from '../fittings/documents';
import { toFittingSheet } from '../fittings/dto';
import { notifications } from '../notifications/documents';
import { toNotificationDto } from '../notifications/dto';
import { settingsOf } from '../notifications/settings';
import { orderEvents, orders } from '../orders/documents';
import { toEvent, toOrder } from '../orders/dto';
import { surroundingsOf } from '../orders/surroundings';

/** One file of the archive, written piece by piece: nothing of it is held in memory whole. */
interface Entry {
  name: string;
  /** Pictures and the like are packed already. */
  packed?: boolean;
  pieces: AsyncIterable<Uint8Array>;
}

const utf8 = new TextEncoder();

async function* json(value: unknown): AsyncGenerator<Uint8Array> {
  yield utf8.encode(`${JSON.stringify(value, null, 2)}\n`);
}

/** A JSON list whose items are read while it is written. */
async function* jsonList(items: AsyncIterable<unknown>): AsyncGenerator<Uint8Array> {
  let first = true;
  for await (const item of items) {
    yield utf8.encode(`${first ? '[' : ','}\n${JSON.stringify(item, null, 2)}`);
    first = false;
  }
  yield utf8.encode(first ? '[]\n' : '\n]\n');
}

/** My messages with everybody, conversation by conversation. */
async function* allMessages(db: Database, actor: ClientActor, ids: readonly ObjectId[]) {
  for (const conversationId of ids)
    for await (const message of messages(db).find({ conversationId }).sort({ seq: 1 }))
      yield toMessageDto(message, actor);
}

async function* entriesOf(db: Database, actor: ClientActor): AsyncGenerator<Entry> {
  const { clientId, locale } = actor;
  const now = new Date();
  yield {
    name: locale === 'fr' ? 'LISEZ-MOI.txt' : 'README.txt',
    pieces: text(translator(locale, 'settings')('exportReadme')),
  };
  yield {
    name: 'account.json',
    pieces: json({ account: await getMe(db, actor), devices: (await listSessions(db, actor)).items }),
  };
  const file = await clients(db).findOne({ _id: clientId });
  // Named one by one, as everything that leaves: the atelier's own notes and the merges of files are its own.
  if (file) {
    const { notes: _notes, merged: _merged, ...own } = toClient(file, now);
    yield { name: 'file.json', pieces: json(own) };
  }
  const sets = await measurementSets(db).find({ clientId }).sort({ takenAt: -1 }).toArray();
  yield {
    name: 'measurements.json',
    pieces: json(sets.map((set) => toMeasurementSet(set, { locale, names: new Map(), now }))),
  };
  const mine = await orders(db).find({ clientId }).sort({ createdAt: 1 }).toArray();
  const around = await surroundingsOf(db, mine);
  const orderIds = mine.map(({ _id }) => _id);
  const events = await orderEvents(db)
    .find({ orderId: { $in: orderIds }, visibility: 'client' })
    .sort({ at: 1 })
    .toArray();
  yield {
    name: 'orders.json',
    pieces: json(
      mine.map((order) => ({
        ...toOrder(order, 'client', around),
        events: events.filter((event) => event.orderId.equals(order._id)).map(toEvent),
      })),
    ),
  };
  const slots = await appointments(db).find({ clientId }).sort({ start: 1 }).toArray();
  yield { name: 'appointments.json', pieces: json(await toAppointments(db, slots)) };
  const fittings = await fittingSheets(db).find({ clientId }).sort({ createdAt: 1 }).toArray();
  yield { name: 'fittings.json', pieces: json(fittings.map((one) => toFittingSheet(one, 'client'))) };
  const talks = await conversations(db).find({ clientId }).sort({ createdAt: 1 }).toArray();
  yield { name: 'conversations.json', pieces: json(await describeConversations(db, actor, talks)) };
  const talkIds = talks.map(({ _id }) => _id);
  yield { name: 'messages.json', pieces: jsonList(allMessages(db, actor, talkIds)) };
  const kept = await favourites(db).find({ clientId }).sort({ createdAt: 1 }).toArray();
  const slugs = await models(db)
    .find({ _id: { $in: kept.map((one) => one.modelId) } }, { projection: { slug: 1, title: 1 } })
    .toArray();
  yield {
    name: 'favourites.json',
    pieces: json(
      kept.map(({ modelId, createdAt }) => {
        const model = slugs.find(({ _id }) => _id.equals(modelId));
        return {
          modelId: modelId.toHexString(),
          slug: model?.slug,
          title: model?.title[locale],
          keptAt: createdAt.toISOString(),
        };
      }),
    ),
  };
  const bells = await notifications(db).find({ accountId: actor.id }).sort({ createdAt: 1 }).toArray();
  yield { name: 'notifications.json', pieces: json(bells.map((one) => toNotificationDto(one, locale))) };
  yield { name: 'notification-settings.json', pieces: json([await settingsOf(db, actor.id)]) };
  yield* ownFiles(db, actor, { talkIds, holders: [...orderIds, ...sets.map(({ _id }) => _id)] });
}

/** Every file I sent, or that was sent to me or laid with my orders and measurements. */
async function* ownFiles(
  db: Database,
  actor: ClientActor,
  where: { talkIds: readonly ObjectId[]; holders: readonly ObjectId[] },
): AsyncGenerator<Entry> {
  const withFiles = await messages(db)
    .find(
      { conversationId: { $in: [...where.talkIds] }, 'attachments.0': { $exists: true } },
      { projection: { _id: 1 } },
    )
    .toArray();
  const holders = [...where.holders, ...withFiles.map(({ _id }) => _id)];
  const list = files(db).find({ $or: [{ ownerId: actor.id }, { 'attachedTo.id': { $in: holders } }] });
  for await (const { _id, name } of list) {
    const readable = await readFile(db, actor, _id).catch(() => undefined);
    if (readable) yield { name: `files/${_id.toHexString()}-${name}`, packed: true, pieces: pieces(readable.open) };
  }
}

async function* text(words: string): AsyncGenerator<Uint8Array> {
  yield utf8.encode(`${words}\n`);
}

async function* pieces(open: () => Promise<ReadableStream<Uint8Array>>): AsyncGenerator<Uint8Array> {
  const reader = (await open()).getReader();
  try {
    for (let part = await reader.read(); !part.done; part = await reader.read()) yield part.value;
  } finally {
    await reader.cancel();
  }
}

/** The bytes of an archive, made as they are asked for. */
async function* zipped(entries: AsyncIterable<Entry>): AsyncGenerator<Uint8Array> {
  const ready: Uint8Array[] = [];
  let failed: Error | null = null;
  const zip = new Zip((error, bytes) => {
    if (error) failed = error;
    else ready.push(bytes);
  });
  const taken = (): Uint8Array[] => {
    if (failed) throw failed;
    return ready.splice(0);
  };
  for await (const entry of entries) {
    const file = entry.packed ? new ZipPassThrough(entry.name) : new ZipDeflate(entry.name);
    zip.add(file);
    for await (const piece of entry.pieces) {
      file.push(piece);
      yield* taken();
    }
    file.push(new Uint8Array(0), true);
    yield* taken();
  }
  zip.end();
  yield* taken();
}

/** Everything of mine the house has, as a ZIP of JSON and files, streamed: memory holds one piece at a time. */
export function exportOwnData(db: Database, actor: ClientActor): ReadableStream<Uint8Array> {
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
