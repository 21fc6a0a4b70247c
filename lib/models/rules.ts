import type { Locale } from '../actor';
import { type Bilingual, inLanguage } from '../i18n/bilingual';
import { foldText } from '../text';
import type { ColourOption, FabricOption } from './schemas';

/** The address of a model from its French title: « Robe Clair de lune » → `robe-clair-de-lune`. */
export const slugOf = (title: string): string =>
  foldText(title)
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 70)
    .replace(/-+$/, '') || 'modele';

interface Searchable {
  title: Bilingual;
  name?: string | null;
  fabrics: readonly FabricOption[];
  colours: readonly ColourOption[];
  tags: { fr: readonly string[]; en: readonly string[] };
}

/** Everything one may look for in a model. */
export const searchedIn = (model: Searchable): (string | null | undefined)[] => [
  model.title.fr,
  model.title.en,
  model.name,
  ...model.fabrics.flatMap((fabric) => [fabric.label.fr, fabric.label.en]),
  ...model.colours.flatMap((colour) => [colour.label.fr, colour.label.en]),
  ...model.tags.fr,
  ...model.tags.en,
];

interface Publishable {
  title: Bilingual;
  description: Bilingual;
  fabrics: readonly FabricOption[];
  colours: readonly ColourOption[];
  images: readonly { alt: Bilingual }[];
  priceFrom: { amount: number };
}

/** What a model must have before visitors see it; each path names the field that lacks something. */
export type PublicationGap =
  | 'title.en'
  | 'description.fr'
  | 'description.en'
  | 'fabrics'
  | 'colours'
  | 'images'
  | `images.${number}.alt`
  | 'priceFrom';

/** What is still missing for publication, in the order of the form; empty when it may be published. */
export function publicationGaps(model: Publishable): PublicationGap[] {
  const gaps: [boolean, PublicationGap][] = [
    [!model.title.en, 'title.en'],
    [!model.description.fr, 'description.fr'],
    [!model.description.en, 'description.en'],
    [model.fabrics.length === 0, 'fabrics'],
    [model.colours.length === 0, 'colours'],
    [model.priceFrom.amount === 0, 'priceFrom'],
    [model.images.length === 0, 'images'],
    ...model.images.map((image, index): [boolean, PublicationGap] => [
      !image.alt.fr || !image.alt.en,
      `images.${index}.alt`,
    ]),
  ];
  return gaps.filter(([missing]) => missing).map(([, path]) => path);
}

/** The name a model goes by: the house's own, else its title in the reader's language (French where English is missing). */
export const modelName = (model: { name?: string; title: Bilingual }, locale: Locale): string =>
  model.name || inLanguage(model.title, locale) || model.title.fr;

/** Pages of the catalogue: the first is shorter, its first plate takes the place of four. */
export const FIRST_PAGE = 9;
const OTHER_PAGES = 12;

/** Number of catalogue pages for `total` models; at least one. */
export const pageCount = (total: number): number =>
  total <= FIRST_PAGE ? 1 : 1 + Math.ceil((total - FIRST_PAGE) / OTHER_PAGES);

/** Which models page `page` (from 1) shows. */
export const pageWindow = (page: number): { skip: number; limit: number } =>
  page <= 1 ? { skip: 0, limit: FIRST_PAGE } : { skip: FIRST_PAGE + (page - 2) * OTHER_PAGES, limit: OTHER_PAGES };
