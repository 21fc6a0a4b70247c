import { z } from 'zod';
import { email, newPassword } from '../auth/schemas';
import { LOCALES } from '../i18n/config';
import { personName } from '../person-name';
import { sentId } from '../wire';
import { FIRST_STEPS, SETTLED } from './words';

/** POST /api/begin: the key of the printed address, and who the owner is. */
export const openHouseInput = z.strictObject({
  key: z.string().min(1).max(200),
  name: personName(100),
  email,
  password: newPassword,
  locale: z.enum(LOCALES).optional(),
});
export type OpenHouseInput = z.infer<typeof openHouseInput>;
export const openedHouseDto = z.object({ id: sentId, email: z.string() });
export type OpenedHouseDto = z.infer<typeof openedHouseDto>;

/** PATCH /api/begin/first-steps: a step that stays as it was proposed, or the page put away for good. */
export const editFirstStepsInput = z.strictObject({
  settled: z.enum(SETTLED).optional(),
  putAway: z.literal(true).optional(),
});
export type EditFirstStepsInput = z.infer<typeof editFirstStepsInput>;
/** Which first steps of the house are done, and whether the page was put away. */
export const firstStepsDto = z.object({ done: z.array(z.enum(FIRST_STEPS)), putAway: z.boolean() });
export type FirstStepsDto = z.infer<typeof firstStepsDto>;
