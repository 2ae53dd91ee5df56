/** The formats of `form4 check`, one file each in report/. */
import type { Format } from './format';
import { checkstyle } from './report/checkstyle';
import { compact } from './report/compact';
import { github } from './report/github';
import { gitlab } from './report/gitlab';
import { json, jsonl } from './report/json';
import { junit } from './report/junit';
import { page } from './report/page';
import { sarif } from './report/sarif';
import { stylish } from './report/stylish';

/** @param toTerminal results go to stdout, which may be a terminal */
const MAKERS = {
  stylish,
  compact,
  json,
  jsonl,
  sarif,
  github,
  gitlab,
  junit,
  checkstyle,
  report: page,
} satisfies Record<string, (toTerminal: boolean) => Format>;

export type FormatName = keyof typeof MAKERS;

export const FORMATS = Object.keys(MAKERS) as FormatName[];

export const formatNamed = (name: FormatName, toTerminal: boolean): Format => MAKERS[name](toTerminal);
