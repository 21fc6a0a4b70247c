import { beginHouse } from '../../lib/begin/begin-house';
import type { Database } from '../../lib/db/client';
import { machineLocale } from '../../lib/i18n/machine-locale';
import { translator } from '../../lib/i18n/translate';
import { paths } from '../../lib/paths';

/**
 * Begins a house of somebody's own, or goes on while it has no owner.
 * @returns what the person is told: the address that opens it; nothing once it has its owner
 */
export async function beginNewHouse(db: Database, address: string): Promise<string[]> {
  const locale = machineLocale(process.env);
  const key = await beginHouse(db, locale);
  if (key === undefined) return [];
  const t = translator(locale, 'commands');
  return [t('start.begin'), '', `  ${address}/${locale}${paths.begin}?key=${key}`, '', t('start.beginOnce')];
}
