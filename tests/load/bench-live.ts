/**
 * While twenty papers are printed, another person's request is answered as if nothing were: `/api/health/live`, asked every
 * 50 ms, beside them. Against a house with the demo data that runs already: its address is the first argument.
 */
const HOUSE = process.argv[2] ?? 'http://localhost:3000';
const PAPERS = Number(process.argv[3] ?? 20);
const EVERY_MS = 50;
const GOAL_MS = 500;
const say = (line: string): void => void process.stdout.write(`${line}\n`);

async function signIn(): Promise<string> {
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
  take(
    await fetch(`${HOUSE}/api/auth/callback/credentials`, {
      method: 'POST',
      redirect: 'manual',
      headers: { origin: HOUSE, cookie: cookie() },
      body: new URLSearchParams({
        csrfToken,
        email: 'couturier@fashionflow.test',
        password: 'demo-couture-2026',
        json: 'true',
      }),
    }),
  );
  return cookie();
}

/** How long answers took, asked at even times, whether the last one came or not. */
async function watch(until: Promise<unknown>): Promise<number[]> {
  const took: number[] = [];
  const under: Promise<void>[] = [];
  let going = true;
  void until.finally(() => (going = false));
  while (going) {
    const at = performance.now();
    under.push(
      fetch(`${HOUSE}/api/health/live`)
        .then((answer) => answer.arrayBuffer())
        .then(() => void took.push(performance.now() - at)),
    );
    await new Promise((next) => setTimeout(next, EVERY_MS));
  }
  await Promise.all(under);
  return took.sort((a, b) => a - b);
}

const cookie = await signIn();
const { items } = (await (await fetch(`${HOUSE}/api/orders?limit=20`, { headers: { cookie } })).json()) as {
  items: { id: string }[];
};
const quiet = await watch(new Promise((done) => setTimeout(done, 5_000)));
const began = performance.now();
const printing = Promise.all(
  Array.from({ length: PAPERS }, async (_, n) => {
    const answer = await fetch(`${HOUSE}/api/orders/${items[n % items.length]?.id}/sheet.pdf`, { headers: { cookie } });
    const bytes = Buffer.from(await answer.arrayBuffer());
    if (answer.status !== 200 || !bytes.subarray(0, 5).equals(Buffer.from('%PDF-')))
      throw new Error(`a paper was answered ${answer.status}`);
  }),
);
const busy = await watch(printing);
await printing;
const at = (took: number[], part: number): string =>
  `${(took[Math.ceil(took.length * part) - 1] ?? NaN).toFixed(0)} ms`;
say(`${PAPERS} papers in ${((performance.now() - began) / 1_000).toFixed(1)} s`);
for (const [name, took] of [
  ['before', quiet],
  ['meanwhile', busy],
] as const)
  say(`${name}: ${took.length} answers, p50 ${at(took, 0.5)}, p99 ${at(took, 0.99)}, longest ${at(took, 1)}`);
if ((busy.at(-1) ?? Infinity) > GOAL_MS) {
  say(`somebody waited longer than ${GOAL_MS} ms`);
  process.exitCode = 1;
}
