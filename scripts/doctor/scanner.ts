import type { Database } from '../../lib/db/client';
import { files } from '../../lib/files/documents';
import { fileScanner } from '../../lib/files/scan/file-scanner';
import { type Found, messageOf, type Patient } from './finding';

/** The file that every scanner must know and that harms nobody (EICAR), in two halves so that no scanner stops at this source. */
const TEST_FILE = ['X5O!P%@AP[4\\PZX54(P^)7CC)7}$EICAR', '-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*'].join('');

/** What a scanner said of the files that are kept: how many none has looked into yet, and how many are set aside. */
export async function lookAtFiles({ settings }: Patient, db: Database): Promise<Found> {
  const [waiting, infected] = await Promise.all([
    files(db).countDocuments({ scannedAt: { $eq: null as unknown as undefined } }),
    files(db).countDocuments({ infected: { $exists: true } }),
  ]);
  return fileScanner(settings)
    ? { state: 'well', found: 'filesScanned', values: { waiting, infected } }
    : { state: 'off', found: 'filesUnseen', values: { waiting, infected } };
}

/** Whether the scanner answers, knows what every scanner must know, and takes the largest file that the house takes. */
export async function lookAtScanner({ settings }: Patient): Promise<Found> {
  const scanner = fileScanner(settings);
  if (!scanner) return { state: 'off', found: 'scannerNone' };
  const url = settings.CLAMD_URL ?? '';
  let version: string;
  try {
    version = await scanner.version();
    if ((await scanner.scan(Buffer.from(TEST_FILE))).clean)
      return { state: 'ill', found: 'scannerBlind', values: { url } };
  } catch (error) {
    return { state: 'ill', found: 'scannerAway', values: { url, reason: messageOf(error) } };
  }
  try {
    await scanner.scan(Buffer.alloc(settings.MAX_UPLOAD_BYTES));
  } catch (error) {
    const megabytes = Math.floor(settings.MAX_UPLOAD_BYTES / 1024 / 1024);
    return { state: 'ill', found: 'scannerSmall', values: { url, megabytes, reason: messageOf(error) } };
  }
  return { state: 'well', found: 'scannerWell', values: { version: version.split('/')[0] ?? version } };
}
