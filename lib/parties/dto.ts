import type { ObjectId } from 'mongodb';
import { endedEarly, isOver } from '../house/stages';
import { dayKey } from '../i18n/format';
import type { Money } from '../money';
import type { OrderDocument } from '../orders/documents';
import { currencyOf, priceOf } from '../orders/dto';
import { acceptedQuote, openQuote } from '../orders/rules';
import { depositOf, paidAmount } from '../orders/totals';
import type { MemberDocument, PartyDocument, PayerDocument } from './documents';
import { type Costs, measuresOf, type Sum, sumsOf } from './rules';
import type { PartyDto, PartyMemberDto, PartySumDto } from './schemas';
import type { PartySurroundings } from './surroundings';

const hex = (id: ObjectId): string => id.toHexString();
const present = <T extends object>(value: T): T =>
  Object.fromEntries(Object.entries(value).filter(([, one]) => one !== undefined)) as T;

type PricedOrder = Pick<OrderDocument, 'stage' | 'quotes' | 'payments'>;

/** What a member's order comes to; nothing without one. */
export function costsOf(
  { payer, withdrawn }: Pick<MemberDocument, 'payer' | 'withdrawn'>,
  order: PricedOrder | undefined,
  fallback: string,
): Costs[] {
  if (!order) return [];
  const quote = acceptedQuote(order) ?? openQuote(order);
  const total = priceOf(order);
  return [
    {
      payer,
      currency: currencyOf(order, fallback),
      total,
      paid: paidAmount(order.payments),
      deposit: quote && total !== undefined ? depositOf(total, quote.depositPercent) : undefined,
      apart: withdrawn !== undefined || endedEarly(order.stage),
    },
  ];
}

export function toSum({ currency, total, paid, due, deposit }: Sum): PartySumDto {
  const money = (amount: number): Money => ({ amount, currency });
  return { total: money(total), paid: money(paid), due: money(due), deposit: money(deposit) };
}

function toOrderOf(order: OrderDocument, around: PartySurroundings): PartyMemberDto['order'] {
  const id = hex(order._id);
  const currency = currencyOf(order, around.currency);
  const total = priceOf(order);
  return present({
    id,
    number: order.number,
    kind: order.kind ?? 'piece',
    title: order.title,
    stage: order.stage,
    plate: around.plates.get(id),
    promisedDate: order.promisedDate?.toISOString(),
    promise: around.promises.get(id),
    agreed: acceptedQuote(order) !== undefined,
    total: total === undefined ? undefined : { amount: total, currency },
    due:
      total === undefined || endedEarly(order.stage)
        ? undefined
        : { amount: total - paidAmount(order.payments), currency },
  });
}

function toMember(member: MemberDocument, party: PartyDocument, around: PartySurroundings): PartyMemberDto {
  const { n, clientId, part, orderId, payer, withdrawn } = member;
  const order = orderId && around.orders.get(hex(orderId));
  const last = around.measures.get(hex(clientId));
  const frozen = order?.measurementSnapshot;
  const taken = frozen ?? last;
  const needless = withdrawn !== undefined || order?.kind === 'retouche' || (order && isOver(order.stage)) === true;
  const { state, daysLate } = measuresOf({
    needless,
    frozen: frozen !== undefined,
    takenOn: last && dayKey(last.takenAt),
    by: party.measuresBy,
    today: dayKey(around.now),
  });
  return present({
    n,
    clientId: hex(clientId),
    name: around.clients.get(hex(clientId))?.name ?? '',
    part,
    payer,
    order: order && toOrderOf(order, around),
    measures: present({
      state,
      takenAt: taken?.takenAt.toISOString(),
      points: taken && Object.keys(taken.values).length + taken.custom.length,
      daysLate,
    }),
    withdrawn: withdrawn && present({ at: withdrawn.at.toISOString(), note: withdrawn.note }),
  });
}

/** What a payer is called: by their file where they have one. */
export const payerName = ({ name, clientId }: PayerDocument, around: Pick<PartySurroundings, 'clients'>): string =>
  (clientId && around.clients.get(hex(clientId))?.name) ?? name;

/** A party as the staff reads it. */
export function toParty(party: PartyDocument, around: PartySurroundings): PartyDto {
  const costs = party.members.flatMap((member) =>
    costsOf(member, member.orderId && around.orders.get(hex(member.orderId)), around.currency),
  );
  const paying = new Set(party.members.filter(({ withdrawn }) => !withdrawn).map(({ payer }) => payer));
  return present({
    id: hex(party._id),
    name: party.name,
    kind: party.kind,
    day: party.day,
    place: party.place,
    note: party.note,
    measuresBy: party.measuresBy,
    couturierId: hex(party.couturierId),
    couturierName: around.staff.get(hex(party.couturierId)) ?? '',
    days: party.days.map(({ n, label, day, time, held }) => present({ n, label, day, time, held })),
    members: party.members.map((member) => toMember(member, party, around)),
    payers: party.payers
      .filter(({ n }) => paying.has(n))
      .map((one) =>
        present({
          n: one.n,
          name: payerName(one, around),
          clientId: one.clientId && hex(one.clientId),
          sums: sumsOf(costs, one.n).map(toSum),
        }),
      ),
    sums: sumsOf(costs).map(toSum),
    version: party.version,
    createdAt: party.createdAt.toISOString(),
    updatedAt: party.updatedAt.toISOString(),
  });
}
