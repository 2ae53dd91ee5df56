import type { JSX } from 'preact';
import { formDay, said, type Words } from '../words';
import type { Placed } from './app';

interface Props {
  readonly words: Words;
  readonly placed: Placed;
  /** Rows of this code alone; undefined for all. */
  readonly code: string | undefined;
  readonly go: (step: number) => void;
}

/** The steps of a holding, each a link to its row. */
export function HoldingTable({ words, placed: { holding }, code, go }: Props): JSX.Element {
  const heads = [words.filed, words.traded, words.code, words.change, words.left, words.where, words.remarks];
  return (
    <table>
      <caption>{holding.title}</caption>
      <thead>
        <tr>
          {heads.map((head, at) => (
            <th key={at} scope="col" class={at === 3 || at === 4 ? 'number' : undefined}>
              {head}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {holding.steps.map((step, at) =>
          code !== undefined && step.code !== code ? null : (
            <tr key={at}>
              <td>{formDay(step.filed)}</td>
              <td>{formDay(step.traded)}</td>
              <td>{step.code}</td>
              <td class="number">{step.change}</td>
              <td class="number">{step.left}</td>
              <td class="name">
                <button type="button" class="link" onClick={() => go(at)}>
                  {said(words.place, step.file, step.line + 1)}
                </button>
              </td>
              <td class={step.apart ? 'flag' : undefined}>{step.remark}</td>
            </tr>
          ),
        )}
      </tbody>
    </table>
  );
}
