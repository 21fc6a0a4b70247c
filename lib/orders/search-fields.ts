import { searchFieldsOf } from '../db/search';
import type { OrderDocument } from './documents';

/** What the search of orders looks into, besides the name of the client. */
export const orderSearchFields = (order: Pick<OrderDocument, 'number' | 'title' | 'garment' | 'occasion'>) =>
  searchFieldsOf([order.number, order.title, order.garment, order.occasion]);
