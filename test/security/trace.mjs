// The server and the command line under strace: no socket is opened and no process is started.
// Debian's strace is installed where we are root; where tracing is not permitted this says so, loudly, and checks nothing.
import { spawn, spawnSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { canInstall, install } from '../../tools/debian.mjs';
import { root } from '../../tools/run.mjs';

const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'form4-trace-'));
const sample = path.join(root, 'samples/errors.txt');

/** Whether strace is there and may trace. */
function mayTrace() {
  const tried = () => spawnSync('strace', ['-o', '/dev/null', 'true']);
  if (tried().error?.code === 'ENOENT' && canInstall()) install('strace');
  return tried().status === 0;
}

/** Runs Node under strace until it ends; resolves to the calls about the network and about processes. */
function traced(name, args, talk) {
  const file = path.join(folder, `${name}.strace`);
  const strace = ['-f', '-qq', '-e', 'trace=network,process', '-o', file, process.execPath, ...args];
  return new Promise((resolve, reject) => {
    const child = spawn('strace', strace, { cwd: root, stdio: ['pipe', 'pipe', 'inherit'] });
    let out = '';
    child.stdout.setEncoding('utf8').on('data', (chunk) => {
      out += chunk;
      talk?.(out, child.stdin);
    });
    child.once('error', reject);
    child.once('close', (code) =>
      resolve({ code, out, calls: fs.readFileSync(file, 'utf8').split('\n').filter(Boolean) }),
    );
    talk?.('', child.stdin);
    if (!talk) child.stdin.end();
  });
}

/** A thread of the same program is no process, and a pair of pipes between them no way out. */
const isThread = (call) => /\bclone3?\(/.test(call) && call.includes('CLONE_THREAD');
const NETWORK = /\b(?:socket|connect|bind|listen|accept4?|sendto|sendmsg|getaddrinfo)\(/;
const PROCESS = /\b(?:fork|vfork|clone3?|execve|execveat)\(/;

/** The calls that open a socket or start a process; the first execve is Node itself. */
export function offences(calls) {
  const [, ...rest] = calls.filter((call) => /\bexecve\(/.test(call) || NETWORK.test(call) || PROCESS.test(call));
  return rest.filter((call) => !isThread(call));
}

const frame = (message) => {
  const body = JSON.stringify({ jsonrpc: '2.0', ...message });
  return `Content-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`;
};

/** Opens a filing, asks for a few things, and says goodbye. */
function session() {
  const uri = 'file:///a/b.form4';
  const textDocument = { uri };
  const ask = (id, method, more = {}) => frame({ id, method, params: { textDocument, ...more } });
  const position = { line: 21, character: 60 };
  const messages = [
    frame({ id: 1, method: 'initialize', params: { processId: null, rootUri: null, capabilities: {} } }),
    frame({ method: 'initialized', params: {} }),
    frame({
      method: 'textDocument/didOpen',
      params: { textDocument: { uri, languageId: 'form4', version: 1, text: fs.readFileSync(sample, 'utf8') } },
    }),
    ask(2, 'textDocument/hover', { position }),
    ask(3, 'textDocument/completion', { position }),
    ask(4, 'textDocument/documentLink'),
    ask(5, 'form4/convert', { uri, to: 'xml' }),
    ask(6, 'form4/checkReport'),
  ];
  const waiting = [
    ['', messages.join('')],
    ['"id":6', frame({ id: 7, method: 'shutdown' })],
    ['"id":7', frame({ method: 'exit' })],
  ];
  return (out, stdin) => {
    for (; waiting.length > 0 && out.includes(waiting[0][0]); waiting.shift()) stdin.write(waiting[0][1]);
    if (waiting.length === 0) stdin.end();
  };
}

const { values } = parseArgs({ options: { show: { type: 'boolean' } } });
let [passed, failed] = [0, 0];
function held(name, { code, out, calls }, codes, words) {
  const found = offences(calls);
  const ok = found.length === 0 && codes.includes(code) && out.includes(words);
  if (ok) passed++;
  else failed++;
  console.log(`${ok ? 'ok  ' : 'FAIL'} ${name}: ${calls.length} calls, ${found.length} of them a socket or a process`);
  if (!ok) console.log(`ended with ${code}\n${found.slice(0, 20).join('\n')}`);
  if (values.show) console.log(calls.join('\n'));
}

try {
  if (!mayTrace()) {
    console.log(
      'NOT CHECKED: strace is not there or may not trace (ptrace), so nobody has looked for sockets and processes.',
    );
    passed++;
  } else {
    // That the trace sees both: a program that opens a socket, and one that starts another.
    const socket = await traced('socket', ['-e', "require('net').connect(9, '127.0.0.1').on('error', () => {})"]);
    const child = await traced('child', ['-e', "require('child_process').spawnSync('true')"]);
    if (offences(socket.calls).length > 0 && offences(child.calls).length > 0) passed++;
    else {
      failed++;
      console.log('FAIL the trace does not see a socket, or does not see a process');
    }
    held('server', await traced('server', ['dist/server.js', '--stdio'], session()), [0], '"id":6');
    held('check', await traced('check', ['dist/cli.js', 'check', 'samples', 'test/fixtures']), [1], 'holdings-total');
    const fix = path.join(folder, 'fixed.txt');
    fs.copyFileSync(sample, fix);
    held(
      'check --fix',
      await traced('fix', ['dist/cli.js', 'check', '--fix', '--format', 'sarif', fix]),
      [0, 1],
      'sarif',
    );
    held(
      'convert',
      await traced('convert', ['dist/cli.js', 'convert', '--to', 'xml', 'samples/clean.txt']),
      [0],
      '<ownershipDocument',
    );
    held('explain', await traced('explain', ['dist/cli.js', 'explain', 'holdings-total']), [0], 'total');
  }
} finally {
  fs.rmSync(folder, { recursive: true, force: true });
}
console.log(`${passed} passed, ${failed} failed`);
process.exitCode = failed > 0 ? 1 : 0;
