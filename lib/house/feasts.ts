import type { KnownFeast } from './schemas';
import type { Feast } from './words';

/** Feasts that the moon gives; the others have a day of our calendar. */
export const MOON_FEASTS: ReadonlySet<Feast> = new Set(['eidAlFitr', 'eidAlAdha']);

/**
 * What a house counts with first; its owner changes it. In the week before a feast everybody comes for what was promised
 * earlier: half of the hours go to the counter, pick-ups and last hems, and a piece that is promised anew has no day after it,
 * for it is for the feast. So the house promises nothing new for these days, and what it does count is half.
 * The season of weddings is long: it closes nothing, a tenth of the hours goes to fittings that move and dresses that come back.
 */
const PROPOSED: Readonly<Record<Feast, Omit<KnownFeast, 'feast' | 'announced'>>> = {
  eidAlFitr: { before: 6, after: 2, hoursPercent: 50, closesPromises: true },
  // Families leave for the villages: the days after it are empty.
  eidAlAdha: { before: 6, after: 4, hoursPercent: 50, closesPromises: true },
  christmas: { before: 6, after: 1, hoursPercent: 50, closesPromises: true },
  // From the middle of May to the middle of September.
  weddings: { before: 0, after: 123, hoursPercent: 90, closesPromises: false },
};

/** These feasts as a house begins to count with them. */
export const proposedFeasts = (feasts: readonly Feast[]): KnownFeast[] =>
  feasts.map((feast) => ({ feast, ...PROPOSED[feast], announced: [] }));
