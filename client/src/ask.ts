import {
  Disposable,
  env,
  l10n,
  QuickInputButtons,
  window,
  workspace,
  type InputBox,
  type QuickPick,
  type QuickPickItem,
} from 'vscode';
import type { Asked } from '../../server/src/protocol';

/** Larger files are no filings. */
const MOST_BYTES = 20_000_000;

/** The answer of a user who wants the question before. */
export const BACK = Symbol('back');

/** Where a question stands among those of one operation. */
export interface Step {
  readonly number: number;
  /** Of how many, where that is known. */
  readonly of: number | undefined;
  /** Whether there is a question to go back to. */
  readonly back: boolean;
  /** What was answered when the question was asked before. */
  readonly before: string | undefined;
}

/** Asks the user; undefined where the user turns it down. */
export async function ask(asked: Asked, step: Step): Promise<string | typeof BACK | undefined> {
  if (asked.kind === 'clipboard') return env.clipboard.readText();
  if (asked.kind === 'text') return askWords(asked, step);
  if (asked.kind === 'choice') return askChoice(asked, step);
  const [file] = (await window.showOpenDialog({ title: asked.prompt, openLabel: l10n.t('Compare') })) ?? [];
  if (!file) return undefined;
  if ((await workspace.fs.stat(file)).size > MOST_BYTES) {
    void window.showInformationMessage(l10n.t('This file is too large for a filing.'));
    return undefined;
  }
  return new TextDecoder().decode(await workspace.fs.readFile(file));
}

/** A line of words. What is wrong about the answer before stands below it as an error until something is typed. */
function askWords({ title, prompt, value, wrong }: Asked, step: Step): Promise<string | typeof BACK | undefined> {
  const box = window.createInputBox();
  box.prompt = wrong === undefined ? prompt : prompt.replace(wrong, '').trim();
  box.value = value ?? step.before ?? '';
  box.validationMessage = wrong;
  const typing = box.onDidChangeValue(() => (box.validationMessage = undefined));
  return shown(box, title, step, typing, () => box.value);
}

interface Item extends QuickPickItem {
  readonly value: string;
}

function askChoice(asked: Asked, step: Step): Promise<string | typeof BACK | undefined> {
  const pick = window.createQuickPick<Item>();
  const choices: readonly Item[] = asked.choices ?? [];
  pick.placeholder = asked.prompt;
  pick.matchOnDescription = true;
  pick.items = choices;
  const last = choices.find(({ value }) => value === step.before);
  if (last) pick.activeItems = [last];
  const typing = pick.onDidChangeValue((words) => {
    if (!asked.typed) return;
    const own = words.trim();
    pick.items = own === '' ? choices : [{ label: own, description: l10n.t('as typed'), value: own }, ...choices];
  });
  return shown(pick, asked.title, step, typing, () => pick.activeItems[0]?.value);
}

/** Shows a question until it is answered, turned down, or left for the one before. */
function shown<B extends InputBox | QuickPick<Item>>(
  box: B,
  title: string,
  { number, of, back }: Step,
  typing: Disposable,
  answer: () => string | undefined,
): Promise<string | typeof BACK | undefined> {
  box.title = title;
  box.ignoreFocusOut = true;
  box.step = number;
  box.totalSteps = of;
  box.buttons = back ? [QuickInputButtons.Back] : [];
  return new Promise((resolve) => {
    const listeners = Disposable.from(
      typing,
      box.onDidTriggerButton(() => end(BACK)),
      box.onDidAccept(() => {
        const given = answer();
        if (given !== undefined) end(given);
      }),
      box.onDidHide(() => end(undefined)),
    );
    const end = (given: string | typeof BACK | undefined): void => {
      listeners.dispose();
      box.dispose();
      resolve(given);
    };
    box.show();
  });
}
