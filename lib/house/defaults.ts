import type { Locale } from '../actor';
import { inLanguage } from '../i18n/bilingual';
import type { HouseSettings } from './documents';
import vocabulary from './default-vocabulary.json';
import { UNSAID_LEGAL } from './legal-defaults';
import { UNSAID_TAX } from './tax-defaults';

const open = [{ from: '09:00', to: '19:00' }];

/** What a house is called until its owner says so. */
const NAMELESS = { fr: 'La maison', en: 'The house' };

/** What a new house starts with; its owner changes it in the settings. Nobody's name, nobody's address. */
export const DEFAULT_HOUSE: HouseSettings = {
  name: NAMELESS.fr,
  address: '',
  phone: '',
  email: '',
  currency: 'EUR',
  locale: 'fr',
  lockStage: 'cutting',
  stageHours: {
    requested: 1,
    quoted: 1,
    confirmed: 0.5,
    measuring: 1,
    patterning: 5,
    toile: 4,
    cutting: 3,
    assembly: 12,
    fitting: 1.5,
    alterations: 5,
    finishing: 8,
    ready: 1,
    delivered: 0.5,
  },
  garmentHours: {
    weddingDress: { patterning: 9, toile: 8, cutting: 6, assembly: 46, fitting: 3, alterations: 10, finishing: 24 },
    suit: { patterning: 7, assembly: 22, finishing: 6 },
    coat: { patterning: 6, assembly: 20, finishing: 6 },
    menSuit: { patterning: 8, assembly: 26, finishing: 7 },
    menCoat: { patterning: 6, assembly: 20, finishing: 6 },
    skirt: { patterning: 2, toile: 2, cutting: 1.5, assembly: 6, finishing: 3 },
    blouse: { patterning: 3, toile: 2, cutting: 1.5, assembly: 7, finishing: 3 },
    trousers: { patterning: 3, toile: 2, cutting: 1.5, assembly: 8, finishing: 3 },
  },
  openingHours: {
    monday: open,
    tuesday: open,
    wednesday: open,
    thursday: open,
    friday: open,
    saturday: open,
    sunday: [],
  },
  closures: [],
  feasts: [],
  vocabulary,
  texts: {
    tagline: {
      fr: 'Maison de couture. Chaque pièce est dessinée, coupée et montée à l’atelier.',
      en: 'A couture house. Every piece is drawn, cut and sewn in our own atelier.',
    },
    about: {
      fr: 'Une pièce commence par une conversation. Nous dessinons avec vous, nous coupons pour vous seulement, et vous suivez le fil jusqu’au dernier point.',
      en: 'A piece begins with a conversation. We draw with you, we cut for you alone, and you follow the thread to the last stitch.',
    },
  },
  clientWords: [],
  quoteDefaults: { depositPercent: 40, vatPercent: 20, validDays: 14 },
  tax: UNSAID_TAX,
  legal: UNSAID_LEGAL,
  secondKeyRequired: false,
};

/** The same in the language it begins in. */
export const newHouse = (locale: Locale): HouseSettings => ({
  ...DEFAULT_HOUSE,
  name: inLanguage(NAMELESS, locale),
  locale,
});
