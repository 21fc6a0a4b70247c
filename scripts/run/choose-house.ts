import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import type { Readable, Writable } from 'node:stream';
import { parseArgs } from 'node:util';
import type { Words } from '../commands/run-command';
import { StartRefused } from './sentence';

/** What an empty data folder becomes. */
export type HouseChoice = 'demo' | 'new';

/** What was written behind `npm start --`. */
interface StartOptions {
  help: boolean;
  choice: HouseChoice | undefined;
}

/**
 * Reads what was written behind `npm start --`.
 * @throws StartRefused for what there is not, and for both houses at once
 */
export function startOptions(given: string[], t: Words): StartOptions {
  try {
    const { values } = parseArgs({
      args: given,
      options: {
        help: { type: 'boolean', short: 'h', default: false },
        demo: { type: 'boolean', default: false },
        new: { type: 'boolean', default: false },
        dev: { type: 'boolean', default: false },
      },
    });
    if (values.demo && values.new) throw new StartRefused(t('start.notBoth'));
    return { help: values.help, choice: values.demo ? 'demo' : values.new ? 'new' : undefined };
  } catch (error) {
    if (error instanceof StartRefused) throw error;
    throw new StartRefused(t('start.unknownOption', { given: given.join(' ') }));
  }
}

/**
 * Asks on the terminal which house to open, until it is said.
 * @throws StartRefused when the input ends, or at Ctrl-C: nothing was opened
 */
export function askChoice(input: Readable, output: Writable, t: Words): Promise<HouseChoice> {
  const lines = createInterface({ input, output });
  return new Promise((resolve, reject) => {
    const ask = () =>
      lines.question(`\n  ${t('start.which')} `, (answer) => {
        const choice = ({ '1': 'demo', '2': 'new' } as const)[answer.trim()];
        if (!choice) return ask();
        resolve(choice);
        lines.close();
      });
    lines.once('close', () => reject(new StartRefused(t('start.nothingOpened'))));
    lines.once('SIGINT', () => lines.close());
    output.write(`\n  ${t('start.nothingThere')}\n\n    1  ${t('start.demo')}\n    2  ${t('start.new')}\n`);
    ask();
  });
}

const fileOf = (dataDir: string): string => join(dataDir, 'house');

function keptChoice(dataDir: string): HouseChoice | undefined {
  try {
    const kept = readFileSync(fileOf(dataDir), 'utf8').trim();
    return kept === 'demo' || kept === 'new' ? kept : undefined;
  } catch {
    return undefined;
  }
}

/**
 * What this data folder becomes while nothing of a house is in it: what was said, else what was said before, else what is answered on a
 * terminal, else the demo. It is kept at once, so that a start that is cut off goes on with the same house; what the database holds then
 * says the same for good.
 * @param ask where a terminal is there
 */
export async function chooseHouse(
  dataDir: string,
  said: HouseChoice | undefined,
  ask: (() => Promise<HouseChoice>) | undefined,
): Promise<HouseChoice> {
  const untouched = !existsSync(join(dataDir, 'database'));
  const choice = said ?? keptChoice(dataDir) ?? (untouched && ask ? await ask() : 'demo');
  if (untouched || said !== undefined) writeFileSync(fileOf(dataDir), `${choice}\n`, { mode: 0o600 });
  return choice;
}
