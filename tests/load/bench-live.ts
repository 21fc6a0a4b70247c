import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import sharp from 'sharp';

/**
 * While heavy work is done for some, another person's request is answered as if nothing were: `/api/health/live`, asked every
 * 50 ms, beside it. Against a house with the demo data that runs already (RATE_LIMIT_FACTOR=100): its address is the first
 * argument, the works are the others (`papers`, `pictures`, `passwords`, `takeaways`; all at once where none is named).
 */
const [HOUSE = 'http://localhost:3000', ...named] = process.argv.slice(2);
/** Never longer, and nearly always within the second. */
const GOAL_MS = { longest: 500, p99: 100 };
const say = (line: string): void => void process.stdout.write(`${line}\n`);

/** Sends the form of the sign-in page. */
async function enter(email: string, password: string): Promise<{ status: number; cookie: string }> {
  const jar = new Map<string, string>();
  const take = (answer: Response): void => {
    for (const cookie of answer.headers.getSetCookie()) {
      const [pair = ''] = cookie.split(';');
      jar.set(pair.slice(0, pair.indexOf('=')), pair.slice(pair.indexOf('=') + 1));
    }
  };
  const cookie = (): string => [...jar].map(([name, value]) => `${name}=${value}`).join('; ');
  const first = await fetch(`${HOUSE}/api/auth/csrf`);
  take(first);
  const { csrfToken } = (await first.json()) as { csrfToken: string };
  const answer = await fetch(`${HOUSE}/api/auth/callback/credentials`, {
    method: 'POST',
    redirect: 'manual',
    headers: { origin: HOUSE, cookie: cookie() },
    body: new URLSearchParams({ csrfToken, email, password, json: 'true' }),
  });
  await answer.arrayBuffer();
  take(answer);
  return { status: answer.status, cookie: cookie() };
}

/** How long answers took while something was done, asked at even times by a thread that does nothing else. */
async function watch(work: () => Promise<unknown>): Promise<number[]> {
  const watcher = new Worker(new URL('live/watcher.mjs', import.meta.url), { workerData: { house: HOUSE } });
  // Its first answer has a line to open: that one is in no figure.
  await once(watcher, 'message');
  try {
    await work();
  } finally {
    watcher.postMessage('enough');
  }
  const [took] = (await once(watcher, 'message')) as [number[]];
  return took.slice(1).sort((a, b) => a - b);
}

const demand = (what: string, status: number, expected: number): void => {
  if (status !== expected) throw new Error(`${what} was answered ${status}, not ${expected}`);
};
const times = (count: number, work: (n: number) => Promise<void>): Promise<unknown> =>
  Promise.all(Array.from({ length: count }, (_, n) => work(n)));

const { cookie } = await enter('couturier@fashionflow.test', 'demo-couture-2026');
const owner = await enter('owner@fashionflow.test', 'demo-couture-2026');
const { items } = (await (await fetch(`${HOUSE}/api/orders?limit=20`, { headers: { cookie } })).json()) as {
  items: { id: string }[];
};
/** A photograph of a telephone: twelve million points with something on each. */
const side = { width: 4000, height: 3000 };
const photo = await sharp(randomBytes(side.width * side.height * 3), { raw: { ...side, channels: 3 } })
  .jpeg({ quality: 80 })
  .toBuffer();

const works: Record<string, () => Promise<unknown>> = {
  papers: () =>
    times(20, async (n) => {
      const answer = await fetch(`${HOUSE}/api/orders/${items[n % items.length]?.id}/sheet.pdf`, {
        headers: { cookie },
      });
      const bytes = Buffer.from(await answer.arrayBuffer());
      demand('a paper', answer.status, 200);
      if (!bytes.subarray(0, 5).equals(Buffer.from('%PDF-'))) throw new Error('a paper is no PDF');
    }),
  pictures: () =>
    times(6, async (n) => {
      const form = new FormData();
      form.set('purpose', 'order');
      form.set('file', new File([new Uint8Array(photo)], `photo-${n}.jpg`, { type: 'image/jpeg' }));
      const answer = await fetch(`${HOUSE}/api/files`, {
        method: 'POST',
        headers: { cookie, origin: HOUSE },
        body: form,
      });
      demand('a picture', answer.status, 201);
      await answer.arrayBuffer();
    }),
  passwords: () =>
    times(30, async (n) =>
      demand('a wrong password', (await enter(`nobody-${n}@exemple.fr`, 'x'.repeat(20))).status, 401),
    ),
  takeaways: () =>
    times(6, async (n) => {
      const path = n % 2 ? '/api/clients/export' : '/api/journal/export';
      const answer = await fetch(`${HOUSE}${path}`, { headers: { cookie: owner.cookie } });
      demand(path, answer.status, 200);
      await answer.arrayBuffer();
    }),
};

const at = (took: number[], part: number): number => took[Math.ceil(took.length * part) - 1] ?? NaN;
const tell = (name: string, took: number[]): void => {
  const [p50, p99, longest] = [0.5, 0.99, 1].map((part) => at(took, part).toFixed(0));
  say(`${name}: ${took.length} answers, p50 ${p50} ms, p99 ${p99} ms, longest ${longest} ms`);
};

tell('nothing', await watch(() => new Promise((done) => setTimeout(done, 5_000))));
const chosen = named.length > 0 ? named : Object.keys(works);
const began = performance.now();
const took = await watch(() =>
  Promise.all(chosen.map((name) => works[name]?.() ?? Promise.reject(new Error(`no work is called ${name}`)))),
);
tell(chosen.join(', '), took);
say(`done in ${((performance.now() - began) / 1_000).toFixed(1)} s`);
if (at(took, 0.99) > GOAL_MS.p99) say(`one in a hundred waited longer than ${GOAL_MS.p99} ms`);
if (at(took, 1) > GOAL_MS.longest) {
  say(`somebody waited longer than ${GOAL_MS.longest} ms`);
  process.exitCode = 1;
}
