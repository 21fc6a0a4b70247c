import type { ObjectId } from 'mongodb';
import type { Database } from '../db/client';
import type { SearchFields } from '../db/search';
import type { Money } from '../money';
import type { Bilingual } from '../i18n/bilingual';
import type { ColourOption, FabricOption, Making, ModelStatus } from './schemas';

/** One picture of a model, in its place. Size and blurred pixels are copied from the file, so that a list reads one collection. */
export interface ModelImage {
  fileId: ObjectId;
  alt: Bilingual;
  width: number;
  height: number;
  placeholder: string;
}

export interface ModelDocument extends SearchFields {
  _id: ObjectId;
  /** Unique; the address of the page. It never changes, so links never break. */
  slug: string;
  title: Bilingual;
  /** What the house calls it (« Clair de lune »); a proper name, the same in every language. */
  name?: string;
  description: Bilingual;
  category: string;
  garment: string;
  fabrics: FabricOption[];
  colours: ColourOption[];
  priceFrom: Money;
  leadTimeDays: number;
  images: ModelImage[];
  tags: { fr: string[]; en: string[] };
  /** What the cut asks for. */
  making?: Making;
  status: ModelStatus;
  /** Who drew it: an account. */
  couturierId: ObjectId;
  /** The name folded, for sorting. */
  sortName: string;
  /** First publication: « newest » sorts by it. */
  publishedAt?: Date;
  createdAt: Date;
  updatedAt: Date;
  version: number;
}

/** A client keeps a model. By client file, so that favourites follow when two files are merged. */
export interface FavouriteDocument {
  _id: ObjectId;
  clientId: ObjectId;
  modelId: ObjectId;
  createdAt: Date;
}

export const models = (db: Database) => db.db.collection<ModelDocument>('models');
export const favourites = (db: Database) => db.db.collection<FavouriteDocument>('favourites');
