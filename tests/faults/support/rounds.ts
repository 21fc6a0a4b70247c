import { it } from 'vitest';

export { faultRounds } from '../../../packages/embedded-db/tests/support/fault-rounds';

/** Whether this is `npm run test:faults`, and not the short version beside the other tests. */
export const IS_FULL = process.env['FAULT_ROUNDS'] === 'full';

/** A test for the full run alone. */
export const inFull = it.runIf(IS_FULL);
