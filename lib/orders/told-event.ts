import { isStage } from '../house/stages';
import type { OrderEventDocument } from './documents';
import { isBack } from './rules';

const back = (from: string | undefined, to: string | undefined): boolean =>
  isStage(from) && isStage(to) && isBack(from, to);

/**
 * A move as it is told: where several were made within a minute, from the stage the client knew. Why the atelier went back
 * between two of them explains nothing then.
 */
export function toldEvent<E extends Pick<OrderEventDocument, 'from' | 'to' | 'note' | 'data'>>(event: E): E {
  const { toldFrom, ...data } = event.data;
  if (typeof toldFrom !== 'string') return event;
  const { note, ...rest } = event;
  const explains = back(event.from, event.to) === back(toldFrom, event.to);
  return { ...rest, ...(explains && note !== undefined ? { note } : {}), from: toldFrom, data } as E;
}
