import { z } from 'zod';
import { words } from '../clean-text';
import { each } from './bilingual';

/** What is sent in every language of the house, and nothing beside. */
export const eachLanguage = <Schema extends z.ZodType>(value: Schema) => z.strictObject(each(value));
/** What is answered, or kept, in every language of the house. */
const inEachLanguage = <Schema extends z.ZodType>(value: Schema) => z.object(each(value));

/** A text in every language, each between `min` and `max` signs. A draft may lack one; a published thing may not. */
export const bilingual = (max: number, min = 0) => eachLanguage(words().min(min).max(max));
/** The same as it is answered. */
export const bilingualDto = inEachLanguage(z.string());
