import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { NOTHING_BEFORE, numberOf, sealOf, sha256 } from '@/lib/ledger/canonical';
import type { LedgerCopy } from '@/lib/ledger/copy';
import { exportLines, readExport } from '@/lib/ledger/export-ledger';
import type { LedgerEntry, LedgerHead, ReceiptContent } from '@/lib/ledger/shape';
import { type Finding, type PaperTold, type PaymentTold, verifyLedger } from '@/lib/ledger/verify-ledger';
import { FLAWS, type Flaw } from '@/lib/ledger/words';

interface Whole {
  heads: LedgerHead[];
  entries: LedgerEntry[];
}
interface Event {
  act: 'payment' | 'refund' | 'reversal';
  sum: number;
  hours: number;
}

const currency = 'EUR';
const orderOf = (order: number) => ({ id: `${order}`.padStart(24, '0'), number: `FF-2026-000${order}`, title: 'Robe' });

/** Writes a ledger as the house does, from 2026-12-30 on, and the payments its orders tell. */
function written(events: readonly Event[]): Whole & { payments: PaymentTold[] } {
  const entries: LedgerEntry[] = [];
  const payments: PaymentTold[] = [];
  let clock = Date.UTC(2026, 11, 30, 6);
  let end = { year: 0, n: 0, at: '', hash: NOTHING_BEFORE };
  for (const [index, { act, sum, hours }] of events.entries()) {
    clock += hours * 3_600_000 + 1;
    const open = payments.filter(({ counter, amount }) => !counter && amount.amount > 0);
    const undone = act === 'reversal' ? open.at(sum % Math.max(1, open.length)) : undefined;
    const order = undone?.order ?? { id: orderOf(1 + (index % 3)).id, number: orderOf(1 + (index % 3)).number };
    const given = act === 'refund' ? open.filter((one) => one.order.id === order.id).map(({ receipt }) => receipt) : [];
    const at = new Date(clock).toISOString();
    const year = Number(new Date(clock + 3_600_000).toISOString().slice(0, 4));
    const n = year === end.year ? end.n + 1 : 1;
    const number = numberOf('receipt', year, n);
    const amount = { amount: undone ? -undone.amount.amount : act === 'refund' ? -sum : sum, currency };
    const place = undone?.n ?? payments.length + 1;
    const body: ReceiptContent = {
      act: undone ? 'reversal' : act === 'refund' ? 'refund' : 'payment',
      amount,
      purpose: 'deposit',
      method: 'cash',
      paidAt: undone?.paidAt ?? at,
      payment: place,
      order: { ...order, title: 'Robe' },
      client: 'Awa Diallo',
      refersTo: undone ? [undone.receipt] : given,
      house: { name: 'Maison', address: ['1, rue du Mail'] },
      locale: 'fr',
    };
    if (undone) undone.counter = number;
    else payments.push({ order, n: place, amount, method: 'cash', paidAt: at, receipt: number });
    const draft = { form: 1 as const, kind: 'receipt' as const, year, n, number, at, before: end.hash };
    const sealed = { ...draft, by: { id: 'f'.repeat(24), name: 'Claire' }, body };
    const entry = { ...sealed, hash: sealOf(sealed) };
    entries.push(entry);
    end = { year, n, at, hash: entry.hash };
  }
  return { entries, payments, heads: entries.length > 0 ? [{ kind: 'receipt', ...end }] : [] };
}

const events = fc.array(
  fc.record({
    act: fc.constantFrom('payment' as const, 'payment' as const, 'refund' as const, 'reversal' as const),
    sum: fc.integer({ min: 1, max: 1_000_000 }),
    hours: fc.integer({ min: 0, max: 12 }),
  }),
  { maxLength: 30 },
);

/** Twelve entries over the turn of a year, the fifth of which takes the second back. */
const sample = () =>
  written(
    Array.from({ length: 12 }, (_, index) => ({
      act: index === 4 ? 'reversal' : 'payment',
      sum: 101 + index,
      hours: 6,
    })),
  );

const resealed = (entry: LedgerEntry): LedgerEntry => ({ ...entry, hash: sealOf(entry) });
/** Seals everything from a place on anew, each onto the one before it. */
function reseal({ entries }: Whole, from: number): void {
  for (let index = from; index < entries.length; index += 1) {
    const entry = entries[index] as LedgerEntry;
    entries[index] = resealed({ ...entry, before: entries[index - 1]?.hash ?? NOTHING_BEFORE });
  }
}
/** Notes as the end what is the last entry now. */
function endAnew(ledger: Whole): void {
  const last = ledger.entries.at(-1) as LedgerEntry;
  ledger.heads = [{ kind: 'receipt', year: last.year, n: last.n, at: last.at, hash: last.hash }];
}
const sum = (ledger: Whole, index: number, amount: number, code = currency): void => {
  const entry = ledger.entries[index] as LedgerEntry;
  ledger.entries[index] = { ...entry, body: { ...entry.body, amount: { amount, currency: code } } };
};
const at = (ledger: Whole, index: number): LedgerEntry => ledger.entries[index] as LedgerEntry;
const names = (findings: readonly Finding[]): string[] => findings.map(({ flaw, at: where }) => `${flaw} ${where}`);

// 1 to 6 lie in 2026 and 7 to 12 in 2027, counted from 1 again.
const FIFTH = 'R-2026-0005';

/** What somebody did to the database, and what is found: the flaw and where. `told`: the orders are looked at too; `since`: an earlier copy. */
const TAMPERINGS: [string, (ledger: Whole) => void, string[], ('told' | 'since')?][] = [
  ['a sum changed', (all) => sum(all, 2, 1), ['changed R-2026-0003']],
  ['a currency changed', (all) => sum(all, 2, 103, 'XOF'), ['changed R-2026-0003']],
  [
    'a sum changed and sealed anew',
    (all) => (sum(all, 2, 1), (all.entries[2] = resealed(at(all, 2)))),
    ['unchained R-2026-0004'],
  ],
  [
    'a sum changed and everything after sealed anew',
    (all) => (sum(all, 2, 1), reseal(all, 2)),
    ['otherEnd R-2027-0006'],
  ],
  [
    'a sum changed, everything after sealed anew and the end noted anew',
    (all) => (sum(all, 2, 1), reseal(all, 2), endAnew(all)),
    ['paymentDiffers FF-2026-0003 (3), R-2026-0003'],
    'told',
  ],
  [
    'the same, and the orders with it',
    (all) => (sum(all, 10, 1), reseal(all, 10), endAnew(all)),
    ['otherSince R-2027-0005', 'otherSince R-2027-0006'],
    'since',
  ],
  ['an entry removed', (all) => void all.entries.splice(2, 1), ['missing R-2026-0003']],
  ['the first removed', (all) => void all.entries.shift(), ['missing R-2026-0001']],
  ['the last removed', (all) => void all.entries.pop(), ['cutOff R-2027-0006']],
  [
    'the last removed and the end noted anew',
    (all) => (all.entries.pop(), endAnew(all)),
    ['paymentUnentered FF-2026-0003 (11), R-2027-0006'],
    'told',
  ],
  [
    'the last removed, with its payment',
    (all) => (all.entries.pop(), endAnew(all)),
    ['goneSince R-2027-0006'],
    'since',
  ],
  [
    'an entry removed and the others moved up',
    (all) => {
      all.entries.splice(2, 1);
      for (const index of [2, 3])
        all.entries[index] = { ...at(all, index), n: index + 1, number: numberOf('receipt', 2026, index + 1) };
    },
    ['changed R-2026-0003', 'unchained R-2026-0003', 'changed R-2026-0004'],
  ],
  [
    'two swapped',
    (all) => {
      const [a, b] = [at(all, 1), at(all, 2)];
      all.entries[1] = { ...b, n: a.n, number: a.number };
      all.entries[2] = { ...a, n: b.n, number: b.number };
    },
    ['changed R-2026-0002', 'unchained R-2026-0002', 'changed R-2026-0003', 'unchained R-2026-0003'],
  ],
  [
    'a number written over',
    (all) => void (all.entries[2] = { ...at(all, 2), number: 'R-2026-0099' }),
    ['renumbered R-2026-0099', 'changed R-2026-0003'],
  ],
  ['a number given twice', (all) => void all.entries.push({ ...at(all, 2) }), ['doubled R-2026-0003']],
  [
    'moved into another series',
    (all) => void (all.entries[2] = resealed({ ...at(all, 2), kind: 'invoice', number: 'F-2026-0003' })),
    ['missing F-2026-0001', 'missing F-2026-0002', 'endUnknown invoice', 'missing R-2026-0003'],
  ],
  [
    'moved into another year',
    (all) => void (all.entries[5] = resealed({ ...at(all, 5), year: 2025, n: 1, number: 'R-2025-0001' })),
    [
      'wrongYear R-2025-0001',
      'unchained R-2025-0001',
      'unchained R-2026-0001',
      'datedBack R-2026-0001',
      'unchained R-2027-0001',
    ],
  ],
  [
    'dated back and sealed anew with all that follows',
    (all) => {
      all.entries[2] = { ...at(all, 2), at: '2026-12-29T10:00:00.000Z' };
      reseal(all, 2);
      endAnew(all);
    },
    ['datedBack R-2026-0003'],
  ],
  [
    'dated into another year',
    (all) => void (all.entries[4] = resealed({ ...at(all, 4), at: '2025-06-01T10:00:00.000Z' })),
    [`wrongYear ${FIFTH}`, `datedBack ${FIFTH}`],
  ],
  [
    'a name changed',
    (all) => void (all.entries[3] = { ...at(all, 3), by: { id: '', name: 'X' } }),
    ['changed R-2026-0004'],
  ],
  [
    'a field added',
    (all) => void (all.entries[3] = { ...at(all, 3), note: 'X' } as LedgerEntry),
    ['unreadable R-2026-0004', 'missing R-2026-0004'],
  ],
  [
    'a mark added to its body',
    (all) => void (all.entries[3] = { ...at(all, 3), body: { ...at(all, 3).body, cancelled: true } }),
    ['changed R-2026-0004', 'unreadable R-2026-0004'],
  ],
  ['a whole year removed', (all) => void all.entries.splice(0, 6), ['unchained R-2027-0001']],
  [
    'one more appended',
    (all) => {
      const last = at(all, 11);
      const more = { ...last, n: last.n + 1, number: numberOf('receipt', last.year, last.n + 1), before: last.hash };
      all.entries.push(resealed(more));
    },
    ['beyondEnd R-2027-0007'],
  ],
  [
    'one more appended, and the end with it',
    (all) => {
      const last = at(all, 11);
      const more = { ...last, n: last.n + 1, number: numberOf('receipt', last.year, last.n + 1), before: last.hash };
      all.entries.push(resealed(more));
      endAnew(all);
    },
    ['paymentUnknown R-2027-0007'],
    'told',
  ],
  ['the end removed', (all) => void (all.heads = []), ['endUnknown receipt']],
  [
    'the end set back',
    (all) => void (all.heads = [{ ...(all.heads[0] as LedgerHead), n: 3 }]),
    ['beyondEnd R-2027-0006'],
  ],
  ['the end broken', (all) => void (all.heads = [{ kind: 'receipt' } as LedgerHead]), ['endUnknown receipt']],
  [
    'a counter-entry of half the sum',
    (all) => (sum(all, 4, -50), reseal(all, 4), endAnew(all)),
    [`counterDiffers ${FIFTH}`],
  ],
  [
    'a counter-entry of something else',
    (all) => {
      all.entries[4] = { ...at(all, 4), body: { ...at(all, 4).body, refersTo: ['R-2026-0099'] } };
      reseal(all, 4);
      endAnew(all);
    },
    [`refersToNothing ${FIFTH}`, `counterDiffers ${FIFTH}`],
  ],
];

/** The sample, and papers of its first two receipts with their bytes. */
function withPapers(): Whole & { papers: PaperTold[] } {
  const { heads, entries } = sample();
  const papers: PaperTold[] = [];
  let end = { year: 2027, n: 0, at: '2027-02-01T10:00:00.000Z', hash: NOTHING_BEFORE };
  for (const of of ['R-2026-0001', 'R-2026-0002']) {
    const number = numberOf('paper', 2027, end.n + 1);
    const [original, duplicate] = [sha256(`${of} original`), sha256(`${of} duplicate`)];
    const body = {
      of,
      original: { sha256: original, bytes: 9 },
      duplicate: { sha256: duplicate, bytes: 9 },
      locale: 'fr',
    };
    const by = { id: 'f'.repeat(24), name: 'Claire' };
    const draft = {
      form: 1 as const,
      kind: 'paper' as const,
      year: 2027,
      n: end.n + 1,
      number,
      at: end.at,
      before: end.hash,
      by,
      body,
    };
    entries.push({ ...draft, hash: sealOf(draft) });
    end = { ...end, n: end.n + 1, hash: sealOf(draft) };
    papers.push({ number, of, original, duplicate });
  }
  return { heads: [...heads, { kind: 'paper', ...end }], entries, papers };
}

/** What somebody did to papers or to what is written of them. */
const PAPER_TAMPERINGS: [string, (all: ReturnType<typeof withPapers>) => void, string[]][] = [
  [
    'the bytes of one changed',
    ({ papers: [one] }) => void (one && (one.original = sha256('x'))),
    ['paperDiffers P-2027-0001'],
  ],
  ['a duplicate changed', ({ papers: [one] }) => void (one && (one.duplicate = '')), ['paperDiffers P-2027-0001']],
  [
    'the bytes of two swapped',
    ({ papers }) => void papers.forEach((one, n) => (one.number = numberOf('paper', 2027, 2 - n))),
    ['paperDiffers P-2027-0001', 'paperDiffers P-2027-0002'],
  ],
  ['bytes removed', ({ papers }) => void papers.pop(), ['paperGone P-2027-0002']],
  [
    'bytes added',
    ({ papers }) => void papers.push({ number: 'P-2027-0003', of: 'R-2026-0003', original: '', duplicate: '' }),
    ['paperUnknown P-2027-0003'],
  ],
  [
    'the entry of one removed',
    (all) => (all.entries.splice(12, 1), undefined),
    ['missing P-2027-0001', 'paperUnknown P-2027-0001'],
  ],
  [
    'bytes changed, and the hash that was sealed',
    (all) => {
      const entry = at(all, 13);
      const original = { sha256: sha256('x'), bytes: 1 };
      all.entries[13] = { ...entry, body: { ...entry.body, original } };
      if (all.papers[1]) all.papers[1].original = original.sha256;
    },
    ['changed P-2027-0002'],
  ],
  [
    'a receipt removed that has one',
    (all) => void all.entries.splice(1, 1),
    ['missing R-2026-0002', 'paperOfNothing P-2027-0002'],
  ],
  [
    'a second one of the same receipt',
    (all) => {
      const entry = at(all, 13);
      all.entries[13] = resealed({ ...entry, body: { ...entry.body, of: 'R-2026-0001' } });
    },
    ['paperOfNothing P-2027-0002', 'paperDiffers P-2027-0002'],
  ],
  [
    'what is written of one made unreadable',
    (all) => void (all.entries[13] = { ...at(all, 13), body: {} }),
    ['changed P-2027-0002', 'unreadable P-2027-0002', 'paperDiffers P-2027-0002'],
  ],
];

describe('the papers of a ledger', () => {
  it('are whole where nobody touched them; without their bytes as well', () => {
    const { papers, ...ledger } = withPapers();
    expect(verifyLedger(ledger, { papers })).toEqual([]);
    expect(verifyLedger(readExport([...exportLines(ledger, new Date())].join('')))).toEqual([]);
  });

  it.each(PAPER_TAMPERINGS)('%s: found and named', (_what, tamper, expected) => {
    const all = structuredClone(withPapers());
    tamper(all);
    const { papers, ...ledger } = all;
    const found = names(verifyLedger(ledger, { papers }));
    for (const one of expected) expect(found).toContain(one);
  });
});

describe('a ledger', () => {
  it('that was not touched is whole, however many were entered, also from its export', () => {
    fc.assert(
      fc.property(events, (some) => {
        const { payments, ...ledger } = written(some);
        expect(verifyLedger(ledger, { payments, earlier: ledger })).toEqual([]);
        const again = readExport([...exportLines(ledger, new Date())].join(''));
        expect(again).toEqual(ledger);
        expect(verifyLedger(again, { payments })).toEqual([]);
      }),
    );
  });

  it('grows over an earlier copy of itself', () => {
    fc.assert(
      fc.property(events, fc.nat(), (some, cut) => {
        const earlier = written(some.slice(0, cut % (some.length + 1)));
        expect(verifyLedger(written(some), { earlier })).toEqual([]);
      }),
    );
  });

  it.each(TAMPERINGS)('%s: found and named', (_what, tamper, expected, look) => {
    const { payments, ...whole } = sample();
    const touched = structuredClone(whole);
    tamper(touched);
    const told = look === 'told' ? { payments } : {};
    const since = look === 'since' ? { earlier: whole as LedgerCopy } : {};
    const found = names(verifyLedger(touched, { ...told, ...since }));
    for (const one of expected) expect(found).toContain(one);
    // What only the orders or an earlier copy can know is truly not seen without them.
    if (look) expect(verifyLedger(touched)).toEqual([]);
    // And nothing is said of what stands before the place that was touched.
    expect(found.filter((one) => one.endsWith(' R-2026-0001'))).toEqual(
      expected.filter((one) => one.endsWith(' R-2026-0001')),
    );
  });

  it('of which a single letter was changed is never whole', () => {
    fc.assert(
      fc.property(events, fc.nat(), fc.nat(), fc.constantFrom(...'0159afxZ,"'), (some, line, place, letter) => {
        const ledger = written(some);
        fc.pre(ledger.entries.length > 0);
        const lines = [...exportLines(ledger, new Date(0))];
        const index = 1 + (line % (lines.length - 1));
        const text = (lines[index] as string).trimEnd();
        const spot = place % text.length;
        fc.pre(text[spot] !== letter);
        lines[index] = `${text.slice(0, spot)}${letter}${text.slice(spot + 1)}\n`;
        expect(verifyLedger(readExport(lines.join('')))).not.toEqual([]);
      }),
    );
  });

  it('has no flaw that nobody ever tried', () => {
    const tried = new Set<Flaw>(
      [...TAMPERINGS, ...PAPER_TAMPERINGS].flatMap(([, , expected]) =>
        expected.map((one) => one.split(' ')[0] as Flaw),
      ),
    );
    // Those of invoices and closings are tried beside this, in invoice-tampering.test.ts and closings.test.ts.
    const elsewhere = FLAWS.filter((flaw) =>
      /^(?:invoice|creditedTooMuch|takenUpWrong|closedTwice|(?:sums|covers|totals|perpetual|parts|cash)Wrong)/.test(
        flaw,
      ),
    );
    expect(FLAWS.filter((flaw) => !tried.has(flaw) && !elsewhere.includes(flaw))).toEqual([]);
  });
});
