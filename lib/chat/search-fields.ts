import { searchFieldsOf } from '../db/search';

/** What messages are searched by: their words, in every language they are shown in, and the names of their files. */
export const messageSearchFields = (...words: readonly string[]) => searchFieldsOf(words, 'beginnings');
