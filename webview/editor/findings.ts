import type { EditorFinding } from './messages';

const ORDER = ['error', 'warning', 'information', 'hint'] as const;

/** The severest of some findings. */
export const worst = (all: readonly { readonly finding: EditorFinding }[]): (typeof ORDER)[number] | undefined =>
  ORDER.find((severity) => all.some(({ finding }) => finding.severity === severity));
