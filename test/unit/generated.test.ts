import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';

describe('what is written from the catalogue', function () {
  it('is up to date: schema of .form4.json, manifest, index of the rules', () => {
    const { status, stderr } = spawnSync(process.execPath, ['tools/generate.mjs', '--check'], { encoding: 'utf8' });
    assert.equal(status, 0, stderr);
  });
});
