// What the kernel says of a process and its children (Linux; elsewhere these figures are missing, and the rest holds).
import { spawnSync } from 'node:child_process';
import { readFileSync, readdirSync } from 'node:fs';
import { cpus, loadavg } from 'node:os';

const read = (path) => {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return '';
  }
};
const threads = (pid) => {
  try {
    return readdirSync(`/proc/${pid}/task`).map((thread) => `/proc/${pid}/task/${thread}`);
  } catch {
    return [];
  }
};

/** The process and everything that it started and that still runs. */
function family(pid) {
  const children = threads(pid).flatMap((task) => read(`${task}/children`).split(' ').filter(Boolean).map(Number));
  return [pid, ...children.flatMap(family)];
}

/** Milliseconds of CPU that a process tree has used, by the scheduler's own count: waiting for a core is not in it. */
export function cpuMs(pid) {
  const counts = family(pid)
    .flatMap(threads)
    .map((task) => Number(read(`${task}/schedstat`).split(' ')[0] || NaN));
  return counts.reduce((sum, ns) => sum + ns, 0) / 1e6 || NaN;
}

/** The most memory, in bytes, that a process tree has had in use so far. */
export function peakBytes(pid) {
  const peaks = family(pid).map((each) => Number(/^VmHWM:\s+(\d+)/m.exec(read(`/proc/${each}/status`))?.[1] ?? NaN));
  return peaks.reduce((sum, kilobytes) => sum + kilobytes, 0) * 1024;
}

/**
 * Keeps this process, and every one that it starts from now on, on one CPU. Client and server never work at once here,
 * and which of two cores the kernel picks for an answer would decide between two figures up to twice apart.
 * @returns {boolean} whether that worked: it takes `taskset`
 */
export function pin(cpu) {
  return spawnSync('taskset', ['-apc', String(cpu), String(process.pid)], { stdio: 'ignore' }).status === 0;
}

/** What stands beside every record of figures. */
export function machine() {
  const [cpu] = cpus();
  return {
    node: process.version,
    cpu: cpu?.model.trim() ?? '?',
    cores: cpus().length,
    load: Number(loadavg()[0].toFixed(2)),
  };
}
