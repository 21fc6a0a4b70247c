import { z } from 'zod';
import { words } from './clean-text';

/** A sentence a couturier writes often. What changes each time stands in square brackets: `Bonjour [prénom], …`. */
export const readyReply = z.strictObject({
  title: words().min(1, { error: 'fields.required' }).max(60),
  text: words().min(1, { error: 'fields.required' }).max(1_000),
});
