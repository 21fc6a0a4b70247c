/**
 * How many rounds a fault test goes: all of them in `npm run test:faults`, a few beside the other tests, or what the
 * variable says.
 */
export function faultRounds(variable: string, { brief, full }: { brief: number; full: number }): number {
  return Number(process.env[variable] ?? (process.env['FAULT_ROUNDS'] === 'full' ? full : brief));
}
