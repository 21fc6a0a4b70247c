import { dayKey } from '@/lib/i18n/format';
import { NOTHING_BEFORE, numberOf, sealOf } from '@/lib/ledger/canonical';
import {
  closedAfter,
  closedUntil,
  type Counted,
  nextOpenDay,
  NOTHING_CLOSED,
  reckonDay,
  reckonOf,
} from '@/lib/ledger/reckon-closing';
import type { InvoiceContent, LedgerEntry, LedgerHead, ReceiptContent } from '@/lib/ledger/shape';
import { grossOf, less, type RateSum } from '@/lib/ledger/totals';
import { CLOSED_KINDS, type ClosedKind, type EntryKind, INVOICE_KINDS } from '@/lib/ledger/words';

const by = { id: 'f'.repeat(24), name: 'Claire' };
export const orderOf = (n: number) => ({
  id: `${n}`.padStart(24, '0'),
  number: `FF-2026-${`${n}`.padStart(4, '0')}`,
  title: 'Robe',
});

/** What a receipt says, as far as its sums are concerned. */
export const receipt = (own: Partial<ReceiptContent> & { amount: ReceiptContent['amount'] }): ReceiptContent => ({
  act: own.amount.amount < 0 ? 'refund' : 'payment',
  purpose: 'deposit',
  method: 'cash',
  paidAt: '2026-01-01T10:00:00.000Z',
  payment: 1,
  order: orderOf(1),
  client: 'Awa Diallo',
  refersTo: [],
  house: { name: 'Maison', address: [] },
  locale: 'fr',
  ...own,
});

/** What an invoice says, as far as its sums are concerned. */
export function invoice({
  rates,
  deposits = [],
  ...own
}: Pick<InvoiceContent, 'act' | 'rates'> & Partial<InvoiceContent>): InvoiceContent {
  const due = less(rates, ...deposits.map((one) => one.rates));
  return {
    currency: 'EUR',
    lines: rates.map((sum: RateSum) => ({
      label: 'Robe',
      quantity: 1000,
      unit: 'piece',
      unitNet: sum.net,
      ...sum,
    })),
    rates,
    deposits,
    due,
    total: { amount: grossOf(due), currency: 'EUR' },
    paid: [],
    order: orderOf(1),
    seller: { name: 'Maison', address: [] },
    buyer: { name: 'Awa', address: [] },
    dueAt: '2026-11-30T10:00:00.000Z',
    refersTo: [],
    mentions: [],
    locale: 'fr',
    ...own,
  };
}

/** Writes a ledger in memory as the house does, its closings too. */
export class LedgerWriter {
  readonly entries: LedgerEntry[] = [];
  private readonly ends = new Map<EntryKind, LedgerHead>();
  private state = NOTHING_CLOSED;
  private readonly uncovered = new Map<ClosedKind, LedgerEntry[]>();

  /** @param clock the hour on the machine, in milliseconds */
  enter(kind: EntryKind, body: object, clock: number): LedgerEntry {
    const end = this.ends.get(kind);
    const now = new Date(clock).toISOString();
    const at = end && end.at > now ? end.at : now;
    const year = Number(dayKey(at).slice(0, 4));
    const n = end?.year === year ? end.n + 1 : 1;
    const draft = { form: 1 as const, kind, year, n, number: numberOf(kind, year, n), at, by };
    const sealed = {
      ...draft,
      before: end?.hash ?? NOTHING_BEFORE,
      body: JSON.parse(JSON.stringify(body)) as Record<string, unknown>,
    };
    const entry = { ...sealed, hash: sealOf(sealed) };
    this.entries.push(entry);
    this.ends.set(kind, { kind, year, n, at, hash: entry.hash });
    const closed = CLOSED_KINDS.find((one) => one === kind);
    if (closed) this.uncovered.set(closed, [...(this.uncovered.get(closed) ?? []), entry]);
    return entry;
  }
  issue = (body: InvoiceContent, clock: number): LedgerEntry => this.enter(INVOICE_KINDS[body.act], body, clock);

  get until(): string {
    return closedUntil(this.state);
  }
  get heads(): LedgerHead[] {
    return [...this.ends.values()];
  }
  nextOpenDay = (): string | undefined => nextOpenDay(this.state, this.uncovered);

  /** What the till should hold on the evening of a day. @param opening what was in it before it was ever counted */
  expectedCash(day: string, opening: number): number {
    const counted = { opening, counted: 0, left: 0 };
    return (
      reckonDay(this.state, day, this.uncovered, { currency: 'EUR', program: '1', counted }).content.cash?.expected ?? 0
    );
  }

  /** Closes a day, until the next that is open. */
  closeDay(day: string, clock: number, counted?: Counted): LedgerEntry {
    const { content, rest } = reckonDay(this.state, day, this.uncovered, { currency: 'EUR', program: '1', counted });
    for (const [kind, list] of rest) this.uncovered.set(kind, [...list]);
    return this.closed(content, clock);
  }
  close(span: 'month' | 'year', period: string, clock: number): LedgerEntry | undefined {
    const all = span === 'month' ? this.state.days : this.state.months;
    const parts = all.filter(({ content }) => content.period.startsWith(`${period}-`));
    return parts.length > 0 ? this.closed(reckonOf(span, period, parts, { program: '1' }), clock) : undefined;
  }
  private closed(content: ReturnType<typeof reckonOf>, clock: number): LedgerEntry {
    const latest = Math.max(clock, ...this.heads.map(({ at }) => Date.parse(at)));
    const entry = this.enter('closing', content, latest);
    this.state = closedAfter(this.state, { number: entry.number, hash: entry.hash, content });
    // What comes after it is dated after it.
    for (const kind of CLOSED_KINDS) {
      const end = this.ends.get(kind);
      const begun = { kind, year: 0, n: 0, hash: NOTHING_BEFORE };
      this.ends.set(kind, { ...(end ?? begun), at: new Date(latest + 1).toISOString() });
    }
    return entry;
  }
  /** Everything that is open and over on the morning of a day: its days, then months and years. */
  closeNight(morning: string, clock: number): void {
    for (;;) {
      const day = this.nextOpenDay();
      const [month, year] = [
        this.state.days[0]?.content.period.slice(0, 7),
        this.state.months[0]?.content.period.slice(0, 4),
      ];
      const isOver = (period: string) => period < morning.slice(0, period.length);
      if (month && isOver(month) && !day?.startsWith(month)) this.close('month', month, clock);
      else if (year && isOver(year) && !month?.startsWith(year) && !day?.startsWith(year))
        this.close('year', year, clock);
      else if (day !== undefined && day < morning) this.closeDay(day, clock);
      else return;
    }
  }
}
