import type { Filter } from 'mongodb';
import type { MessageDocument } from './documents';
import { fold } from './rules';

const escape = (word: string): string => word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

/** Every word of `q` somewhere in the message, in any order, accents and case aside. Words are escaped: they are no pattern. */
export function searchFilter(q: string): Filter<MessageDocument> {
  const words = fold(q).split(/\s+/).filter(Boolean).slice(0, 8);
  return { $and: words.map((word) => ({ searchText: { $regex: escape(word) } })) };
}
