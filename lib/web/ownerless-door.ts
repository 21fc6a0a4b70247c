import type { IncomingMessage, ServerResponse } from 'node:http';
import { whileOwnerless } from '../begin/rules';
import { AppError } from '../errors';
import { paths } from '../paths';
import { answerProblem, languageOf } from './answer-problem';

const RETRY_SECONDS = 60;

/**
 * Stands before everything of a house that waits for its owner: pages lead to the one that says so, the API refuses.
 * @param isOwnerless asked until it says no; a house that has its owner has one for good
 * @returns answers a request, or says that it is for those behind
 */
export function ownerlessDoor(
  isOwnerless: () => Promise<boolean>,
): (request: IncomingMessage, response: ServerResponse) => Promise<boolean> {
  let owned = false;
  return async (request, response) => {
    if (owned) return false;
    const path = (request.url ?? '/').split('?', 1)[0] ?? '/';
    const way = whileOwnerless(path);
    if (way === 'open') return false;
    if (!(await isOwnerless())) {
      owned = true;
      return false;
    }
    if (way === 'lead') {
      response.writeHead(307, { location: `/${languageOf(request)}${paths.begin}`, 'cache-control': 'no-store' }).end();
      return true;
    }
    await answerProblem(request, response, new AppError('house_not_open', { retryAfter: RETRY_SECONDS }));
    return true;
  };
}
