// Several questions, one after the other, of which the user can go back to each. What asks them is the caller's; how they are
// shown is ask.ts.
import type { Asked } from '../../server/src/protocol';
import type { Place, Reply } from './ask';

export type Answers = Readonly<Record<string, unknown>>;

/** What a set of answers leads to: the next question, or what it was all about. Undefined where there is nothing to go on with. */
export type Turn<Done> = { readonly asks: Asked } | { readonly done: Done } | undefined;

export type Ask = (asked: Asked, place: Place, check: (words: string) => Promise<string | undefined>) => Promise<Reply>;

/** No conversation is longer than this: whoever goes on asking is wrong. */
const MOST_QUESTIONS = 60;

/** What an answer was to; what was not shown to the user is nothing to go back to. */
interface Given {
  readonly asked: Asked;
  readonly words: string;
}
const isShown = ({ asked: { kind } }: Given): boolean => kind === 'text' || kind === 'choice';

/**
 * Asks until there is nothing left to ask.
 * @param next gives the next question for what is known, or what comes of it; a question that is asked again with a
 * `problem` leaves the user where the answer was typed
 * @param begin what is known before the first question
 * @returns what came of it; undefined where the user turned a question down, and where `next` had nothing to go on with
 */
export async function converse<Done>(
  ask: Ask,
  next: (answers: Answers) => Promise<Turn<Done>>,
  begin: Answers = {},
): Promise<Done | undefined> {
  const given: Given[] = [];
  const earlier = new Map<string, string>();
  const known = (): Answers => ({
    ...begin,
    ...Object.fromEntries(given.map(({ asked, words }) => [asked.answer, words])),
  });
  let turn = await next(known());
  for (let questions = 0; questions < MOST_QUESTIONS; questions++) {
    if (!turn) return undefined;
    if ('done' in turn) return turn.done;
    const asked: Asked = turn.asks;
    let following: Turn<Done>;
    let tried: string | undefined;
    const check = async (words: string): Promise<string | undefined> => {
      following = await next({ ...known(), [asked.answer]: words });
      tried = words;
      return following && 'asks' in following && following.asks.answer === asked.answer
        ? (following.asks.problem ?? following.asks.prompt)
        : undefined;
    };
    const step = given.filter(isShown).length + 1;
    const of = asked.left === undefined ? undefined : step + asked.left;
    const reply = await ask(asked, { step, of, before: earlier.get(asked.answer) }, check);
    if (reply === undefined) return undefined;
    if (reply === 'back') {
      let last = given.pop();
      while (last && !isShown(last)) last = given.pop();
      if (last) earlier.set(last.asked.answer, last.words);
      turn = await next(known());
      continue;
    }
    given.push({ asked, words: reply.words });
    earlier.delete(asked.answer);
    turn = tried === reply.words ? following : await next(known());
    // A choice or a file that was not understood is asked for again: the answer to it is not kept.
    if (turn && 'asks' in turn && turn.asks.answer === asked.answer) given.pop();
  }
  return undefined;
}
