import type { HouseDocument } from './documents';
import type { HouseDto } from './schemas';

/** The house for anyone. */
export const toPublicHouse = (document: HouseDocument): HouseDto => ({
  id: document._id,
  name: document.name,
  address: document.address,
  phone: document.phone,
  email: document.email,
  currency: document.currency,
  locale: document.locale,
  lockStage: document.lockStage,
  openingHours: document.openingHours,
  closures: document.closures,
  vocabulary: document.vocabulary,
  texts: document.texts,
  clientWords: document.clientWords,
  version: document.version,
  createdAt: document.createdAt.toISOString(),
  updatedAt: document.updatedAt.toISOString(),
});

/** The house for its staff: hours, quote defaults and who changed what. */
export const toStaffHouse = (document: HouseDocument): HouseDto => ({
  ...toPublicHouse(document),
  stageHours: document.stageHours,
  garmentHours: document.garmentHours,
  quoteDefaults: document.quoteDefaults,
  tax: document.tax,
  legal: document.legal,
  feasts: document.feasts,
  secondKeyRequired: document.secondKeyRequired,
  changes: document.changes.map(({ at, byName, path, from, to }) => ({ at: at.toISOString(), byName, path, from, to })),
});
