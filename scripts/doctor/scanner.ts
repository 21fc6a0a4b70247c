import { fileScanner } from '../../lib/files/scan/file-scanner';
import { type Found, messageOf, type Patient } from './finding';

/** The file that every scanner must know and that harms nobody (EICAR), in two halves so that no scanner stops at this source. */
const TEST_FILE = ['X5O!P%@AP[4\\PZX54(P^)7CC)7}$EICAR', '-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*'].join('');

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
