/** The form as EDGAR prints it, beside the text of a filing and in step with it. */
import { render } from 'preact';
import { FormFromParts } from './form/parts';
import { connect } from './host';
import { App } from './preview/app';
import { TO_PREVIEW, type FromPreview, type PreviewWords, type ToPreview } from './preview/messages';
import './preview.css';

type Shown = Extract<ToPreview, { kind: 'show' }>;

const root = document.getElementById('root')!;
let words: PreviewWords | undefined;
let shown: Shown | undefined;
let why = '';
let cursor: string | undefined;
const kept = new FormFromParts();
let fixes: ReadonlyMap<number, readonly string[]> = new Map();

const host = connect<ToPreview, FromPreview>(TO_PREVIEW, (message) => {
  switch (message.kind) {
    case 'words':
      ({ words } = message);
      break;
    case 'nothing':
      shown = undefined;
      ({ why } = message);
      break;
    case 'show':
      // Without what came before it nobody knows what the rest of the form is.
      if (!kept.take(message.parts)) return host.post({ kind: 'ready' });
      if (message.version !== shown?.version || message.file !== shown.file) fixes = new Map();
      shown = message;
      break;
    case 'cursor':
      cursor = message.address;
      break;
    case 'fixes':
      if (message.version !== shown?.version) return;
      fixes = new Map(fixes).set(message.finding, message.titles);
      break;
  }
  draw();
});

const zoomed = (host.state as { zoom?: unknown } | undefined)?.zoom;

function draw(): void {
  if (!words) return;
  render(
    shown && kept.form && kept.frame ? (
      <App
        words={words}
        file={shown.file}
        locked={shown.locked}
        version={shown.version}
        form={kept.form}
        frame={kept.frame}
        findings={shown.findings}
        moreFindings={shown.moreFindings}
        cursor={cursor}
        fixes={fixes}
        zoom={typeof zoomed === 'number' && zoomed >= 0.5 && zoomed <= 4 ? zoomed : 1}
        keep={(zoom) => host.keep({ zoom })}
        post={(message) => host.post(message)}
      />
    ) : (
      <p class="nothing">{why}</p>
    ),
    root,
  );
}

host.post({ kind: 'ready' });
