import type { Command } from 'commander';
import { RULE_SETTINGS } from '../../config/config';
import { FAMILIES } from '../../rules/rule';
import { TRANSACTION_CODES } from '../../facts/transactionCodes';
import { CATALOGUE } from '../../rules/catalogue';
import { bash } from '../completion/bash';
import { fish } from '../completion/fish';
import { zsh } from '../completion/zsh';
import { Output } from '../output/output';
import { wordsOf } from '../words';

const WRITERS = { bash, zsh, fish };
export type Shell = keyof typeof WRITERS;

/** `form4 completion`: a script for a shell, which knows all words by itself and starts nothing. */
export function completion(program: Command, shell: Shell): number {
  const rules = CATALOGUE.map(({ id }) => id);
  const lists = {
    rules: [...FAMILIES, ...rules],
    settings: RULE_SETTINGS,
    explained: [...rules, ...TRANSACTION_CODES.map(({ code }) => code)],
  };
  const out = new Output();
  out.write(WRITERS[shell](wordsOf(program), lists));
  out.end();
  return 0;
}
