import { spawn } from 'node:child_process';
import { programArgs, type ProgramForm } from './program';
import { say } from './sentence';

/**
 * Brings the data to this version and, when asked, loads the demo house into an empty database, in a process of its own.
 * @param env of the process, with MONGODB_URI
 * @returns the lines about the demo accounts
 * @throws Error with the sentence that the process gave
 */
export async function furnish(form: ProgramForm, env: NodeJS.ProcessEnv, demo: boolean): Promise<string[]> {
  const child = spawn(process.execPath, [...programArgs('furnish', form), ...(demo ? ['--demo'] : [])], {
    env,
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  });
  let accounts: string[] | undefined;
  let rest = '';
  let problem = '';
  child.stdout?.on('data', (chunk: Buffer) => {
    const lines = (rest + chunk.toString('utf8')).split('\n');
    rest = lines.pop() ?? '';
    for (const line of lines)
      if (line.startsWith('{"event":"furnished"')) accounts = (JSON.parse(line) as { accounts: string[] }).accounts;
      else say(line);
  });
  child.stderr?.on('data', (chunk: Buffer) => (problem += chunk.toString('utf8')));
  const code = await new Promise<number | null>((resolve, reject) => {
    child.once('error', reject);
    child.once('close', resolve);
  });
  if (code !== 0 || !accounts) throw new Error(problem.trim() || 'The data could not be prepared.');
  return accounts;
}
