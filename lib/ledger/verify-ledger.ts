import { dayKey } from '../i18n/format';
import { canonicalOf, NOTHING_BEFORE, numberOf, sealOf } from './canonical';
import type { LedgerCopy } from './copy';
import { judgeClosings } from './judge-closings';
import { type InvoiceTold, judgeInvoices, judgeTold } from './judge-invoices';
import {
  type LedgerEntry,
  ledgerEntry,
  type LedgerHead,
  ledgerHead,
  type PaperContent,
  paperContent,
  type ReceiptContent,
  receiptContent,
} from './shape';
import { against, grossOf } from './totals';
import { ENTRY_KINDS, type EntryKind, type Flaw, INVOICE_KINDS } from './words';

/** One thing that is wrong, and where: the number of an entry, or what stands for it. */
export interface Finding {
  flaw: Flaw;
  at: string;
}

/** A payment as the order tells it, to be held against what was entered. */
export interface PaymentTold {
  order: { id: string; number: string };
  n: number;
  /** Signed as in the entry. */
  amount: { amount: number; currency: string };
  method: string;
  paidAt: string;
  receipt: string;
  /** The number of the counter-entry, where it was taken back. */
  counter?: string;
}

/** A paper as its bytes tell it, to be held against what was entered. */
export interface PaperTold {
  number: string;
  of: string;
  /** The SHA-256 of its bytes, and of those of its duplicate. */
  original: string;
  duplicate: string;
}

const before = (a: LedgerEntry, b: LedgerEntry): number => a.year - b.year || a.n - b.n;

/** The entries that can be read, by their series, in order; the others are noted. */
function bySeries(entries: readonly unknown[], note: (flaw: Flaw, at: string) => void): Map<EntryKind, LedgerEntry[]> {
  const series = new Map<EntryKind, LedgerEntry[]>(ENTRY_KINDS.map((kind) => [kind, []]));
  entries.forEach((raw, index) => {
    const { data, success } = ledgerEntry.safeParse(raw);
    if (success) series.get(data.kind)?.push(data);
    else note('unreadable', String((raw as { number?: unknown } | null)?.number ?? `#${index + 1}`));
  });
  for (const list of series.values()) list.sort(before);
  return series;
}

/** Follows one series from its first entry to its last. @returns the last */
function follow(list: readonly LedgerEntry[], note: (flaw: Flaw, at: string) => void): LedgerEntry | undefined {
  let last: LedgerEntry | undefined;
  for (const entry of list) {
    const { kind, year, n, number } = entry;
    const at = numberOf(kind, year, n);
    if (number !== at) note('renumbered', number);
    if (sealOf(entry) !== entry.hash) note('changed', at);
    if (Number(dayKey(entry.at).slice(0, 4)) !== year) note('wrongYear', at);
    if (last && last.year === year && last.n === n) {
      note('doubled', at);
      continue;
    }
    const next = last?.year === year ? last.n + 1 : 1;
    for (let gone = next; gone < Math.min(n, next + 1_000); gone += 1) note('missing', numberOf(kind, year, gone));
    if (n === next && entry.before !== (last?.hash ?? NOTHING_BEFORE)) note('unchained', at);
    if (last && entry.at < last.at) note('datedBack', at);
    last = entry;
  }
  return last;
}

/** Holds the end that was noted against the last entry there is. */
function judgeEnd(head: LedgerHead, last: LedgerEntry | undefined, note: (flaw: Flaw, at: string) => void): void {
  const at = head.n === 0 ? head.kind : numberOf(head.kind, head.year, head.n);
  const far = (one: { year: number; n: number } | undefined): number => (one ? one.year * 1e9 + one.n : 0);
  if (far(last) < far(head)) note('cutOff', at);
  else if (last && far(last) > far(head)) note('beyondEnd', last.number);
  else if ((last?.hash ?? NOTHING_BEFORE) !== head.hash) note('otherEnd', at);
}

/** What receipts say of each other. */
function judgeReceipts(list: readonly LedgerEntry[], note: (flaw: Flaw, at: string) => void): void {
  const known = new Map<string, ReceiptContent>();
  const countered = new Set<string>();
  for (const { number, body } of list) {
    const { data, success } = receiptContent.safeParse(body);
    if (!success) {
      note('unreadable', number);
      continue;
    }
    if (data.rates && grossOf(data.rates) !== data.amount.amount) note('sumsWrong', number);
    const referred = data.refersTo.map((one) => known.get(one));
    if (referred.some((one) => one?.order.id !== data.order.id)) note('refersToNothing', number);
    if (data.act === 'reversal') {
      const [one] = referred;
      const [name = ''] = data.refersTo;
      const undoes =
        one?.amount.amount === -data.amount.amount &&
        one.amount.currency === data.amount.currency &&
        canonicalOf(against(one.rates ?? [])) === canonicalOf(data.rates ?? []);
      if (data.refersTo.length !== 1 || !undoes || countered.has(name)) note('counterDiffers', number);
      countered.add(name);
    }
    known.set(number, data);
  }
}

/** Holds the payments of the orders against the receipts. */
function judgePayments(
  receipts: readonly LedgerEntry[],
  payments: readonly PaymentTold[],
  note: (flaw: Flaw, at: string) => void,
): void {
  const entered = new Map(receipts.map(({ number, body }) => [number, body as unknown as ReceiptContent]));
  const told = new Set<string>();
  for (const { order, n, amount, method, paidAt, receipt, counter } of payments) {
    const at = `${order.number} (${n})`;
    for (const [number, sign] of [[receipt, 1] as const, ...(counter ? [[counter, -1] as const] : [])]) {
      told.add(number);
      const body = entered.get(number);
      if (!body) note('paymentUnentered', `${at}, ${number}`);
      else if (
        body.order?.id !== order.id ||
        body.payment !== n ||
        body.amount?.amount !== sign * amount.amount ||
        body.amount?.currency !== amount.currency ||
        body.method !== method ||
        body.paidAt !== paidAt ||
        (body.act === 'reversal') !== (sign === -1)
      )
        note('paymentDiffers', `${at}, ${number}`);
    }
  }
  for (const { number } of receipts) if (!told.has(number)) note('paymentUnknown', number);
}

/** What papers say of the receipts and invoices they were made of. */
function judgePapers(
  papers: readonly LedgerEntry[],
  entries: readonly LedgerEntry[],
  note: (flaw: Flaw, at: string) => void,
): void {
  const without = new Set(entries.map(({ number }) => number));
  for (const { number, body } of papers) {
    const { data } = paperContent.safeParse(body);
    if (!data) note('unreadable', number);
    else if (!without.delete(data.of)) note('paperOfNothing', number);
  }
}

/** Holds the bytes that are kept against what was sealed of them. */
function judgeBytes(
  papers: readonly LedgerEntry[],
  kept: readonly PaperTold[],
  note: (flaw: Flaw, at: string) => void,
): void {
  const there = new Map(kept.map((one) => [one.number, one]));
  for (const { number, body } of papers) {
    const sealed = body as unknown as PaperContent;
    const found = there.get(number);
    there.delete(number);
    if (!found) note('paperGone', number);
    else if (
      found.of !== sealed.of ||
      found.original !== sealed.original?.sha256 ||
      found.duplicate !== sealed.duplicate?.sha256
    )
      note('paperDiffers', number);
  }
  for (const number of there.keys()) note('paperUnknown', number);
}

/** Holds a ledger against an earlier copy of it: what was there once is there for ever. */
function judgeSince(entries: readonly unknown[], earlier: readonly unknown[], note: (flaw: Flaw, at: string) => void) {
  const seals = new Map((entries as LedgerEntry[]).map((entry) => [entry.number, entry.hash]));
  for (const { number, hash } of earlier as LedgerEntry[]) {
    if (!seals.has(number)) note('goneSince', number);
    else if (seals.get(number) !== hash) note('otherSince', number);
  }
}

/**
 * Says everything that is wrong with a ledger; nothing, when it is whole. Pure: it needs the copy alone, and believes nothing in it.
 * Who can write to the database can also write a whole ledger anew, with every seal and every end: that is found by an
 * `earlier` copy that lies elsewhere, and by `payments` and `invoices`, which are kept with the orders. `papers` are the bytes that are kept.
 */
export function verifyLedger(
  copy: LedgerCopy,
  {
    earlier,
    payments,
    invoices,
    papers,
  }: {
    earlier?: LedgerCopy;
    payments?: readonly PaymentTold[];
    invoices?: readonly InvoiceTold[];
    papers?: readonly PaperTold[];
  } = {},
): Finding[] {
  const findings: Finding[] = [];
  const note = (flaw: Flaw, at: string): void => void findings.push({ flaw, at });
  const series = bySeries(copy.entries, note);
  const heads = copy.heads.flatMap((raw) => {
    const { data, success } = ledgerHead.safeParse(raw);
    if (!success) note('endUnknown', String((raw as { kind?: unknown } | null)?.kind ?? '?'));
    return success ? [data] : [];
  });
  for (const [kind, list] of series) {
    const last = follow(list, note);
    const head = heads.find((one) => one.kind === kind);
    if (head) judgeEnd(head, last, note);
    else if (last) note('endUnknown', kind);
  }
  const receipts = series.get('receipt') ?? [];
  judgeReceipts(receipts, note);
  if (payments) judgePayments(receipts, payments, note);
  const issued = Object.values(INVOICE_KINDS).flatMap((kind) => series.get(kind) ?? []);
  judgeInvoices(issued, receipts, note);
  if (invoices) judgeTold(issued, invoices, note);
  judgeClosings(series, note);
  const printed = series.get('paper') ?? [];
  judgePapers(printed, [...receipts, ...issued], note);
  if (papers) judgeBytes(printed, papers, note);
  if (earlier) judgeSince(copy.entries, earlier.entries, note);
  return findings;
}
