import { resolve } from 'node:path';
import { lookAtClock, lookAtData, lookAtDatabase } from '../doctor/data';
import { lookAtAddress, lookAtMail, lookAtPush, lookAtSocket } from '../doctor/doors';
import { type Finding, type Found, messageOf, type Organ, type Patient } from '../doctor/finding';
import { lookAtBackups, lookAtDisk, lookAtRights } from '../doctor/machine';
import { lookAtFiles, lookAtScanner } from '../doctor/scanner';
import { reachDatabase } from '../run/reach-database';
import { authSecret } from '../run/secrets';
import type { Command } from './run-command';

/** What cannot even be looked at is ill, with its own words. */
async function look(organ: Organ, work: () => Found | Promise<Found>): Promise<Finding> {
  try {
    return { organ, ...(await work()) };
  } catch (error) {
    return { organ, state: 'ill', found: 'unseen', values: { reason: messageOf(error) } };
  }
}

/** Looks at everything, one after the other. */
export async function examine(patient: Patient): Promise<Finding[]> {
  const { settings, dataDir } = patient;
  const found: Finding[] = [];
  const note = async (organ: Organ, work: () => Found | Promise<Found>) => void found.push(await look(organ, work));
  await note('disk', () => lookAtDisk(patient));
  await note('rights', () => lookAtRights(patient));
  try {
    const house = await reachDatabase(settings);
    try {
      const { db } = house;
      // Of a MongoDB nobody knows whether the house is open; then it should be.
      const open = house.open || settings.MONGODB_URI !== undefined;
      await note('database', () => lookAtDatabase(db));
      await note('data', () => lookAtData(db));
      await note('clock', () => lookAtClock(db));
      await note('files', () => lookAtFiles(patient, db));
      await note('socket', () => lookAtSocket(patient, db, authSecret(dataDir, settings.AUTH_SECRET), open));
      await note('address', () => lookAtAddress(patient, open));
    } finally {
      await house.close();
    }
  } catch (error) {
    found.push({ organ: 'database', state: 'ill', found: 'databaseAway', values: { reason: messageOf(error) } });
  }
  await note('backups', () => lookAtBackups(patient));
  await note('mail', () => lookAtMail(patient));
  await note('push', () => lookAtPush(patient));
  await note('scanner', () => lookAtScanner(patient));
  return found;
}

const SIGNS = { well: '+', ill: '!', off: '-' } as const;

/** `npm run doctor`: what is well, what is ill and its cure. Exit code 1 when something is ill. */
const doctor: Command = {
  help: (t) => t('doctor.help'),
  async run({ settings, t }) {
    const findings = await examine({ settings, dataDir: resolve(settings.DATA_DIR) });
    const names = findings.map(({ organ }) => t(`doctor.organs.${organ}`));
    const width = Math.max(...names.map((name) => name.length));
    const lines = findings.map(
      ({ state, found, values }, index) =>
        `  ${SIGNS[state]} ${(names[index] ?? '').padEnd(width)}  ${t(`doctor.found.${found}`, values)}`,
    );
    const ill = findings.filter(({ state }) => state === 'ill').length;
    process.stdout.write(`\n${lines.join('\n')}\n\n  ${t('doctor.end', { ill })}\n\n`);
    return ill > 0 ? 1 : 0;
  },
};
export default doctor;
