import * as z from 'zod/mini';
import { each, noWords } from '../i18n/bilingual';
import { inMinorUnits, inUnits } from '../money';
import type { ModelDto } from './schemas';

const text = z.string();
const bilingual = z.object(each(text));
/** As it is typed: NaN while it cannot be read, nothing while nothing is written. */
const number = z.optional(z.union([z.number(), z.nan()]));

const draftMaking = z.object({
  clothLength: number,
  clothWidth: number,
  hours: number,
  handHours: number,
  fittings: number,
  toile: z.boolean(),
  points: z.array(text),
  care: bilingual,
});
export type DraftMaking = z.infer<typeof draftMaking>;

const option = z.object({ code: text, label: bilingual });

/** A model while it is being written: every field there, numbers may be missing. */
export const modelDraft = z.object({
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
  fabrics: z.array(option),
  colours: z.array(z.extend(option, { hex: text })),
  /** With the size, so that a picture shows as soon as it is sent. */
  images: z.array(z.object({ id: text, alt: bilingual, width: z.number(), height: z.number(), placeholder: text })),
  /** Separated by commas. */
  tags: bilingual,
  making: z.nullable(draftMaking),
});
export type ModelDraft = z.infer<typeof modelDraft>;

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
