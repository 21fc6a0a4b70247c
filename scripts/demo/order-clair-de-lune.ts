import type { Quote } from '../../lib/orders/documents';
import { quoteTotals } from '../../lib/orders/totals';
import { eur, type OrderStory } from './order-story';

const line = (label: string, quantity: number, unit: 'piece' | 'metre', amount: number) => ({
  label,
  quantity,
  unit,
  unitPrice: eur(amount),
  vatRate: 20,
});

/** FF-<year>-0041: the order every picture of the design follows, at the minute its bon à couper waits for Awa’s signature. */
export async function tellClairDeLune(story: OrderStory): Promise<void> {
  const { order, ctx, house, client } = story;
  const ines = { id: ctx.accounts.ines, name: 'Inès Haddad' };
  order.description =
    'Longue, dans le biais, dos couvert jusqu’aux reins. Je danserai toute la nuit, avec des talons de sept centimètres.';
  order.options = {
    fabric: 'Satin de soie émeraude',
    lining: 'Pongé ivoire',
    straps: 'fines',
    train: 'petite',
    backTie: 'simple',
  };
  story.quote(
    [
      line('Façon, robe longue en biais', 1, 'piece', 136_500),
      line('Satin de soie émeraude, 140 cm', 4.2, 'metre', 14_500),
      line('Doublure pongé', 3, 'metre', 3_200),
      line('Broderie main, lien du dos', 1, 'piece', 32_500),
    ],
    story.at(-39, 17, 5),
    40,
    14,
  );
  story.accept(story.at(-37, 9, 40));
  story.pay('deposit', 95_800, 'transfer', story.at(-37, 11, 15));
  story.stage('measuring', story.at(-34, 14, 0));
  await story.measure(story.at(-32, 16, 30));
  story.stage('patterning', story.at(-20, 9, 30), {}, ines);
  story.tell(ines, story.at(-20, 9, 45), {
    type: 'note',
    visibility: 'staff',
    note: 'Épaule droite 1 cm plus basse, épaulette légère. Prévoir 6 cm de rentré à l’ourlet, talons de 7 cm.',
  });
  applyTrain(story);
  const first = story.sheet(story.at(-7, 10, 20));
  story.sign(first, 'house', story.at(-7, 10, 24));
  story.stage('toile', story.at(-3, 17, 10), {
    note: 'Le biais tombe bien. J’ai repris un centimètre à la taille, à vérifier demain sur vous.',
  });
  const sheet = story.sheet(story.at(0, 9, 11), [
    { x: 0.66, y: 0.15, text: 'Bretelles fines, réglées à l’essayage' },
    { x: 0.36, y: 0.66, text: 'Biais strict, couture de côté invisible' },
    { x: 0.72, y: 0.93, text: 'Traîne de 60 cm, ourlet roulotté' },
  ]);
  story.sign(sheet, 'house', story.at(0, 9, 12));
  const changes = [
    { field: 'options.straps', from: 'fines', to: 'larges, 3 cm' },
    { field: 'options.slit', to: 'à gauche, 35 cm' },
  ];
  const asked = story.at(0, 10, 38);
  order.changeRequests.push({
    n: 2,
    status: 'open',
    changes,
    note: 'Et pour les bretelles, est-ce qu’on peut les élargir ?',
    files: [],
    createdAt: asked,
    createdBy: client,
  });
  story.tell(client, asked, { type: 'changeRequested', data: { n: 2, changes }, note: order.changeRequests[1]?.note });
  if (order.quotes.length !== 2) throw new Error(`the quote of ${house.name} lost its second version`);
}

/** The train grows to 60 cm: asked, priced, agreed on the same day, and a second version of the quote. */
function applyTrain(story: OrderStory): void {
  const { order, house, client, ctx } = story;
  const asked = story.at(-13, 9, 20);
  const answered = story.at(-13, 11, 0);
  const agreed = story.at(-13, 12, 30);
  const changes = [
    { field: 'options.train', from: 'petite', to: '60 cm' },
    { field: 'options.backTie', from: 'simple', to: 'noué, 2 m' },
  ];
  const effect = { priceDelta: eur(8_500), daysDelta: 3 };
  order.changeRequests.push({
    n: 1,
    status: 'applied',
    changes,
    files: [],
    createdAt: asked,
    createdBy: client,
    answer: { decision: 'accept', ...effect, at: answered, by: house },
    settledAt: agreed,
    revision: 2,
  });
  story.tell(client, asked, { type: 'changeRequested', data: { n: 1, changes } });
  story.tell(house, answered, { type: 'changeAnswered', to: 'accept', data: { n: 1, ...effect } });
  story.tell(house, agreed, { type: 'changeApplied', data: { n: 1, changes, revision: 2, ...effect } });
  const base = order.quotes[0];
  if (!base) return;
  const next: Quote = {
    ...base,
    n: 2,
    lines: [...base.lines, { ...line('Traîne de 60 cm', 1, 'piece', 8_500), changeRequest: 1, changedAt: agreed }],
    createdAt: agreed,
    answeredAt: agreed,
    answeredBy: client,
  };
  order.quotes = [{ ...base, status: 'superseded' }, next];
  order.options = { ...order.options, train: '60 cm', backTie: 'noué, 2 m' };
  order.revision = 2;
  order.promisedDate = ctx.day(67, 12);
  if (quoteTotals(next.lines).total !== 248_000) throw new Error('Clair de lune costs 2 480,00 € in every picture');
}
