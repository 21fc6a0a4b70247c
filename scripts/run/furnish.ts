import { spawn } from 'node:child_process';
import type { HouseChoice } from './choose-house';
import { programArgs, type ProgramForm } from './program';
import { say } from './sentence';

/**
 * Brings the data to this version and makes of an empty database the house that was chosen, in a process of its own.
 * @param env of the process, with MONGODB_URI
 * @param chosen `said` where the person wrote it: then a house that is there and is another one is refused; `named` for a database of
 * their own choosing, which never becomes the demo
 * @returns the lines about how to come in
 * @throws Error with the sentence that the process gave
 */
export async function furnish(
  form: ProgramForm,
  env: NodeJS.ProcessEnv,
  { choice, said, named }: { choice: HouseChoice; said: boolean; named: boolean },
): Promise<string[]> {
  const child = spawn(
    process.execPath,
    [...programArgs('furnish', form), `--${choice}`, ...(said ? ['--said'] : []), ...(named ? ['--named'] : [])],
    {
      env,
      stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    },
  );
  let told: string[] | undefined;
  let rest = '';
  let problem = '';
  child.stdout?.on('data', (chunk: Buffer) => {
    const lines = (rest + chunk.toString('utf8')).split('\n');
    rest = lines.pop() ?? '';
    for (const line of lines)
      if (line.startsWith('{"event":"furnished"')) told = (JSON.parse(line) as { told: string[] }).told;
      else say(line);
  });
  child.stderr?.on('data', (chunk: Buffer) => (problem += chunk.toString('utf8')));
  const code = await new Promise<number | null>((resolve, reject) => {
    child.once('error', reject);
    child.once('close', resolve);
  });
  if (code !== 0 || !told) throw new Error(problem.trim() || 'The data could not be prepared.');
  return told;
}
