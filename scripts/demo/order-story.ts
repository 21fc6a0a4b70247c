import type { ObjectId } from 'mongodb';
import { DAY_MS } from '../../lib/calendar';
import { measurementSets } from '../../lib/clients/documents';
import { newId } from '../../lib/db/ids';
import { fingerprintOf } from '../../lib/orders/create-cutting-approval';
import { orderSearchFields } from '../../lib/orders/search-fields';
import type {
  CuttingApproval,
  MeasurementSnapshot,
  OrderDocument,
  OrderEventDocument,
  Quote,
  QuoteLine,
  Signed,
} from '../../lib/orders/documents';
import { quoteTotals } from '../../lib/orders/totals';
import { PATH, type Stage, stageIndex } from '../../lib/house/stages';
import type { DemoContext } from './context';
import type { PlannedOrder } from './order-plan';
import { CLIENTS, STAFF } from './people';
import type { PaymentMethod } from '../../lib/orders/words';

export const eur = (amount: number) => ({ amount, currency: 'EUR' });

/** An order on its way through the house, written down as the use cases would, at the hours it happened. */
export class OrderStory {
  readonly events: OrderEventDocument[] = [];
  readonly order: OrderDocument;
  readonly house: Signed;
  readonly client: Signed;
  #minute = 0;

  constructor(
    readonly ctx: DemoContext,
    readonly plan: PlannedOrder,
    model: { _id: ObjectId; title: string; garment: string },
    number: string,
  ) {
    const staff = STAFF.find(({ key }) => key === plan.staff);
    const client = CLIENTS.find(({ key }) => key === plan.client);
    this.house = { id: ctx.accounts[plan.staff], name: staff?.name ?? '' };
    // Somebody without an account came by: the house typed it in.
    this.client = client?.account ? { id: ctx.accounts[plan.client], name: client.name } : this.house;
    const asked = this.at(plan.from, 10);
    this.order = {
      _id: newId(),
      number,
      title: model.title,
      garment: model.garment,
      description: '',
      options: {},
      occasion: plan.occasion,
      eventDate: plan.event === undefined ? undefined : ctx.day(plan.event, 12),
      stage: 'requested',
      stageSince: asked,
      clientId: ctx.clients[plan.client],
      couturierId: ctx.accounts[plan.staff],
      modelId: model._id,
      desiredDate: plan.promised === undefined ? undefined : ctx.day(plan.promised, 12),
      revision: 1,
      quotes: [],
      payments: [],
      invoices: [],
      changeRequests: [],
      cuttingApprovals: [],
      referenceFileIds: [],
      ...orderSearchFields({ number, title: model.title, garment: model.garment, occasion: plan.occasion }),
      version: 1,
      createdAt: asked,
      updatedAt: asked,
    };
    this.tell(this.client, asked, { type: 'created', to: 'requested' });
  }

  /** A working hour of that day; never after the moment of loading. */
  at(offset: number, hour: number, minute?: number): Date {
    const wanted = this.ctx.day(offset, hour, minute ?? Math.floor(this.ctx.random() * 11) * 5);
    // Today’s events keep their order even when the house is loaded at dawn.
    const latest = new Date(this.ctx.now.getTime() - 30 * 60_000 + this.#minute * 60_000);
    if (wanted <= latest) return wanted;
    this.#minute += 1;
    return latest;
  }

  tell(by: Signed, at: Date, event: Partial<OrderEventDocument> & Pick<OrderEventDocument, 'type'>): void {
    this.events.push({
      _id: newId(),
      orderId: this.order._id,
      actorId: by.id,
      actorName: by.name,
      at,
      data: {},
      visibility: 'client',
      ...event,
    });
    this.order.version += event.type === 'created' || event.type === 'note' || event.type === 'remark' ? 0 : 1;
    if (at > this.order.updatedAt) this.order.updatedAt = at;
  }

  stage(to: Stage, at: Date, extra: Partial<OrderEventDocument> = {}, by: Signed = this.house): void {
    this.tell(by, at, { type: 'stageMoved', from: this.order.stage, to, ...extra });
    this.order.stage = to;
    this.order.stageSince = at;
    if (to === 'delivered') this.order.deliveredAt = at;
  }

  quote(lines: QuoteLine[], at: Date, depositPercent: number, validDays: number, note?: string): void {
    const quote: Quote = {
      n: this.order.quotes.length + 1,
      status: 'open',
      lines,
      depositPercent,
      validUntil: new Date(at.getTime() + validDays * DAY_MS),
      promisedDate: this.plan.promised === undefined ? undefined : this.ctx.day(this.plan.promised, 12),
      note,
      createdAt: at,
      createdBy: this.house,
    };
    this.order.quotes.push(quote);
    const amount = eur(quoteTotals(lines).total);
    this.tell(this.house, at, {
      type: 'quoteSent',
      from: 'requested',
      to: 'quoted',
      note,
      data: { n: quote.n, amount },
    });
    this.order.stage = 'quoted';
    this.order.stageSince = at;
  }

  accept(at: Date): void {
    const quote = this.order.quotes.at(-1);
    if (!quote) return;
    const behalf = this.client === this.house ? { onBehalf: true } : {};
    Object.assign(quote, { status: 'accepted', answeredAt: at, answeredBy: this.client, ...behalf });
    const amount = eur(quoteTotals(quote.lines).total);
    this.tell(this.client, at, {
      type: 'quoteAccepted',
      from: 'quoted',
      to: 'confirmed',
      data: { n: quote.n, amount, ...behalf },
    });
    this.order.stage = 'confirmed';
    this.order.stageSince = at;
    this.order.promisedDate = quote.promisedDate;
  }

  pay(kind: 'deposit' | 'balance' | 'refund', amount: number, method: PaymentMethod, at: Date): void {
    const n = this.order.payments.length + 1;
    this.order.payments.push({
      n,
      kind,
      amount: eur(amount),
      method,
      paidAt: at,
      recordedBy: this.house,
      recordedAt: at,
      // Given when everything that was paid is entered, in the order of its days.
      receipt: '',
    });
    this.tell(this.house, at, { type: 'paymentRecorded', data: { n, kind, method, amount: eur(amount) } });
  }

  /** The set the client had on that day. */
  async measure(at: Date): Promise<void> {
    const set = await measurementSets(this.ctx.db)
      .find({ clientId: this.order.clientId, kind: 'body', takenAt: { $lte: at } })
      .sort({ takenAt: -1 })
      .limit(1)
      .next();
    if (!set) return;
    const values = Object.fromEntries(
      Object.entries(set.values).filter((entry): entry is [string, number] => entry[1] !== undefined),
    );
    const snapshot: MeasurementSnapshot = {
      setId: set._id,
      takenAt: set.takenAt,
      kind: 'body',
      ...(set.posture ? { posture: set.posture } : {}),
      values,
      custom: set.custom,
      frozenAt: at,
    };
    this.order.measurementSnapshot = snapshot;
    this.tell(this.house, new Date(at.getTime() + 60_000), {
      type: 'measurementsFrozen',
      data: { setId: set._id.toHexString(), points: Object.keys(values).length },
    });
  }

  sheet(at: Date, callouts: CuttingApproval['sheet']['callouts'] = []): CuttingApproval {
    const { order } = this;
    const accepted = order.quotes.find(({ status }) => status === 'accepted');
    const text = (name: string) => (typeof order.options[name] === 'string' ? order.options[name] : undefined);
    const sheet: CuttingApproval['sheet'] = {
      number: order.number,
      title: order.title,
      garment: order.garment,
      clientName: CLIENTS.find(({ key }) => key === this.plan.client)?.name ?? '',
      description: order.description,
      options: { ...order.options },
      fabric: text('fabric'),
      lining: text('lining'),
      callouts,
      price: accepted && eur(quoteTotals(accepted.lines).total),
      deliveryDate: order.promisedDate,
      measurements: order.measurementSnapshot,
      revision: order.revision,
    };
    const approval: CuttingApproval = {
      n: order.cuttingApprovals.length + 1,
      sheet,
      fingerprint: fingerprintOf(sheet),
      createdAt: at,
      createdBy: this.house,
      signatures: [],
    };
    order.cuttingApprovals.push(approval);
    this.tell(this.house, at, { type: 'approvalCreated', data: { n: approval.n, fingerprint: approval.fingerprint } });
    return approval;
  }

  sign(approval: CuttingApproval, side: 'house' | 'client', at: Date): void {
    const by = side === 'house' ? this.house : this.client;
    const behalf = side === 'client' && by === this.house ? { onBehalf: true } : {};
    approval.signatures.push({ side, by, at, ...behalf });
    this.tell(by, at, {
      type: 'approvalSigned',
      data: { n: approval.n, side, complete: approval.signatures.length === 2, ...behalf },
    });
  }
}

/** Stages between the acceptance and `to`, with the days they were reached: evenly spread, the last on `since`. */
export function reached(plan: PlannedOrder, accepted: number, to: Stage): { stage: Stage; day: number }[] {
  const stages = PATH.slice(stageIndex('measuring'), stageIndex(to) + 1);
  return stages.map((stage, index) => ({
    stage,
    day: Math.round(accepted + ((plan.since - accepted) * (index + 1)) / stages.length),
  }));
}
