import { inMinorUnits, inUnits } from '../money';
import type { Making, ModelDto, CreateModelInput } from './schemas';

/** A model while it is being written: every field there, numbers may be missing. */
export interface ModelDraft {
  name: string;
  title: { fr: string; en: string };
  description: { fr: string; en: string };
  category: string;
  garment: string;
  couturierId: string;
  /** In units of the currency (euros), as it is typed; NaN while it cannot be read. */
  price: number | undefined;
  currency: string;
  leadTimeDays: number | undefined;
  fabrics: CreateModelInput['fabrics'];
  colours: CreateModelInput['colours'];
  /** With the size, so that a picture shows as soon as it is sent. */
  images: ModelDto['images'];
  /** Separated by commas. */
  tags: { fr: string; en: string };
  making: DraftMaking | null;
}

export type DraftMaking = Omit<Making, 'clothLength' | 'clothWidth' | 'hours' | 'handHours' | 'fittings'> & {
  clothLength: number | undefined;
  clothWidth: number | undefined;
  hours: number | undefined;
  handHours: number | undefined;
  fittings: number | undefined;
};

/** What the atelier's notes begin with. */
export const EMPTY_MAKING: DraftMaking = {
  clothLength: undefined,
  clothWidth: 140,
  hours: undefined,
  handHours: undefined,
  fittings: 2,
  toile: true,
  points: [],
  care: { fr: '', en: '' },
};

const empty = () => ({ fr: '', en: '' });

export const newDraft = (couturierId: string, currency: string): ModelDraft => ({
  name: '',
  title: empty(),
  description: empty(),
  category: '',
  garment: '',
  couturierId,
  price: undefined,
  currency,
  leadTimeDays: undefined,
  fabrics: [],
  colours: [],
  images: [],
  tags: empty(),
  making: null,
});

/** A saved model, to go on writing. */
export const draftOf = (model: ModelDto): ModelDraft => ({
  name: model.name ?? '',
  title: model.title,
  description: model.description,
  category: model.category,
  garment: model.garment,
  couturierId: model.couturierId,
  price: inUnits(model.priceFrom),
  currency: model.priceFrom.currency,
  leadTimeDays: model.leadTimeDays,
  fabrics: model.fabrics,
  colours: model.colours,
  images: model.images,
  tags: { fr: model.tags.fr.join(', '), en: model.tags.en.join(', ') },
  making: model.making ?? null,
});

const list = (text: string): string[] => [
  ...new Set(
    text
      .split(',')
      .map((word) => word.trim())
      .filter(Boolean),
  ),
];

/**
 * What is sent. A number that is missing or unreadable goes as `null`, so that the answer names the field and nothing is
 * guessed in its place.
 */
export function inputOf(draft: ModelDraft) {
  const number = (value: number | undefined): number | null =>
    value === undefined || Number.isNaN(value) ? null : value;
  const price = number(draft.price);
  const { making } = draft;
  return {
    name: draft.name.trim() || null,
    title: draft.title,
    description: draft.description,
    category: draft.category,
    garment: draft.garment,
    couturierId: draft.couturierId,
    priceFrom: { amount: price === null ? null : inMinorUnits(price, draft.currency), currency: draft.currency },
    leadTimeDays: number(draft.leadTimeDays),
    fabrics: draft.fabrics,
    colours: draft.colours,
    images: draft.images.map(({ id, alt }) => ({ id, alt })),
    tags: { fr: list(draft.tags.fr), en: list(draft.tags.en) },
    making: making && {
      ...making,
      clothLength: number(making.clothLength),
      clothWidth: number(making.clothWidth),
      hours: number(making.hours),
      handHours: number(making.handHours),
      fittings: number(making.fittings),
    },
  };
}
export type ModelInput = ReturnType<typeof inputOf>;

/** The draft as publication looks at it. */
export const publishable = (draft: ModelDraft) => ({
  ...draft,
  priceFrom: { amount: inMinorUnits(draft.price || 0, draft.currency) },
});
