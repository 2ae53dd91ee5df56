// The floor of a batch: reads each file of a folder and splits it at line ends, and nothing else.
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

const [folder] = process.argv.slice(2);
let lines = 0;
for (const name of readdirSync(folder)) lines += readFileSync(join(folder, name), 'utf8').split('\n').length;
console.log(lines);
