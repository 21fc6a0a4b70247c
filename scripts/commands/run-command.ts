import { parseEnv, type Env } from '../../lib/env';
import { BackupRefused } from '../../lib/backup/refusal';
import type { Locale } from '../../lib/actor';
import { machineLocale } from '../../lib/i18n/machine-locale';
import { translator } from '../../lib/i18n/translate';

export type Words = ReturnType<typeof translator<'commands'>>;

/** What a command is given. */
export interface Call {
  arguments: string[];
  /** The folder it was called from: what a person names is meant from there. */
  calledFrom: string;
  settings: Env;
  locale: Locale;
  t: Words;
}

/** A command of the house: what `--help` says, and its work. The work answers with the exit code, 0 unless it says otherwise. */
export interface Command {
  help(t: Words): string;
  run(call: Call): Promise<number | void>;
}

const say = (words: string): void => void process.stdout.write(`\n${words}\n\n`);
const complain = (words: string): void => void process.stderr.write(`\n  ${words}\n\n`);

/** What went wrong, in the machine's language where it is something of ours. */
function sentence(error: unknown, t: Words): string {
  if (error instanceof BackupRefused) return t(`refusals.${error.code}`, error.values);
  return error instanceof Error ? error.message : String(error);
}

/** Runs a command in the machine's language: `--help`, its work, or one sentence about what went wrong and exit code 1. */
export async function runCommand(
  command: Command,
  { arguments: given, calledFrom }: { arguments: string[]; calledFrom: string },
): Promise<void> {
  const locale = machineLocale(process.env);
  const t = translator(locale, 'commands');
  if (given.includes('--help') || given.includes('-h')) return say(command.help(t));
  try {
    const code = await command.run({ arguments: given, calledFrom, settings: parseEnv(process.env), locale, t });
    process.exitCode = code ?? 0;
  } catch (error) {
    complain(sentence(error, t));
    process.exitCode = 1;
  }
}
