/**
 * Watches the framing of what comes in on stdin. The library goes deaf on a header that it cannot read: it is better to
 * end, so that the client starts the server anew.
 */

/** No message of an editor is larger: a text of 50 MB, the most that editors show to extensions, is well below it. */
const LARGEST = 256 * 1024 * 1024;
const LONGEST_HEADER = 4096;
const HEADER_END = '\r\n\r\n';
/** A header as nearly all clients write it, which is taken as a whole; any other is looked at byte by byte. */
const PLAIN = /^Content-Length: (\d{1,8})\r\n\r\n/;
const LONGEST_PLAIN = 'Content-Length: 12345678'.length + HEADER_END.length;

/** Takes the chunks as they come; says once, in a few words, what is wrong, and is silent from then on. */
export function framingWatch(garbage: (reason: string) => void): (chunk: Buffer) => void {
  let header = '';
  /** How much of a message's body is still to come. */
  let body = 0;
  let over = false;
  return (chunk) => {
    for (let at = 0; at < chunk.length && !over;) {
      if (body > 0) {
        const taken = Math.min(body, chunk.length - at);
        body -= taken;
        at += taken;
        continue;
      }
      const plain = header === '' ? PLAIN.exec(chunk.toString('latin1', at, at + LONGEST_PLAIN)) : null;
      if (plain) {
        body = Number(plain[1]);
        at += plain[0].length;
        continue;
      }
      header += String.fromCharCode(chunk[at++]!);
      if (!header.endsWith('\n') && header.length < LONGEST_HEADER) continue;
      const reason = faultOf(header);
      if (reason !== undefined) {
        over = true;
        garbage(reason);
      } else if (header.endsWith(HEADER_END)) {
        body = Number(lengthIn(header));
        header = '';
      }
    }
  };
}

/** What is wrong with a header as far as it has come; undefined while nothing is. */
function faultOf(header: string): string | undefined {
  if (header.length >= LONGEST_HEADER) return `no end of the header in ${LONGEST_HEADER} bytes`;
  if (!header.endsWith('\r\n')) return 'a line of the header does not end with CR LF';
  const ends = header.endsWith(HEADER_END) || header === '\r\n';
  const lines = header.split('\r\n').filter((line) => line !== '');
  if (lines.some((line) => !line.includes(':'))) return 'a line of the header has no colon';
  if (!ends) return undefined;
  const length = lengthIn(header);
  if (length === undefined) return 'no Content-Length in the header';
  if (!/^\d+$/.test(length)) return `Content-Length is ${JSON.stringify(length.slice(0, 40))}, not a number of bytes`;
  return Number(length) > LARGEST ? `Content-Length is ${length.slice(0, 40)}, more than ${LARGEST}` : undefined;
}

/** The last Content-Length, as the library takes it. */
function lengthIn(header: string): string | undefined {
  return [...header.matchAll(/^content-length:([^\r\n]*)/gim)].at(-1)?.[1]?.trim();
}
