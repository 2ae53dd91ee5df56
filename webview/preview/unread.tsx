/** What of a part of the form could not be read, hatched, with its text. */
import type { DrawnForm } from '../form/drawn';
import { Thing } from './thing';
import { said, type View } from './view';

export function Unread({ view, form, parts }: { view: View; form: DrawnForm; parts: readonly string[] }) {
  return (
    <>
      {form.unread
        .filter(({ part, inRows }) => parts.includes(part) && !inRows)
        .map(({ address, partName, line, text, more }) => (
          <Thing key={address} as="div" view={view} address={address} class="unread">
            <em>{said(view.words.notAllRead, partName, line)}</em>
            {text.trim() !== '' && <span class="source">{text}</span>}
            {more > 0 && <em>{said(view.words.moreText, more)}</em>}
          </Thing>
        ))}
    </>
  );
}
