import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays } from '@/lib/calendar';
import { atelierMoment } from '@/lib/i18n/atelier-time';
import { dayKey } from '@/lib/i18n/format';
import { NOTHING_BEFORE, sealOf } from '@/lib/ledger/canonical';
import { addTotals, perpetualAfter, totalsOfEntries } from '@/lib/ledger/closing-totals';
import { exportLines, readExport } from '@/lib/ledger/export-ledger';
import { isPeriod, lastDayOf } from '@/lib/ledger/periods';
import { type ClosingContent, closingContent, type LedgerEntry, type LedgerHead } from '@/lib/ledger/shape';
import { against, partOf, type RateSum } from '@/lib/ledger/totals';
import { verifyLedger } from '@/lib/ledger/verify-ledger';
import { CLOSED_KINDS, FLAWS, type Flaw } from '@/lib/ledger/words';
import { invoice, LedgerWriter, orderOf, receipt } from '../../support/ledger-writer';

const RATES: RateSum[] = [
  { rate: 2000, net: 100_000, vat: 20_000 },
  { rate: 550, net: 10_000, vat: 550 },
];
const METHODS = ['cash', 'card', 'transfer', 'mobileMoney'] as const;

interface Sale {
  /** Days since the one before, hour of the day. */
  days: number;
  minute: number;
  sum: number;
  method: (typeof METHODS)[number];
  act: 'payment' | 'payment' | 'refund' | 'reversal' | 'deposit' | 'invoice';
  /** The evening is closed by hand at this minute, and the till counted so much off. */
  evening?: number;
  off: number;
  /** The clock is set back so many minutes at this sale. */
  back: number;
}
const sale = fc.record({
  days: fc.integer({ min: 0, max: 6 }),
  minute: fc.integer({ min: 0, max: 24 * 60 - 1 }),
  sum: fc.integer({ min: 1, max: 500_000 }),
  method: fc.constantFrom(...METHODS),
  act: fc.constantFrom<Sale['act']>('payment', 'payment', 'refund', 'reversal', 'deposit', 'invoice'),
  evening: fc.option(fc.integer({ min: 0, max: 24 * 60 - 1 }), { nil: undefined }),
  off: fc.constantFrom(0, 0, -500, 120),
  back: fc.constantFrom(0, 0, 0, 90, 3 * 24 * 60),
});

/** Lives through sales: every morning what was left open is closed, some evenings by hand with the till counted. */
function livedThrough(sales: readonly Sale[], from = '2026-01-03'): LedgerWriter {
  const book = new LedgerWriter();
  let day = from;
  let order = 0;
  const open = new Map<string, LedgerEntry>();
  for (const { days, minute, sum, method, act, evening, off, back } of sales) {
    for (let gone = 0; gone < days; gone += 1) {
      day = addDays(day, 1);
      book.closeNight(day, atelierMoment(day, 4 * 60).getTime());
    }
    const clock = atelierMoment(day, minute).getTime() - back * 60_000;
    const rates = partOf(RATES, sum);
    const amount = { amount: sum, currency: 'EUR' };
    if (act === 'payment') {
      order += 1;
      const entry = book.enter('receipt', receipt({ amount, method, rates, order: orderOf(order) }), clock);
      open.set(entry.number, entry);
    } else if (act === 'refund' || act === 'reversal') {
      const [number, paid] = [...open][sum % Math.max(1, open.size)] ?? [];
      if (number && paid) {
        const said = paid.body as unknown as ReturnType<typeof receipt>;
        const back = { ...said.amount, amount: -said.amount.amount };
        book.enter(
          'receipt',
          receipt({ ...said, act, amount: back, rates: against(said.rates ?? []), refersTo: [number] }),
          clock,
        );
        open.delete(number);
      }
    } else if (act === 'deposit') {
      order += 1;
      book.issue(invoice({ act: 'deposit', rates, order: orderOf(order) }), clock);
    } else {
      order += 1;
      const { number } = book.issue(invoice({ act: 'invoice', rates: RATES, order: orderOf(order) }), clock);
      if (sum % 3 === 0)
        book.issue(
          invoice({ act: 'credit', rates: against(RATES), order: orderOf(order), refersTo: [number], whole: true }),
          clock,
        );
    }
    const latest = dayKey(new Date(Math.max(0, ...book.heads.map(({ at }) => Date.parse(at)))));
    if (evening !== undefined && latest <= day && day > book.until) {
      for (let next = book.nextOpenDay(); next !== undefined && next < day; next = book.nextOpenDay())
        book.closeDay(next, atelierMoment(day, evening).getTime());
      const expected = book.expectedCash(day, 10_000);
      const counted = Math.max(0, expected + off);
      const word = counted === expected ? {} : { word: 'Monnaie rendue' };
      const left = Math.min(counted, 15_000);
      book.closeDay(day, atelierMoment(day, evening).getTime(), { opening: 10_000, counted, left, ...word });
    }
  }
  book.closeNight(addDays(day, 400), atelierMoment(addDays(day, 400), 240).getTime());
  return book;
}

const names = (found: ReturnType<typeof verifyLedger>): string[] => found.map(({ flaw, at }) => `${flaw} ${at}`);
const copyOf = ({ heads, entries }: LedgerWriter) => ({ heads, entries });
const contentOf = ({ body }: LedgerEntry): ClosingContent => closingContent.parse(body);
const closingsOf = (entries: readonly LedgerEntry[], span: ClosingContent['span']) =>
  entries
    .filter(({ kind }) => kind === 'closing')
    .map(contentOf)
    .filter((one) => one.span === span);

describe('periods', () => {
  it('end on their last day', () => {
    expect(['2026-11-28', '2026-02', '2028-02', '2026-12', '2026'].map(lastDayOf)).toEqual([
      '2026-11-28',
      '2026-02-28',
      '2028-02-29',
      '2026-12-31',
      '2026-12-31',
    ]);
  });
  it('are those of the calendar', () => {
    expect(isPeriod('2026-02-29', 'day')).toBe(false);
    expect(isPeriod('2026-13', 'month')).toBe(false);
    expect(isPeriod('2026-11', 'day')).toBe(false);
    expect([isPeriod('2028-02-29', 'day'), isPeriod('2026-12', 'month'), isPeriod('2026', 'year')]).toEqual([
      true,
      true,
      true,
    ]);
  });
});

describe('a year of sales, closed every night', () => {
  it('is whole from its export alone, and everything in it comes to the same reckoned anew', () => {
    fc.assert(
      fc.property(fc.array(sale, { maxLength: 120 }), (sales) => {
        const book = livedThrough(sales);
        const copy = readExport([...exportLines(copyOf(book), new Date(0))].join(''));
        expect(names(verifyLedger(copy))).toEqual([]);
        const entries = copy.entries as LedgerEntry[];
        const money = entries.filter(({ kind }) => CLOSED_KINDS.some((one) => one === kind));
        const days = closingsOf(entries, 'day');
        // Each entry is in one closing of a day, and in no other.
        const covered = days.flatMap(({ covers }) => covers).reduce((sum, { count }) => sum + count, 0);
        expect(covered).toBe(money.length);
        // Days, months, years and what never goes back to nothing all come to the entries themselves.
        const all = totalsOfEntries(money);
        for (const span of ['day', 'month', 'year'] as const)
          expect(addTotals(closingsOf(entries, span).map(({ totals }) => totals))).toEqual(all);
        expect(days.at(-1)?.perpetual ?? []).toEqual(perpetualAfter([], all));
        expect(closingsOf(entries, 'year').at(-1)?.perpetual ?? []).toEqual(perpetualAfter([], all));
        // By hand: what the entries say, added up.
        const sumOf = (kind: string, of: (body: Record<string, { amount: number }>) => number) =>
          money
            .filter((one) => one.kind === kind)
            .reduce((sum, { body }) => sum + of(body as Record<string, { amount: number }>), 0);
        const [euros] = all;
        expect((euros?.received.in ?? 0) + (euros?.received.out ?? 0)).toBe(
          sumOf('receipt', ({ amount }) => amount?.amount ?? 0),
        );
      }),
      { numRuns: 60 },
    );
  });

  it('closes each day once, in the order of the calendar', () => {
    fc.assert(
      fc.property(fc.array(sale, { maxLength: 60 }), (sales) => {
        const days = closingsOf(livedThrough(sales).entries, 'day').map(({ period }) => period);
        expect(days).toEqual([...new Set(days)].sort());
      }),
      { numRuns: 40 },
    );
  });
});

/** Two evenings with a count, a night without, a month and a year of them. */
function sample(): LedgerWriter {
  const book = new LedgerWriter();
  const hour = (day: string, minute: number) => atelierMoment(day, minute).getTime();
  const pay = (day: string, sum: number, method: string, minute = 600) =>
    book.enter(
      'receipt',
      receipt({
        amount: { amount: sum, currency: 'EUR' },
        method,
        rates: partOf(RATES, sum),
        order: orderOf(book.entries.length + 1),
      }),
      hour(day, minute),
    );
  pay('2026-11-27', 32_000, 'cash');
  book.issue(invoice({ act: 'deposit', rates: partOf(RATES, 32_000), order: orderOf(40) }), hour('2026-11-27', 601));
  book.closeDay('2026-11-27', hour('2026-11-27', 1150), { opening: 15_000, counted: 47_000, left: 15_000 });
  pay('2026-11-28', 68_000, 'cash');
  pay('2026-11-28', 51_200, 'card', 700);
  book.closeDay('2026-11-28', hour('2026-11-28', 1150), {
    counted: 82_500,
    left: 15_000,
    word: 'Monnaie rendue',
    pieces: [{ value: 5_000, count: 16 }],
  });
  pay('2026-11-28', 1_000, 'card', 1200);
  pay('2026-11-30', 2_000, 'cash');
  book.closeNight('2027-01-02', hour('2027-01-02', 240));
  return book;
}

type Touched = { heads: LedgerHead[]; entries: LedgerEntry[] };
/** Seals every closing anew after one of them was changed, with the seals the later ones name. */
function reseal(book: Touched): void {
  let before = NOTHING_BEFORE;
  const seals = new Map<string, string>();
  book.entries = book.entries.map((entry) => {
    if (entry.kind !== 'closing') return entry;
    const parts = (entry.body['parts'] as ClosingContent['parts']).map((one) => ({
      ...one,
      hash: seals.get(one.number) ?? one.hash,
    }));
    const draft = { ...entry, before, body: { ...entry.body, parts } };
    const sealed = { ...draft, hash: sealOf(draft) };
    before = sealed.hash;
    seals.set(sealed.number, sealed.hash);
    return sealed;
  });
  book.heads = book.heads.map((head) => (head.kind === 'closing' ? { ...head, hash: before } : head));
}
/** Changes what a closing says, and seals everything anew as somebody would who writes to the database. */
const say =
  (which: number, change: (content: ClosingContent) => Partial<ClosingContent>) =>
  (book: Touched): void => {
    const number = `C-${which < 10 ? 2026 : Math.floor(which / 10_000)}-${String(which % 10_000).padStart(4, '0')}`;
    const place = book.entries.findIndex((one) => one.number === number);
    const entry = book.entries[place] as LedgerEntry;
    book.entries[place] = { ...entry, body: { ...entry.body, ...change(contentOf(entry)) } };
    reseal(book);
  };
const first = <T>(list: readonly T[]): T => list[0] as T;

/** What somebody wrote and sealed as if the house had closed it, and what is found all the same. */
const TAMPERINGS: [string, (book: Touched) => void, string[]][] = [
  [
    'less taken than there was',
    say(2, ({ totals: [one] }) => ({
      totals: one ? [{ ...one, received: { ...one.received, payment: 1, in: 1 } }] : [],
    })),
    ['totalsWrong C-2026-0002', 'perpetualWrong C-2026-0002'],
  ],
  [
    'a means that was another',
    say(2, ({ totals: [one] }) => ({
      totals: one ? [{ ...one, means: one.means.map((means) => ({ ...means, method: 'card' })) }] : [],
    })),
    ['totalsWrong C-2026-0002', 'cashWrong C-2026-0002'],
  ],
  [
    'less VAT than there was',
    say(1, ({ totals: [one] }) => ({ totals: one ? [{ ...one, vat: { ...one.vat, received: [] } }] : [] })),
    ['totalsWrong C-2026-0001'],
  ],
  ['no totals at all', say(1, () => ({ totals: [] })), ['totalsWrong C-2026-0001', 'perpetualWrong C-2026-0001']],
  [
    'the perpetual total set back to nothing',
    say(2, ({ perpetual: [one] }) => ({ perpetual: one ? [{ ...one, in: 0 }] : [] })),
    ['perpetualWrong C-2026-0002', 'perpetualWrong C-2027-0001'],
  ],
  [
    'an entry left out',
    say(2, ({ covers }) => ({ covers: covers.map((one) => (one.kind === 'receipt' ? { ...one, count: 1 } : one)) })),
    ['coversWrong C-2026-0002', 'totalsWrong C-2026-0002'],
  ],
  [
    'an entry covered twice',
    say(2, ({ covers }) => ({
      covers: covers.map((one) =>
        one.kind === 'receipt' ? { ...one, count: 3, first: { number: 'R-2026-0001', hash: 'a'.repeat(64) } } : one,
      ),
    })),
    ['coversWrong C-2026-0002', 'totalsWrong C-2026-0002'],
  ],
  [
    'another end named',
    say(1, ({ covers }) => ({
      covers: covers.map((one) => ({ ...one, last: { ...one.last, hash: 'b'.repeat(64) } })),
    })),
    ['coversWrong C-2026-0001'],
  ],
  ['a series left out', say(1, ({ covers }) => ({ covers: covers.slice(1) })), ['coversWrong C-2026-0001']],
  [
    'a series named twice',
    say(1, ({ covers }) => ({ covers: [...covers, first(covers)] })),
    ['coversWrong C-2026-0001'],
  ],
  ['a day closed twice', say(2, () => ({ period: '2026-11-27' })), ['closedTwice C-2026-0002']],
  ['a day that was not over', say(1, () => ({ period: '2026-11-29' })), ['closedTwice C-2026-0001']],
  ['a day that is none', say(1, () => ({ period: '2026-11-31' })), ['closedTwice C-2026-0001']],
  ['a month that was a day', say(1, () => ({ span: 'month' })), ['closedTwice C-2026-0001']],
  [
    'a month without one of its days',
    say(2027_0003, ({ parts }) => ({ parts: parts.slice(1) })),
    ['partsWrong C-2027-0003'],
  ],
  [
    'a month of less than its days',
    say(2027_0003, ({ totals: [one] }) => ({ totals: one ? [{ ...one, kinds: [] }] : [] })),
    ['totalsWrong C-2027-0003', 'totalsWrong C-2027-0004'],
  ],
  [
    'a year of more than its months',
    say(2027_0004, ({ perpetual: [one] }) => ({ perpetual: one ? [{ ...one, invoiced: 1 }] : [] })),
    ['perpetualWrong C-2027-0004'],
  ],
  [
    'a till that begins with less',
    say(2, ({ cash }) => (cash ? { cash: { ...cash, opening: 10_000, expected: 78_000, difference: 4_500 } } : {})),
    ['cashWrong C-2026-0002'],
  ],
  [
    'a difference made to go away',
    say(2, ({ cash }) => (cash ? { cash: { ...cash, difference: 0 } } : {})),
    ['cashWrong C-2026-0002'],
  ],
  [
    'less taken in cash',
    say(2, ({ cash }) => (cash ? { cash: { ...cash, taken: 67_500, expected: 82_500, difference: 0 } } : {})),
    ['cashWrong C-2026-0002'],
  ],
  [
    'more left in the till than was counted',
    say(2, ({ cash }) => (cash ? { cash: { ...cash, left: 90_000 } } : {})),
    ['cashWrong C-2026-0002'],
  ],
  ['a till that is gone', say(2, () => ({ cash: undefined })), ['cashWrong C-2026-0002']],
  ['a day made of others', say(2, ({ covers }) => ({ parts: [first(covers).last] })), ['partsWrong C-2026-0002']],
  ['no closing any more', say(2, () => ({ program: undefined as never })), ['unreadable C-2026-0002']],
  [
    'a closing changed and not sealed anew',
    (book) => {
      const place = book.entries.findIndex(({ number }) => number === 'C-2026-0001');
      const entry = book.entries[place] as LedgerEntry;
      book.entries[place] = { ...entry, body: { ...entry.body, totals: [] } };
    },
    ['changed C-2026-0001', 'totalsWrong C-2026-0001'],
  ],
  [
    'a closing removed',
    (book) => void (book.entries = book.entries.filter(({ number }) => number !== 'C-2026-0001')),
    ['missing C-2026-0001', 'coversWrong C-2026-0002'],
  ],
  ['the last closing removed', (book) => void (book.entries = book.entries.slice(0, -1)), ['cutOff C-2027-0004']],
  [
    'an entry removed that was closed',
    (book) => void (book.entries = book.entries.filter(({ number }) => number !== 'R-2026-0002')),
    ['missing R-2026-0002', 'coversWrong C-2026-0002', 'totalsWrong C-2026-0002'],
  ],
  [
    'an entry of a closed day sealed anew with another sum',
    (book) => {
      const place = book.entries.findIndex(({ number }) => number === 'R-2026-0003');
      const draft = { ...(book.entries[place] as LedgerEntry) };
      draft.body = { ...draft.body, amount: { amount: 1, currency: 'EUR' }, rates: partOf(RATES, 1) };
      book.entries[place] = { ...draft, hash: sealOf(draft) };
    },
    ['coversWrong C-2026-0002', 'totalsWrong C-2026-0002'],
  ],
  [
    'an entry dated into the evening that was closed',
    (book) => {
      const place = book.entries.findIndex(({ number }) => number === 'R-2026-0004');
      const draft = { ...(book.entries[place] as LedgerEntry), at: atelierMoment('2026-11-28', 1_000).toISOString() };
      book.entries[place] = { ...draft, hash: sealOf(draft) };
    },
    ['coversWrong C-2026-0002'],
  ],
];

describe('the closings of a ledger', () => {
  it('say what the evening was: what came, what should be in the till, and what everything comes to', () => {
    const book = sample();
    expect(names(verifyLedger(copyOf(book)))).toEqual([]);
    const closings = book.entries.filter(({ kind }) => kind === 'closing');
    expect(closings.map(({ number, body }) => `${number} ${String(body['period'])}`)).toEqual([
      'C-2026-0001 2026-11-27',
      'C-2026-0002 2026-11-28',
      'C-2027-0001 2026-11-29',
      'C-2027-0002 2026-11-30',
      'C-2027-0003 2026-11',
      'C-2027-0004 2026',
    ]);
    const evening = contentOf(closings[1] as LedgerEntry);
    expect(evening.cash).toMatchObject({ opening: 15_000, taken: 68_000, expected: 83_000, difference: -500 });
    expect(evening.totals[0]?.means).toEqual([
      { method: 'card', count: 1, amount: 51_200 },
      { method: 'cash', count: 1, amount: 68_000 },
    ]);
    // What came after the closing of its evening is of the next day.
    expect(contentOf(closings[2] as LedgerEntry).totals[0]?.received.in).toBe(1_000);
    expect(contentOf(closings[5] as LedgerEntry).perpetual).toEqual([
      { currency: 'EUR', in: 154_200, out: 0, invoiced: 32_000, credited: 0 },
    ]);
  });

  it.each(TAMPERINGS)('%s: found and named', (_what, tamper, expected) => {
    const touched: Touched = structuredClone(copyOf(sample()));
    tamper(touched);
    const found = names(verifyLedger(touched));
    for (const one of expected) expect(found).toContain(one);
    if (expected.length > 0) expect(found).not.toEqual([]);
  });

  it('have no flaw that nobody ever tried', () => {
    const tried = TAMPERINGS.flatMap(([, , expected]) => expected.map((one) => one.split(' ')[0] as Flaw));
    const own: Flaw[] = ['closedTwice', 'coversWrong', 'totalsWrong', 'perpetualWrong', 'partsWrong', 'cashWrong'];
    expect(FLAWS.filter((flaw) => own.includes(flaw) && !tried.includes(flaw))).toEqual([]);
  });
});
