import type { StaffActor } from '../actor';
import { type Database, inTransaction } from '../db/client';
import { AppError } from '../errors';
import { readJournal, readOrders } from '../ledger/read-journal';
import { invoiceContent, receiptContent } from '../ledger/shape';
import { together } from '../ledger/totals';
import { vatLines } from '../ledger/vat-journal';
import { asRefusal } from './close-period';
import type { PeriodQuery, VatDto } from './schemas';

/**
 * The VAT that fell due on some days of the house's calendar, by rate, and the entries behind it (CGI, art. 269, 2: on receipt for deposits and work,
 * with the invoice for goods). Days are those of the closings, so that a month of it is a month of theirs.
 * @throws AppError forbidden for anyone but an owner, ledger_unreadable.
 */
export async function readVat(db: Database, actor: StaffActor, { from, to }: PeriodQuery): Promise<VatDto> {
  if (actor.role !== 'owner') throw new AppError('forbidden');
  return inTransaction(db, async (session) => {
    const journal = await readJournal(db, from, to, session);
    const shown = new Map(journal.map(({ entry, day, closing }) => [entry.number, { day, closing, entry }]));
    const orderOf = ({ body }: { body: Record<string, unknown> }) =>
      receiptContent.safeParse(body).data?.order.id ?? invoiceContent.safeParse(body).data?.order.id;
    const orders = new Set(journal.flatMap(({ entry }) => orderOf(entry) ?? []));
    const lines = vatLines(await readOrders(db, [...orders], session)).flatMap((line) => {
      const there = shown.get(line.number);
      if (!there) return [];
      const { data: receipt } = receiptContent.safeParse(there.entry.body);
      const { data: invoice } = invoiceContent.safeParse(there.entry.body);
      const buyer = invoice?.buyer.company ?? invoice?.buyer.name;
      return [
        {
          id: line.number,
          day: there.day,
          cause: line.cause,
          client: receipt?.client ?? buyer ?? '',
          currency: receipt?.amount.currency ?? invoice?.currency ?? '',
          due: line.due,
          unsaid: line.unsaid,
        },
      ];
    });
    lines.sort((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : 0));
    const currencies = [...new Set(lines.map(({ currency }) => currency))].sort();
    return {
      from,
      to,
      isOpen: journal.some(({ closing }) => closing === undefined),
      sums: currencies.map((currency) => {
        const own = lines.filter((line) => line.currency === currency);
        return {
          currency,
          rates: together(...own.map(({ due }) => due)),
          unsaid: own.reduce((sum, { unsaid }) => sum + unsaid, 0),
        };
      }),
      lines,
    };
  }).catch((error: unknown) => {
    throw asRefusal(error, actor.locale);
  });
}
