import type { Locale } from '../actor';
import { LOCALES } from './config';

/** The language of the machine, as POSIX says it; English where it is none of ours. */
export function machineLocale(variables: Record<string, string | undefined>): Locale {
  const said = variables['LC_ALL'] || variables['LC_MESSAGES'] || variables['LANG'] || '';
  return LOCALES.find((locale) => said.toLowerCase().startsWith(locale)) ?? 'en';
}
