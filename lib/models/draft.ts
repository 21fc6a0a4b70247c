import * as v from 'valibot';
import { each, noWords } from '../i18n/bilingual';
import { inMinorUnits, inUnits } from '../money';
import type { ModelDto } from './schemas';

const text = v.string();
const bilingual = v.object(each(text));
/** As it is typed: NaN while it cannot be read, nothing while nothing is written. */
const number = v.optional(v.union([v.number(), v.nan()]));

const draftMaking = v.object({
  clothLength: number,
  clothWidth: number,
  hours: number,
  handHours: number,
  fittings: number,
  toile: v.boolean(),
  points: v.array(text),
  care: bilingual,
});
export type DraftMaking = v.InferOutput<typeof draftMaking>;

const option = v.object({ code: text, label: bilingual });

/** A model while it is being written: every field there, numbers may be missing. */
export const modelDraft = v.object({
  name: text,
  title: bilingual,
  description: bilingual,
  category: text,
  garment: text,
  couturierId: text,
  /** In units of the currency (euros). */
  price: number,
  currency: text,
  leadTimeDays: number,
  fabrics: v.array(option),
  colours: v.array(v.object({ ...option.entries, hex: text })),
  /** With the size, so that a picture shows as soon as it is sent. */
  images: v.array(v.object({ id: text, alt: bilingual, width: v.number(), height: v.number(), placeholder: text })),
  /** Separated by commas. */
  tags: bilingual,
  making: v.nullable(draftMaking),
});
export type ModelDraft = v.InferOutput<typeof modelDraft>;

/** What the atelier's notes begin with. */
export const EMPTY_MAKING: DraftMaking = {
  clothLength: undefined,
  clothWidth: 140,
  hours: undefined,
  handHours: undefined,
  fittings: 2,
  toile: true,
  points: [],
  care: noWords(),
};

export const newDraft = (couturierId: string, currency: string): ModelDraft => ({
  name: '',
  title: noWords(),
  description: noWords(),
  category: '',
  garment: '',
  couturierId,
  price: undefined,
  currency,
  leadTimeDays: undefined,
  fabrics: [],
  colours: [],
  images: [],
  tags: noWords(),
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
