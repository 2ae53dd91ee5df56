import assert from 'node:assert/strict';
import type { Place, Reply } from '../../../client/src/ask';
import { converse, type Answers, type Turn } from '../../../client/src/converse';
import type { Asked } from '../../../server/src/protocol';

/** Asks how many, when, and why, in this order; a number must be one. */
async function next(answers: Answers): Promise<Turn<Answers>> {
  const question = (answer: string, left: number, problem?: string): Turn<Answers> => ({
    asks: { answer, title: 'A title', prompt: `${answer}?`, kind: answer === 'why' ? 'choice' : 'text', left, problem },
  });
  if (answers.from === undefined) return { asks: { answer: 'from', title: '', prompt: '', kind: 'clipboard' } };
  if (answers.number === undefined) return question('number', 2);
  if (!/^\d+$/.test(String(answers.number))) return question('number', 2, 'Expected a number.');
  if (answers.date === undefined) return question('date', 1);
  if (answers.why === undefined) return question('why', 0);
  return { done: answers };
}

/** A user who replies as is written down, and what was shown: `2/3 date?`, what stood there, what was wrong with an answer. */
function user(...replies: (string | undefined)[]) {
  const seen: string[] = [];
  const ask = async (
    { prompt, kind }: Asked,
    { step, of, before }: Place,
    check: (words: string) => Promise<string | undefined>,
  ): Promise<Reply> => {
    if (kind === 'clipboard') return (await check('copied'), { words: 'copied' });
    seen.push(`${step}/${of} ${prompt}${before === undefined ? '' : ` ${before}`}`);
    for (;;) {
      const reply = replies.shift();
      if (reply === undefined) return undefined;
      if (reply === 'back') return 'back';
      const problem = await check(reply);
      if (problem === undefined) return { words: reply };
      seen.push(problem);
    }
  };
  return { ask, seen };
}

describe('a conversation', () => {
  it('asks one question after the other, with its step, and gives back what came of it', async () => {
    const { ask, seen } = user('4', 'today', 'sold');
    assert.deepEqual(await converse(ask, next), { from: 'copied', number: '4', date: 'today', why: 'sold' });
    assert.deepEqual(seen, ['1/3 number?', '2/3 date?', '3/3 why?']);
  });

  it('leaves the user in the question whose answer was not understood', async () => {
    const { ask, seen } = user('four', '4', 'today', 'sold');
    await converse(ask, next);
    assert.deepEqual(seen.slice(0, 3), ['1/3 number?', 'Expected a number.', '2/3 date?']);
  });

  it('goes back, past what the user was not shown, to what was answered there', async () => {
    const { ask, seen } = user('4', 'today', 'back', 'back', '5', 'today', 'sold');
    assert.deepEqual(await converse(ask, next), { from: 'copied', number: '5', date: 'today', why: 'sold' });
    assert.deepEqual(seen, [
      '1/3 number?',
      '2/3 date?',
      '3/3 why?',
      '2/3 date? today',
      '1/3 number? 4',
      '2/3 date? today',
      '3/3 why?',
    ]);
  });

  it('heeds what is known before, and comes to nothing where the user turns a question down', async () => {
    const { ask, seen } = user(undefined);
    assert.equal(await converse(ask, next, { from: '', number: '7' }), undefined);
    assert.deepEqual(seen, ['1/2 date?']);
  });
});
