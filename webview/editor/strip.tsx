/** The strip at the foot: what is found where the focus is, why a change was not made, and how the keys go. */
import type { JSX } from 'preact';
import type { Desk } from './desk';

export function Strip({ desk }: { readonly desk: Desk }): JSX.Element {
  const { focused, fieldsFound } = desk;
  const refused = desk.notTaken.get(focused)?.why;
  const found = desk.findingsAt(focused);
  const elsewhere = desk.findingsAt('').map(({ finding }) => finding);
  return (
    <footer>
      <div role="status" aria-live="polite">
        {[...new Set([refused ?? '', desk.said])].filter(Boolean).map((words) => (
          <p class="refused" key={words}>
            {words}{' '}
            {words.includes('Form 4: Convert to') && (
              <button type="button" onClick={() => desk.convert()}>
                {desk.t('Convert…')}
              </button>
            )}
          </p>
        ))}
        {found.map(({ finding, at }) => (
          <p class={finding.severity} key={at}>
            {finding.message}{' '}
            {desk.fixesOf(at).map((title, fix) => (
              <button
                type="button"
                key={title}
                onClick={() => desk.ask({ kind: 'fix', finding: at, fix }, { then: focused })}
              >
                {title}
              </button>
            ))}
          </p>
        ))}
        {elsewhere.map(({ message, severity }) => (
          <p class={severity} key={message}>
            {message}
          </p>
        ))}
      </div>
      {fieldsFound > 0 && (
        <p class="to-findings">
          <button type="button" onClick={() => desk.toFinding(-1)} aria-keyshortcuts="Shift+F8">
            {desk.t('Previous finding')}
          </button>
          <button type="button" onClick={() => desk.toFinding(1)} aria-keyshortcuts="F8">
            {desk.t('Next finding')}
          </button>{' '}
          {fieldsFound === 1 ? desk.t('1 place with findings') : desk.t('{0} places with findings', fieldsFound)}
        </p>
      )}
      <p class="keys">
        {desk.t(
          'F2 edit · Enter down · Tab next · = take the total · Ctrl+. fixes and more · F8 next finding · Ctrl+Enter new row · Ctrl+M footnote · Alt+Page Down next part',
        )}
      </p>
    </footer>
  );
}
