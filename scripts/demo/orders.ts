import type { ObjectId } from 'mongodb';
import { endedEarly } from '../../lib/house/stages';
import { models } from '../../lib/models/documents';
import { counters, orderEvents, orders } from '../../lib/orders/documents';
import { orderYear } from '../../lib/orders/next-number';
import { paidAmount, quoteTotals } from '../../lib/orders/totals';
import type { DemoContext } from './context';
import { tellClairDeLune } from './order-clair-de-lune';
import { enterPayments } from './ledger';
import { FIRST_NUMBER, PLAN, type PlannedOrder } from './order-plan';
import { eur, OrderStory, reached } from './order-story';

interface DemoModel {
  _id: ObjectId;
  title: string;
  garment: string;
  price: number;
  cloth: string;
  length: number;
}

async function readModels(ctx: DemoContext): Promise<Map<string, DemoModel>> {
  const all = await models(ctx.db).find().toArray();
  return new Map(
    all.map((model) => [
      model.slug,
      {
        _id: model._id,
        title: model.name ?? model.title.fr,
        garment: model.garment,
        price: model.priceFrom.amount,
        cloth: model.fabrics[0]?.label.fr ?? '',
        length: (model.making?.clothLength ?? 350) / 100,
      },
    ]),
  );
}

/** Making, cloth and lining that add up to a price near the model’s. */
function linesFor(story: OrderStory, model: DemoModel) {
  const total = model.price + Math.round(story.ctx.random() * 24) * 1000;
  const cloth = Math.max(1800, Math.round((total * 0.24) / model.length / 100) * 100);
  const length = Math.round(model.length * 10) / 10;
  const lining = { label: 'Doublure', quantity: 2.5, unit: 'metre' as const, unitPrice: eur(2400), vatRate: 20 };
  const cut = { label: model.cloth, quantity: length, unit: 'metre' as const, unitPrice: eur(cloth), vatRate: 20 };
  const rest = total - quoteTotals([cut, lining]).total;
  return [
    { label: `Façon, ${model.title}`, quantity: 1, unit: 'piece' as const, unitPrice: eur(rest), vatRate: 20 },
    cut,
    lining,
  ];
}

const METHODS = ['transfer', 'card', 'cash', 'mobileMoney'] as const;

async function tellUsual(story: OrderStory, model: DemoModel): Promise<void> {
  const { plan, order, ctx } = story;
  order.options = { fabric: model.cloth };
  if (plan.stage === 'requested') return;
  const span = plan.since - plan.from;
  const early = endedEarly(plan.stage);
  if (plan.stage === 'declined') {
    story.stage('declined', story.at(plan.since, 11), { note: plan.reason });
    return;
  }
  const quoted = plan.stage === 'quoted' ? plan.since : plan.from + Math.max(1, Math.min(3, Math.floor(span / 4)));
  story.quote(linesFor(story, model), story.at(quoted, 16), 40, 14);
  if (plan.stage === 'quoted') return;
  const accepted =
    plan.stage === 'confirmed'
      ? plan.since
      : Math.min(plan.since, quoted + Math.max(1, Math.min(3, Math.floor(span / 4))));
  story.accept(story.at(accepted, 18));
  const [quote] = order.quotes;
  const total = quote ? quoteTotals(quote.lines).total : 0;
  const method = METHODS[Math.floor(ctx.random() * METHODS.length)] ?? 'card';
  story.pay('deposit', Math.round(total * 0.4), method, story.at(accepted, 19));
  if (early) {
    story.stage('cancelled', story.at(plan.since, 15), { note: plan.reason });
    if (plan.since - plan.from > 10) story.pay('refund', Math.round(total * 0.4), 'transfer', story.at(plan.since, 17));
    return;
  }
  if (plan.stage !== 'confirmed') await tellWork(story, accepted);
  if (plan.stage === 'delivered') {
    // One client still owes the last instalment.
    const left = total - paidAmount(order.payments);
    const owes = order.number.endsWith('27');
    story.pay('balance', owes ? left - 20_000 : left, method, story.at(plan.since, 18));
  }
  if (plan.special === 'defect')
    story.tell(story.client, story.at(plan.since + 9, 12), {
      type: 'defect',
      note: 'L’agrafe du col s’est décousue à la deuxième sortie. Puis-je passer samedi ?',
    });
  if (plan.hold) {
    const since = story.at(-2, 9);
    order.onHold = { reason: plan.hold, since, until: ctx.day(6, 12) };
    story.tell(story.house, since, { type: 'held', note: plan.hold, to: undefined });
  }
}

const WITHOUT_TOILE = new Set(['boubou', 'agbada', 'tunic', 'caftan', 'skirt', 'blouse']);

async function tellWork(story: OrderStory, accepted: number): Promise<void> {
  const { plan, order } = story;
  let toldSkip = false;
  for (const { stage, day } of reached(plan, accepted, plan.stage)) {
    if (stage === 'toile' && WITHOUT_TOILE.has(order.garment) && plan.stage !== 'toile') {
      toldSkip = true;
      continue;
    }
    if (stage === 'cutting') {
      const sheet = story.sheet(story.at(day, 9));
      story.sign(sheet, 'house', story.at(day, 9, 58));
      story.sign(sheet, 'client', story.at(day, 10));
    }
    const skip = stage === 'cutting' && toldSkip;
    story.stage(
      stage,
      story.at(day, 11),
      skip ? { note: 'Pas de toile pour cette coupe droite.', data: { skipped: true } } : {},
    );
    if (stage === 'patterning') await story.measure(story.at(day, 11, 58));
  }
}

/** The request for a change that waits in Fatou’s wedding dress: the couturier has answered, she has not. */
function tellCounter(story: OrderStory): void {
  const { order, ctx } = story;
  const asked = story.at(-2, 11);
  const answered = story.at(-1, 17);
  const changes = [{ field: 'options.sleeves', from: 'longues, dentelle', to: 'amovibles' }];
  order.options = { ...order.options, sleeves: 'longues, dentelle' };
  order.changeRequests = [
    {
      n: 1,
      status: 'answered',
      changes,
      note: 'Pour danser le soir, j’aimerais pouvoir les ôter.',
      files: [],
      createdAt: asked,
      createdBy: story.client,
      answer: {
        decision: 'accept',
        priceDelta: eur(18_000),
        daysDelta: 4,
        note: 'Une couture de plus à l’emmanchure, invisible une fois boutonnée.',
        at: answered,
        by: story.house,
      },
    },
  ];
  story.tell(story.client, asked, {
    type: 'changeRequested',
    data: { n: 1, changes },
    note: order.changeRequests[0]?.note,
  });
  story.tell(story.house, answered, {
    type: 'changeAnswered',
    to: 'accept',
    data: { n: 1, priceDelta: eur(18_000), daysDelta: 4 },
    note: order.changeRequests[0]?.answer?.note,
  });
  ctx.report('  one change request waits for its client');
}

/** Awa’s coat: the quote is there, she has a week to accept it. */
function tellFaubourg(story: OrderStory): void {
  story.order.options = { fabric: 'Drap de laine et cachemire double face', lining: 'Cupro camel' };
  const sent = story.at(-1, 17, 20);
  const line = (label: string, amount: number) => ({
    label,
    quantity: 1,
    unit: 'piece' as const,
    unitPrice: eur(amount),
    vatRate: 20,
  });
  story.quote(
    [
      line('Façon, manteau-cape', 152_000),
      line('Drap de laine et cachemire, 3,60 m', 70_000),
      line('Doublure cupro', 12_000),
    ],
    sent,
    40,
    8,
    'Dites-moi pour la doublure : camel comme le drap, ou bordeaux pour la surprise.',
  );
}

async function tell(ctx: DemoContext, plan: PlannedOrder, model: DemoModel, number: string): Promise<OrderStory> {
  const story = new OrderStory(ctx, plan, model, number);
  if (plan.special === 'clairDeLune') await tellClairDeLune(story);
  else if (plan.special === 'faubourg') tellFaubourg(story);
  else await tellUsual(story, model);
  if (plan.special === 'counter') tellCounter(story);
  return story;
}

/**
 * Forty orders over all stages with their timelines, quotes, payments, change requests and signatures. FF-<year>-0041 and 0052 are
 * the ones of the design; the next order is 0056.
 */
export async function loadOrders(ctx: DemoContext): Promise<void> {
  const catalogue = await readModels(ctx);
  const year = orderYear(ctx.now);
  const stories: OrderStory[] = [];
  for (const [index, plan] of PLAN.entries()) {
    const model = catalogue.get(plan.model);
    if (!model) throw new Error(`the demo has no model ${plan.model}`);
    stories.push(await tell(ctx, plan, model, `FF-${year}-${String(FIRST_NUMBER + index).padStart(4, '0')}`));
  }
  await counters(ctx.db).insertOne({ _id: `orders:${year}`, value: FIRST_NUMBER + PLAN.length - 1 });
  await enterPayments(
    ctx,
    stories.map(({ order }) => order),
  );
  await orders(ctx.db).insertMany(stories.map(({ order }) => order));
  await orderEvents(ctx.db).insertMany(stories.flatMap(({ events }) => events));
  ctx.report(`  ${stories.length} orders`);
}
