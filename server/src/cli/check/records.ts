/** `form4 check --ndjson`: a filter of records, {"id","text"} in and one result out for each, in their order. */
import { StringDecoder } from 'node:string_decoder';
import { MOST_AT_ONCE } from '../input/files';
import type { Log } from '../output/log';
import { safeJson } from '../output/printable';
import { recordOf } from '../report/json';
import type { Checker } from './checker';
import type { Result } from './result';

const MOST_UNITS = MOST_AT_ONCE;

/**
 * Answers each line of a stream with a line. One that cannot be understood is answered with an error, and the next one
 * is taken; an empty one is passed over.
 * @param write prints a line at once: whoever asks may wait for it before asking again
 * @param see is shown each result
 */
export async function answerRecords(
  input: AsyncIterable<Buffer>,
  checker: Checker,
  name: string,
  log: Log,
  write: (line: string) => Promise<void> | undefined,
  errorsOnly: boolean,
  see: (result: Result) => void,
): Promise<void> {
  for await (const line of lines(input)) {
    if (line === TOO_LONG) {
      await write(broken(null, `the record is longer than ${MOST_UNITS / 1024 / 1024} MB`));
      continue;
    }
    if (line.trim() === '') continue;
    await write(answer(line, checker, name, log, errorsOnly, see));
  }
}

function answer(
  line: string,
  checker: Checker,
  name: string,
  log: Log,
  errorsOnly: boolean,
  see: (result: Result) => void,
): string {
  let id: unknown = null;
  try {
    const record = JSON.parse(line) as { id?: unknown; text?: unknown } | null;
    if (typeof record !== 'object' || record === null || Array.isArray(record))
      return broken(null, 'expected an object, {"id": …, "text": "…"}');
    id = record.id ?? null;
    if (typeof record.text !== 'string') return broken(id, 'expected "text" to be a text, {"id": …, "text": "…"}');
    const { result } = checker.check({
      path: name,
      text: record.text,
      encoding: 'utf-8',
      bom: false,
      valid: true,
      binary: false,
      unwritable: 'a record is no file',
    });
    see(result);
    const findings = errorsOnly ? result.findings.filter(({ severity }) => severity === 'error') : result.findings;
    return safeJson({ id, ...recordOf({ ...result, findings }) }) + '\n';
  } catch (error) {
    if (error instanceof SyntaxError) return broken(id, `this is not JSON: ${error.message}`);
    log.fail(`a fault of form4 itself: ${(error as Error).stack ?? String(error)}`);
    return broken(id, 'a fault of form4 itself; more is said on stderr');
  }
}

const broken = (id: unknown, error: string): string => safeJson({ id, error }) + '\n';

const TOO_LONG = Symbol('too long');

/** The lines of a stream, in bounded memory. */
async function* lines(input: AsyncIterable<Buffer>): AsyncGenerator<string | typeof TOO_LONG> {
  const decoder = new StringDecoder('utf8');
  let parts: string[] = [];
  let length = 0;
  let dropping = false;
  const take = (text: string): void => {
    length += text.length;
    if (length > MOST_UNITS) [dropping, parts] = [true, []];
    if (!dropping) parts.push(text);
  };
  const whole = (): string | typeof TOO_LONG => {
    const line = dropping ? TOO_LONG : parts.join('');
    [parts, length, dropping] = [[], 0, false];
    return line;
  };
  for await (const chunk of input) {
    const text = decoder.write(chunk);
    let from = 0;
    for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', from)) {
      take(text.slice(from, at));
      yield whole();
      from = at + 1;
    }
    take(text.slice(from));
  }
  take(decoder.end());
  if (length > 0) yield whole();
}
