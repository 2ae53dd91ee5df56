/** The preview: a bar of what one can do, what is said of no cell, and the form. */
import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import type { DrawnFinding, DrawnForm } from '../form/drawn';
import { Below, Notes } from './below';
import { Boxes, Head } from './boxes';
import { Finding } from './findings';
import { move } from './keys';
import type { FromPreview, PreviewWords } from './messages';
import { Still } from './still';
import { Table } from './tables';
import { addressesIn, byAddress, said, worst, type View } from './view';

interface AppProps {
  readonly words: PreviewWords;
  readonly file: string;
  readonly locked: boolean;
  readonly version: number;
  readonly form: DrawnForm;
  /** The form without its rows and notes: the same object for as long as nothing in it has changed. */
  readonly frame: DrawnForm;
  readonly findings: readonly DrawnFinding[];
  readonly moreFindings: number;
  /** The thing that the cursor is in. */
  readonly cursor: string | undefined;
  readonly fixes: ReadonlyMap<number, readonly string[]>;
  readonly zoom: number;
  readonly keep: (zoom: number) => void;
  readonly post: (message: FromPreview) => void;
}

const STEP = 1.1;

export function App(props: AppProps) {
  const {
    words,
    file,
    locked,
    version,
    form,
    frame,
    findings,
    moreFindings,
    cursor,
    fixes,
    zoom: first,
    keep,
    post,
  } = props;
  const [open, setOpen] = useState<string>();
  const [stop, setStop] = useState('notSubjectToSection16');
  const [zoom, setZoom] = useState(first);
  const main = useRef<HTMLElement>(null);
  const known = useRef<View['findings']>(new Map());
  const found = useMemo(() => (known.current = byAddress(findings, known.current)), [findings]);
  const inFrame = useMemo(() => [...addressesIn(frame), 'jointFiling'], [frame]);
  // A part that was not drawn anew asks of the version that is shown now: what it says is as it was.
  const now = useRef(version);
  now.current = version;
  // What can be done about a finding is asked for when somebody looks at it.
  const looked = open === undefined ? undefined : found.get(open);
  useEffect(() => {
    for (const { nth } of looked ?? []) if (!fixes.has(nth)) post({ kind: 'fixes', version, finding: nth });
  }, [looked, version]);
  const enlarge = (by: number): void => {
    const next = Math.min(4, Math.max(0.5, by === 0 ? 1 : zoom * by));
    setZoom(next);
    keep(next);
  };
  const view: View = {
    words,
    findings: found,
    cursor,
    stop,
    open,
    fixes,
    go: (address) => {
      setStop(address);
      post({ kind: 'go', address });
    },
    fix: (finding, title) => post({ kind: 'fix', version: now.current, finding, title }),
    show: setOpen,
  };
  const counts = (['error', 'warning', 'information', 'hint'] as const)
    .map((severity) => [severity, findings.filter((one) => one.severity === severity).length] as const)
    .filter(([, count]) => count > 0);
  const next = (): void => {
    const all = [...(main.current?.querySelectorAll<HTMLElement>('.thing[data-severity]') ?? [])];
    const here = all.findIndex((one) => one.dataset.address === open);
    all[(here + 1) % all.length]?.focus();
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    const thing = (event.target as Element).closest<HTMLElement>('.thing');
    if (event.altKey || event.ctrlKey || event.metaKey) return;
    if (event.key === '+' || event.key === '=') return enlarge(STEP);
    if (event.key === '-') return enlarge(1 / STEP);
    if (event.key === '0') return enlarge(0);
    if (event.key === 'Escape') return setOpen(undefined);
    if (!thing || event.target !== thing) return;
    if (event.key === 'Enter' || event.key === ' ') {
      event.preventDefault();
      return view.go(thing.dataset.address!);
    }
    const to = move(main.current!, thing, event.key);
    if (!to) return;
    event.preventDefault();
    setStop(to.dataset.address!);
    to.focus();
  };
  const general = found.get('') ?? [];
  return (
    <>
      <div class="bar" role="toolbar" aria-label={words.preview}>
        <strong>{file}</strong>
        <span role="status">
          {counts.length === 0 && words.nothingFound}
          {counts.map(([severity, count]) => (
            <span key={severity} class="count" data-severity={severity}>
              {said(words[`${severity}s`], count)}
            </span>
          ))}
          {form.unread.length > 0 && <span class="count unread">{words.unread}</span>}
        </span>
        {findings.length > 0 && <button onClick={next}>{words.next}</button>}
        <span class="gap" />
        <button onClick={() => enlarge(1 / STEP)} aria-label={words.smaller} title={words.smaller}>
          −
        </button>
        <button onClick={() => enlarge(STEP)} aria-label={words.larger} title={words.larger}>
          +
        </button>
        <button aria-pressed={locked} onClick={() => post({ kind: 'lock', locked: !locked })}>
          {words.lock}
        </button>
        <button onClick={() => post({ kind: 'proof', findings: false })}>{words.proof}</button>
        <button onClick={() => post({ kind: 'proof', findings: true })}>{words.reviewCopy}</button>
      </div>
      {general.length > 0 && (
        <aside
          class="general"
          data-severity={worst(general)}
          aria-label={words.elsewhere}
          onMouseEnter={() => setOpen('')}
        >
          <h2>{words.elsewhere}</h2>
          {general.map((finding) => (
            <Finding key={finding.nth} view={view} finding={finding} />
          ))}
        </aside>
      )}
      {moreFindings > 0 && <p class="more">{said(words.moreFindings, moreFindings)}</p>}
      <main ref={main} aria-label={form.title} aria-describedby="keys" style={{ zoom }} onKeyDown={onKeyDown}>
        <p id="keys" class="heard">
          {words.keys}
        </p>
        <Still
          view={view}
          of={[frame]}
          addresses={inFrame}
          draw={() => (
            <>
              <Head view={view} form={frame} />
              <Boxes view={view} form={frame} />
            </>
          )}
        />
        <Table view={view} form={form} table={form.nonDerivativeTable} />
        <Table view={view} form={form} table={form.derivativeTable} />
        <Notes view={view} form={form} />
        <Still view={view} of={[frame]} addresses={inFrame} draw={() => <Below view={view} form={frame} />} />
      </main>
    </>
  );
}
