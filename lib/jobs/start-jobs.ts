import type { Logger } from 'pino';
import { sendReminders } from '../appointments/send-reminders';
import { announceOrder } from '../announcers';
import { tendActs } from '../audit/sew-acts';
import { closeNights } from '../books/close-nights';
import type { Database } from '../db/client';
import { scanKept } from '../files/scan/scan-kept';
import { tellMoves } from '../orders/tell-moves';
import { sendDueMails } from './send-due-mails';
import { sendDuePushes } from './send-due-pushes';

/** A push leaves within moments of its notification; a run that finds nothing costs one or two index look-ups. */
const EVERY_MS = 5_000;

type Work = (db: Database) => Promise<unknown>;
/** What people wait for, one after the other; and what may take its time, which keeps nobody waiting. */
const ROUNDS: readonly (readonly [string, Work])[][] = [
  [
    ['moves', (db) => tellMoves(db, announceOrder)],
    ['reminders', sendReminders],
    ['pushes', sendDuePushes],
    ['mails', sendDueMails],
    ['journal', tendActs],
  ],
  [['nights', (db) => closeNights(db)]],
  [['scans', scanKept]],
];

/**
 * Goes round the house now and again: moves whose minute is over and reminders first, then the push messages and e-mails that are due, then the journal; beside
 * that, the nights that nobody closed, and the files that no scanner has looked into. One round of each at a time; what fails is logged and tried again with the next.
 * @returns stops going round, once the rounds under way are done
 */
export function startJobs(db: Database, log: Logger, everyMs = EVERY_MS): () => Promise<void> {
  const running = new Map<number, Promise<void>>();
  const round = async (works: (typeof ROUNDS)[number]): Promise<void> => {
    for (const [name, work] of works)
      await work(db).catch((error: unknown) => log.error({ err: error, round: name }, 'a round failed'));
  };
  const go = () => {
    for (const [at, works] of ROUNDS.entries())
      if (!running.has(at))
        running.set(
          at,
          round(works).finally(() => running.delete(at)),
        );
  };
  go();
  const timer = setInterval(go, everyMs);
  return async () => {
    clearInterval(timer);
    await Promise.all(running.values());
  };
}
