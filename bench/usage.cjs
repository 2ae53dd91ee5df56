// Loaded into a process that is measured (NODE_OPTIONS=--require): writes down in the end what it has used.
const { isMainThread } = require('node:worker_threads');
const { writeFileSync } = require('node:fs');

if (isMainThread && process.env.BENCH_USAGE) {
  const file = process.env.BENCH_USAGE;
  delete process.env.BENCH_USAGE; // its children are not meant
  process.on('exit', () => writeFileSync(file, JSON.stringify(process.resourceUsage())));
}
