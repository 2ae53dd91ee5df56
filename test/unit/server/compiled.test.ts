/** Programs that stay compiled: in a folder of the user's own, where the runtime can keep them. */
import assert from 'node:assert/strict';
import module from 'node:module';
import path from 'node:path';
import { keepCompiled } from '../../../server/src/node/compiled';

const runtime = module as { enableCompileCache?: (folder: string) => unknown };

describe('what is compiled', () => {
  const { enableCompileCache: before } = runtime;
  const { XDG_CACHE_HOME: folder } = process.env;
  afterEach(() => {
    runtime.enableCompileCache = before;
    if (folder === undefined) delete process.env.XDG_CACHE_HOME;
    else process.env.XDG_CACHE_HOME = folder;
  });

  it('is kept where the user keeps such things', () => {
    const kept: string[] = [];
    runtime.enableCompileCache = (where) => kept.push(where);
    process.env.XDG_CACHE_HOME = path.resolve('somewhere');
    keepCompiled();
    assert.deepEqual(kept, [path.resolve('somewhere', 'form4')]);
  });
  it('is not kept by a runtime that cannot', () => {
    runtime.enableCompileCache = undefined;
    assert.doesNotThrow(keepCompiled);
  });
});
