/** How much the fault tests do when run for themselves; the same variables choose other numbers. */
export const FULL_ROUNDS = {
  KILL_ROUNDS: process.env['KILL_ROUNDS'] ?? '50',
  RACE_ROUNDS: process.env['RACE_ROUNDS'] ?? '40',
  FUZZ_QUERIES: process.env['FUZZ_QUERIES'] ?? '3000',
};
