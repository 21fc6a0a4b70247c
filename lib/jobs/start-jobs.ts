import type { Logger } from 'pino';
import { sendReminders } from '../appointments/send-reminders';
import { tendActs } from '../audit/sew-acts';
import type { Database } from '../db/client';
import { sendDueMails } from './send-due-mails';
import { sendDuePushes } from './send-due-pushes';

/** A push leaves within moments of its notification; a run that finds nothing costs one or two index look-ups. */
const EVERY_MS = 5_000;

/**
 * Goes round the house now and again: reminders first, then the push messages and e-mails that are due, then the journal. One round at a time; what fails is
 * logged and tried again with the next.
 * @returns stops going round, once the round under way is done
 */
export function startJobs(db: Database, log: Logger, everyMs = EVERY_MS): () => Promise<void> {
  let running: Promise<void> | undefined;
  const round = async (): Promise<void> => {
    for (const [name, work] of [
      ['reminders', sendReminders],
      ['pushes', sendDuePushes],
      ['mails', sendDueMails],
      ['journal', tendActs],
    ] as const)
      await work(db).catch((error: unknown) => log.error({ err: error, round: name }, 'a round failed'));
  };
  const go = () => {
    running ??= round().finally(() => (running = undefined));
  };
  go();
  const timer = setInterval(go, everyMs);
  return async () => {
    clearInterval(timer);
    await running;
  };
}
