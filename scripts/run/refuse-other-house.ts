import { machineLocale } from '../../lib/i18n/machine-locale';
import { translator } from '../../lib/i18n/translate';
import type { HouseChoice } from './choose-house';
import type { HouseThere } from './demo-state';

/**
 * Refuses to open another house than the one that was asked for: a demo stays a demo, a house of somebody's own never gets the demo's people.
 * @throws Error with the sentence the person reads
 */
export function refuseOtherHouse(
  asked: HouseChoice,
  there: HouseThere,
  { dataDir, named }: { dataDir: string; named: boolean },
): void {
  const t = translator(machineLocale(process.env), 'commands');
  if (asked === 'new' && there === 'demo') throw new Error(t('start.isDemo', { dataDir }));
  if (asked === 'demo' && (there === 'new' || there === 'other')) throw new Error(t('start.isReal', { dataDir }));
  if (asked === 'demo' && there === 'nothing' && named) throw new Error(t('start.demoElsewhere'));
}
