import type { StaffKey } from './people';

/** What the atelier knows of each model besides its drawing and its words, in the order of their publication, latest first. */
export interface ModelNote {
  slug: string;
  /** What the house calls it. */
  name: string;
  author: StaffKey;
  /** Centimetres of cloth, and its width. */
  cloth: [length: number, width: number];
  hours: [all: number, byHand: number];
  fittings: number;
  toile: boolean;
  care: keyof typeof CARE;
}

export const CARE = {
  silk: {
    fr: 'Nettoyage à sec, repassage à la vapeur sur l’envers',
    en: 'Dry clean, steam iron on the wrong side',
  },
  lace: { fr: 'Nettoyage à sec par un spécialiste, à plat', en: 'Specialist dry cleaning, laid flat' },
  wool: { fr: 'Nettoyage à sec, brosser après chaque sortie', en: 'Dry clean, brush after wearing' },
  cotton: { fr: 'Lavage à 30\u00a0°C, repassage humide', en: 'Wash at 30 °C, iron while damp' },
  bazin: {
    fr: 'Lavage à la main à l’eau froide, amidonner et battre',
    en: 'Hand wash in cold water, starch and beat',
  },
  trim: {
    fr: 'Nettoyage à sec, ranger à plat, broderie protégée',
    en: 'Dry clean, store flat with the embroidery covered',
  },
} as const;

const note = (
  slug: string,
  name: string,
  author: StaffKey,
  cloth: [number, number],
  hours: [number, number],
  fittings: number,
  toile: boolean,
  care: keyof typeof CARE,
): ModelNote => ({ slug, name, author, cloth, hours, fittings, toile, care });

export const MODEL_NOTES: readonly ModelNote[] = [
  note('robe-clair-de-lune', 'Clair de lune', 'claire', [420, 140], [46, 12], 2, true, 'silk'),
  note('manteau-cape', 'Faubourg', 'ines', [380, 150], [38, 9], 2, true, 'wool'),
  note('mariee-dentelle', 'Héloïse', 'claire', [950, 140], [110, 62], 4, true, 'lace'),
  note('tailleur-croise', 'Vendôme', 'ines', [360, 150], [52, 18], 3, true, 'wool'),
  note('robe-grecque', 'Antigone', 'claire', [640, 140], [40, 22], 2, true, 'silk'),
  note('grand-boubou-brode', 'Ndeye', 'mathieu', [600, 160], [34, 20], 1, false, 'bazin'),
  note('jupe-plissee-lavalliere', 'Lavallière', 'ines', [430, 140], [26, 8], 2, false, 'wool'),
  note('robe-cocktail-drapee', 'Anémone', 'claire', [310, 150], [32, 14], 2, true, 'silk'),
  note('manteau-kimono', 'Suzume', 'ines', [460, 110], [42, 16], 2, false, 'silk'),
  note('corset-tulle', 'Sylphide', 'claire', [1200, 150], [58, 24], 3, true, 'silk'),
  note('costume-trois-pieces', 'Montaigne', 'ines', [390, 150], [64, 26], 3, true, 'wool'),
  note('caftan-ceremonie', 'Yasmine', 'mathieu', [520, 140], [48, 30], 2, false, 'trim'),
  note('fourreau-velours', 'Garance', 'sofia', [340, 140], [44, 16], 2, true, 'silk'),
  note('mariee-sirene', 'Ondine', 'claire', [820, 140], [124, 70], 4, true, 'lace'),
  note('agbada-royal', 'Oba', 'mathieu', [800, 120], [46, 32], 1, false, 'trim'),
  note('tailleur-tweed', 'Cambon', 'ines', [290, 150], [54, 28], 3, true, 'wool'),
  note('trench-grand-soir', 'Rivoli', 'ines', [410, 150], [36, 6], 2, true, 'cotton'),
  note('combinaison-palazzo', 'Palazzo', 'sofia', [380, 140], [30, 8], 2, true, 'silk'),
  note('smoking-blanc', 'Minuit', 'ines', [350, 150], [50, 18], 3, true, 'wool'),
  note('robe-chemise', 'Deauville', 'ines', [330, 150], [18, 4], 1, false, 'cotton'),
  note('pardessus-homme', 'Rive droite', 'ines', [340, 150], [48, 16], 2, true, 'wool'),
  note('bazin-homme', 'Bamako', 'mathieu', [450, 160], [22, 12], 1, false, 'bazin'),
  note('robe-peplum-wax', 'Awa', 'sofia', [360, 115], [16, 3], 1, false, 'cotton'),
  note('chemisier-organza', 'Nuage', 'ines', [420, 140], [24, 10], 2, false, 'silk'),
];

const UPPER = [
  'bustGirth',
  'waistGirth',
  'shoulderWidth',
  'backWidth',
  'backNeckToWaist',
  'armLength',
  'upperArmGirth',
  'neckGirth',
];
const LOWER = ['waistGirth', 'hipGirth', 'waistToHip', 'outsideLeg', 'insideLeg', 'bodyRise', 'thighGirth'];
const GOWN = [
  'bustGirth',
  'underbustGirth',
  'waistGirth',
  'hipGirth',
  'waistToHip',
  'backNeckToWaist',
  'frontNeckToWaist',
  'bustPointDistance',
  'bustHeight',
  'shoulderLength',
  'armscyeGirth',
  'upperArmGirth',
  'height',
  'outsideLeg',
];
const AMPLE = [
  'height',
  'bustGirth',
  'hipGirth',
  'neckGirth',
  'shoulderWidth',
  'armLength',
  'neckToWrist',
  'headGirth',
];

/** The measurements each garment needs, by garment code of the vocabulary. */
export const POINTS: Record<string, readonly string[]> = {
  dress: GOWN,
  weddingDress: [...GOWN, 'neckGirth', 'wristGirth', 'armLength', 'backWidth'],
  suit: [...new Set([...UPPER, ...LOWER])],
  menSuit: [...new Set([...UPPER, ...LOWER])],
  coat: [...UPPER, 'hipGirth', 'height'],
  menCoat: [...UPPER, 'hipGirth', 'height'],
  skirt: ['waistGirth', 'hipGirth', 'waistToHip', 'waistToKnee', ...UPPER.slice(2)],
  blouse: [...new Set([...UPPER, ...LOWER])],
  jumpsuit: [...new Set([...GOWN, ...LOWER])],
  boubou: AMPLE,
  caftan: [...AMPLE, 'waistGirth'],
  agbada: AMPLE,
  tunic: [...AMPLE, 'outsideLeg', 'waistGirth'],
};
