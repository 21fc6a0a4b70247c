import { LOCALES } from '../i18n/config';
import { paths } from '../paths';

/** What is open while the house waits for its owner: the page they come in by with what it is made of, and what says that the programs live. */
const OPEN = new RegExp(
  `^/(?:_next/|drawings/|icon\\.svg$|sw\\.js$|manifest\\.webmanifest$|robots\\.txt$|api/health/|api/begin$|(?:${LOCALES.join('|')})${paths.begin}$)`,
);

/** How a request is answered while the house waits for its owner. */
export function whileOwnerless(path: string): 'open' | 'refuse' | 'lead' {
  // No way around by a path that is read otherwise further in.
  const plain = !/\.\.|%|\\|\/\//.test(path);
  if (plain && OPEN.test(path)) return 'open';
  return path.startsWith('/api/') ? 'refuse' : 'lead';
}
