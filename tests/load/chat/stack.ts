import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { type Line, type Open, openBare, openHouse, openSocketIo, ticketOf } from './lines';
import type { Member } from './people';
import type { Usage } from './servers/report';

const STACKS = { bare: openBare, 'socket-io': openSocketIo, house: openHouse } satisfies Record<string, Open>;
export type StackName = keyof typeof STACKS;
export const STACK_NAMES = Object.keys(STACKS) as StackName[];

/** One of the servers compared, in a process of its own. */
export class Stack {
  private constructor(
    readonly name: StackName,
    private readonly child: ChildProcess,
    private readonly port: number,
  ) {}

  static async start(name: StackName, uri: string, database: string): Promise<Stack> {
    const child = fork(fileURLToPath(new URL(`./servers/${name}.ts`, import.meta.url)), [uri, database], {
      execArgv: ['--import', 'tsx', '--expose-gc'],
    });
    const [message] = (await once(child, 'message')) as [{ port: number }];
    return new Stack(name, child, message.port);
  }

  async connect(member: Member): Promise<Line> {
    return STACKS[this.name](this.port, member, await ticketOf(member));
  }

  /** Connects all, `atOnce` at a time; the seconds it took, without the making of tickets. */
  async connectAll(members: readonly Member[], atOnce = 64): Promise<{ lines: Line[]; seconds: number }> {
    const tickets = this.name === 'house' ? await Promise.all(members.map(ticketOf)) : [];
    const lines: Line[] = [];
    let next = 0;
    const begun = performance.now();
    const work = async () => {
      for (let at = next++; at < members.length; at = next++)
        lines.push(await STACKS[this.name](this.port, members[at]!, tickets[at] ?? ''));
    };
    await Promise.all(Array.from({ length: Math.min(atOnce, members.length) }, work));
    return { lines, seconds: (performance.now() - begun) / 1_000 };
  }

  async usage(): Promise<Usage> {
    this.child.send('usage');
    const [usage] = (await once(this.child, 'message')) as [Usage];
    return usage;
  }

  async stop(): Promise<void> {
    const ended = once(this.child, 'exit');
    this.child.kill('SIGKILL');
    await ended;
  }
}
