/** `form4`: the language without an editor. What not every run needs is loaded when it is. */
import { CommanderError } from 'commander';
import type { Done, Task } from './check/threads';
import { UsageError, whyNot } from './output/usageError';
import { program } from './program';

/** Exit codes: 0 nothing at error level, 1 findings, 2 wrong usage, an unreadable file or a fault of ours. */
export async function main(args: readonly string[]): Promise<void> {
  process.on('SIGINT', () => process.exit(130));
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    // The reader has had enough, as `head` has: not a fault of anyone.
    if (error.code === 'EPIPE') process.exit();
    process.stderr.write(`form4: stdout cannot be written: ${whyNot(error)}\n`);
    process.exit(2);
  });
  process.stderr.on('error', () => undefined);
  const form4 = program((code) => (process.exitCode = code));
  try {
    if (args.length === 0) form4.outputHelp({ error: true });
    if (args.length === 0) process.exitCode = 2;
    else await form4.parseAsync(args, { from: 'user' });
  } catch (error) {
    if (error instanceof CommanderError) process.exitCode = error.exitCode === 0 ? 0 : 2;
    else {
      const words =
        error instanceof UsageError
          ? error.message
          : `this is a fault of form4 itself: ${(error as Error).stack ?? String(error)}`;
      process.stderr.write(`form4: ${words}\n`);
      process.exitCode = 2;
    }
  }
}

/** On another thread this is what becomes of a message. */
export default async (task: Task): Promise<Done[]> => (await import('./check/threads')).workOn(task);
