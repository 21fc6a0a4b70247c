import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { accounts } from '../../../lib/auth/documents';
import { appointments } from '../../../lib/appointments/documents';
import { conversations } from '../../../lib/chat/documents';
import { clients } from '../../../lib/clients/documents';
import { connect, type Database, database } from '../../../lib/db/client';
import { models } from '../../../lib/models/documents';
import { orders } from '../../../lib/orders/documents';
import { startDatabaseProcess } from '../../../packages/embedded-db/tests/support/database-process';
import { BrowserSession } from '../../support/browser-session';
import { startHouse } from '../../support/house-process';

/** What the demo house calls the things that are asked for; every house has them, whatever else it has. */
export interface Named {
  clientId: string;
  orderId: string;
  modelId: string;
  slug: string;
  conversationId: string;
  appointmentId: string;
  couturierId: string;
}

export type Person = 'couturier' | 'owner' | 'client' | 'visitor';

export interface BenchHouse {
  origin: string;
  people: Record<Person, BrowserSession>;
  named: Named;
  close: () => Promise<void>;
}

/** Loads the demo house as `npm run seed -- --demo` does. @returns the password of its people */
function seed(uri: string, dataDir: string): Promise<string> {
  const env = { ...process.env, MONGODB_URI: uri, DATA_DIR: dataDir };
  const child = spawn(process.execPath, ['--import', 'tsx', 'scripts/seed.ts', '--demo'], { env });
  let text = '';
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding('utf8').on('data', (part: string) => (text += part));
  return new Promise((resolve, reject) =>
    child.once('close', () => {
      const [, password] = /printed this once: (\S+)/.exec(text) ?? [];
      if (password) resolve(password);
      else reject(new Error(`the demo house was not loaded:\n${text}`));
    }),
  );
}

async function nameThings(db: Database): Promise<Named> {
  const claire = await accounts(db).findOne({ email: 'couturier@fashionflow.test' });
  const awa = await clients(db).findOne({ email: 'client@fashionflow.test' });
  const order = await orders(db).findOne({ number: /-0041$/, clientId: awa?._id });
  const model = await models(db).findOne({ _id: order?.modelId });
  const conversation = await conversations(db).findOne({ clientId: awa?._id, couturierId: claire?._id });
  const fitting = await appointments(db).findOne({ clientId: awa?._id, kind: 'fitting' });
  if (!claire || !awa || !order || !model || !conversation || !fitting) throw new Error('the demo house has changed');
  return {
    clientId: awa._id.toHexString(),
    orderId: order._id.toHexString(),
    modelId: model._id.toHexString(),
    slug: model.slug,
    conversationId: conversation._id.toHexString(),
    appointmentId: fitting._id.toHexString(),
    couturierId: claire._id.toHexString(),
  };
}

async function signedIn(origin: string, email: string, password: string): Promise<BrowserSession> {
  const session = new BrowserSession(origin);
  await session.signIn(email, password);
  return session;
}

/** The demo house, built and started on an embedded database of its own; `grow` adds to it before it opens. */
export async function openHouse(folder: string, grow?: (db: Database) => Promise<void>): Promise<BenchHouse> {
  const server = await startDatabaseProcess(join(folder, 'database'));
  const client = connect(server.uri);
  const db = database(client, 'fashionflow');
  const stop = async (): Promise<void> => {
    await client.close();
    await server.stop();
  };
  try {
    const password = await seed(server.uri, join(folder, 'data'));
    await grow?.(db);
    const house = await startHouse(join(folder, 'data'), { MONGODB_URI: server.uri, RATE_LIMIT_FACTOR: '10000' });
    await house.says(/Ctrl-C closes/);
    const [named, couturier, owner, person] = await Promise.all([
      nameThings(db),
      signedIn(house.origin, 'couturier@fashionflow.test', password),
      signedIn(house.origin, 'owner@fashionflow.test', password),
      signedIn(house.origin, 'client@fashionflow.test', password),
    ]);
    return {
      origin: house.origin,
      people: { couturier, owner, client: person, visitor: new BrowserSession(house.origin) },
      named,
      close: async () => {
        house.signal('SIGTERM');
        await house.ended;
        await stop();
      },
    };
  } catch (error) {
    await stop();
    throw error;
  }
}
