import type { Asked } from '../../server/src/protocol';
import { env, l10n, QuickInputButtons, window, workspace, type QuickInput } from 'vscode';
import { tell } from './tell';

/** Larger files are no filings. */
const MOST_BYTES = 20_000_000;

/** What the user gave back: words, the wish to go back to the question before, or undefined where the user turned it down. */
export type Reply = { readonly words: string } | 'back' | undefined;

/** Where a question stands among others. */
export interface Place {
  /** From 1. */
  readonly step: number;
  /** How many there are; undefined where nobody knows yet. */
  readonly of: number | undefined;
  /** What was answered here before the user came back. */
  readonly before: string | undefined;
}

const ALONE: Place = { step: 1, of: 1, before: undefined };

/**
 * Asks the user one question.
 * @param check says what is wrong with an answer, in words that are shown below the line in its own style of an error; the
 * question then stays
 */
export async function ask(
  asked: Asked,
  place: Place = ALONE,
  check: (words: string) => Promise<string | undefined> = async () => undefined,
): Promise<Reply> {
  if (asked.kind === 'clipboard') return offered(await env.clipboard.readText(), check);
  if (asked.kind === 'text') return askLine(asked, place, check);
  if (asked.kind === 'choice') return askChoice(asked, place, check);
  return offered(await askFile(asked), check);
}

/** What is not typed is not asked for again: the question that follows says what is wrong with it. */
async function offered(words: string | undefined, check: (words: string) => Promise<unknown>): Promise<Reply> {
  if (words === undefined) return undefined;
  await check(words);
  return { words };
}

function askLine(asked: Asked, place: Place, check: (words: string) => Promise<string | undefined>): Promise<Reply> {
  const box = window.createInputBox();
  box.prompt = asked.prompt;
  box.value = place.before ?? asked.value ?? '';
  box.validationMessage = asked.problem && `${asked.problem} ${asked.prompt}`;
  return shown(box, asked, place, (done) => {
    box.onDidChangeValue(() => (box.validationMessage = undefined));
    box.onDidAccept(async () => {
      if (box.busy) return;
      box.busy = true; // and not disabled, which would take the focus from it
      const words = box.value;
      const problem = await check(words);
      if (problem === undefined) return done({ words });
      box.busy = false;
      box.validationMessage = `${problem} ${asked.prompt}`; // which it hides
    });
  });
}

function askChoice(asked: Asked, place: Place, check: (words: string) => Promise<unknown>): Promise<Reply> {
  const pick = window.createQuickPick<NonNullable<Asked['choices']>[number]>();
  pick.items = asked.choices ?? [];
  pick.placeholder = asked.problem ?? asked.prompt;
  pick.matchOnDescription = true;
  const given = place.before ?? asked.value;
  const again = pick.items.filter(({ value }) => value === given);
  if (again.length > 0) pick.activeItems = again; // else the first row has the focus
  return shown(pick, asked, place, (done) => {
    if (asked.typed)
      pick.onDidChangeValue((typed) => {
        const words = typed.trim();
        const own = words === '' ? [] : [{ label: words, description: l10n.t('as typed'), value: words }];
        pick.items = [...own, ...(asked.choices ?? [])];
      });
    pick.onDidAccept(async () => {
      const [chosen] = pick.selectedItems;
      if (!chosen || pick.busy) return;
      pick.busy = true;
      await check(chosen.value);
      done({ words: chosen.value });
    });
  });
}

/** Shows a box until there is a reply, and takes it away. A question that is one of several says which, and leads back. */
async function shown(
  box: QuickInput & Pick<ReturnType<typeof window.createInputBox>, 'buttons' | 'onDidTriggerButton'>,
  { title }: Asked,
  { step, of }: Place,
  listen: (done: (reply: Reply) => void) => void,
): Promise<Reply> {
  box.title = title;
  box.ignoreFocusOut = true;
  if (of !== 1) {
    box.step = step;
    box.totalSteps = of;
  }
  if (step > 1) box.buttons = [QuickInputButtons.Back];
  try {
    return await new Promise<Reply>((done) => {
      listen(done);
      box.onDidHide(() => done(undefined));
      box.onDidTriggerButton(() => done('back'));
      box.show();
    });
  } finally {
    box.dispose();
  }
}

async function askFile({ prompt }: Asked): Promise<string | undefined> {
  const [file] = (await window.showOpenDialog({ title: prompt, openLabel: l10n.t('Compare') })) ?? [];
  if (!file) return undefined;
  if ((await workspace.fs.stat(file)).size > MOST_BYTES) {
    tell(l10n.t('This file is too large for a filing.'));
    return undefined;
  }
  return new TextDecoder().decode(await workspace.fs.readFile(file));
}
