import { DEFAULT_HOUSE } from '../../lib/house/defaults';
import { house } from '../../lib/house/documents';
import type { DemoContext } from './context';

/** The house of the demo: the defaults under a name and an address of its own, a closing around the coming feasts, and what its owner has changed so far. */
export async function loadHouse(ctx: DemoContext): Promise<void> {
  const opened = new Date('2014-09-01T08:00:00Z');
  const year = ctx.now.getUTCFullYear();
  const saturday = [{ from: '10:00', to: '18:00' }];
  const by = { by: ctx.accounts.ines, byName: 'Inès Haddad' };
  await house(ctx.db).insertOne({
    _id: 'house',
    ...DEFAULT_HOUSE,
    name: 'FashionFlow',
    address: '14, rue du Mail, 75002 Paris',
    phone: '01 84 25 10 47',
    email: 'maison@fashionflow.test',
    // An example of a company, under the number that is printed on every specimen: no business has it.
    tax: {
      ...DEFAULT_HOUSE.tax,
      country: 'FR',
      regime: 'subject',
      registration: '123456782',
      vatNumber: 'FR11123456782',
      legalForm: 'SAS',
      capital: '20\u202f000\u202f€',
      registry: 'RCS Paris',
    },
    legal: {
      ...DEFAULT_HOUSE.legal,
      director: by.byName,
      mediatorName: 'Médiation de la couture (exemple)',
      mediatorAddress: '2, rue du Mail, 75002 Paris',
    },
    openingHours: { ...DEFAULT_HOUSE.openingHours, saturday },
    closures: [
      {
        from: `${year}-12-24`,
        to: `${year + 1}-01-02`,
        label: { fr: 'Fêtes de fin d’année', en: 'Year-end holidays' },
      },
      { from: `${year + 1}-08-03`, to: `${year + 1}-08-22`, label: { fr: 'Congés d’été', en: 'Summer break' } },
    ],
    clientWords: [
      {
        text: {
          fr: 'J’ai entouré l’épaule sur la photo. Le lendemain, c’était repris.',
          en: 'I circled the shoulder on the photo. The next day it was mended.',
        },
        signature: {
          fr: 'Nora Benali, jupe Lavallière, livrée en mars',
          en: 'Nora Benali, Lavallière skirt, delivered in March',
        },
        couturierId: ctx.accounts.mathieu.toHexString(),
      },
      {
        text: {
          fr: 'Elle a épinglé la toile sans parler, puis elle a souri. J’ai su que c’était juste.',
          en: 'She pinned the toile without a word, then smiled. I knew it was right.',
        },
        signature: { fr: 'Jeanne Vasseur, Héloïse, mariage en mai', en: 'Jeanne Vasseur, Héloïse, married in May' },
        couturierId: ctx.accounts.claire.toHexString(),
      },
    ],
    changes: [
      { ...by, at: ctx.day(-3, 9, 2), path: 'garmentHours.weddingDress.assembly', from: 40, to: 46 },
      { ...by, at: ctx.day(-11, 17, 40), path: 'lockStage', from: 'assembly', to: 'cutting' },
      { ...by, at: ctx.day(-20, 12, 15), path: 'stageHours.toile', from: 3, to: 4 },
    ],
    createdAt: opened,
    updatedAt: ctx.day(-3, 9, 2),
    version: 4,
  });
}
