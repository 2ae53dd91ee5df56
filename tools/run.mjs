// Child processes for the tools: their output streams through, and is kept for whoever counts it.
import { spawn } from 'node:child_process';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

/** The project's folder. */
export const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');

/** The path of a package's own command, started with this Node instead of through a shell. */
export const bin = (file) => path.join(root, 'node_modules', file);

/**
 * Runs a Node script in the project's folder; resolves to its exit code and everything it wrote.
 * `show` may change what goes through to our own output; `env` is added to our own variables.
 */
export function runNode(script, args = [], { show = (text) => text, env = {} } = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [script, ...args], {
      cwd: root,
      env: { ...process.env, ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let output = '';
    const keep = (stream) => (chunk) => {
      output += chunk;
      stream.write(show(chunk));
    };
    child.stdout.setEncoding('utf8').on('data', keep(process.stdout));
    child.stderr.setEncoding('utf8').on('data', keep(process.stderr));
    child.once('error', reject);
    child.once('close', (code, signal) => resolve({ code: code ?? 1, signal, output }));
  });
}

/** As runNode, but a failure is an error. */
export async function mustRunNode(script, args) {
  const { code } = await runNode(script, args);
  if (code !== 0) throw new Error(`${path.relative(root, script)} failed (${code})`);
}
