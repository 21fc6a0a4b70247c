import backup from './backup';
import doctor from './doctor';
import ledgerExport from './ledger-export';
import ledgerVerify from './ledger-verify';
import ledgerVersion from './ledger-version';
import restore from './restore';
import { runCommand, type Command } from './run-command';

/** Every command that speaks the machine's language, by the name npm calls it. */
const COMMANDS: Record<string, Command> = {
  backup,
  doctor,
  'ledger:export': ledgerExport,
  'ledger:verify': ledgerVerify,
  'ledger:version': ledgerVersion,
  restore,
};

/** Runs one of them with what was typed after its name. */
export async function runNamed(name: string, given: string[], calledFrom: string): Promise<void> {
  const command = COMMANDS[name];
  if (!command) throw new Error(`There is no command ${name}; there are ${Object.keys(COMMANDS).join(', ')}.`);
  await runCommand(command, { arguments: given, calledFrom });
}
