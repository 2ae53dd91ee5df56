/** The form as EDGAR prints it, beside the text of a filing and in step with it. */
import { render } from 'preact';
import { connect } from './host';
import { App } from './preview/app';
import { TO_PREVIEW, type FromPreview, type PreviewWords, type ToPreview } from './preview/messages';
import './preview.css';

type Shown = Extract<ToPreview, { kind: 'show' }>;

const root = document.getElementById('root')!;
let words: PreviewWords | undefined;
let shown: Shown | undefined;
let why = '';
let cursor: number | undefined;
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
      if (message.printed.version !== shown?.printed.version || message.file !== shown.file) fixes = new Map();
      shown = message;
      break;
    case 'cursor':
      cursor = message.at;
      break;
    case 'fixes':
      if (message.version !== shown?.printed.version) return;
      fixes = new Map(fixes).set(message.finding, message.titles);
      break;
  }
  draw();
});

const zoomed = (host.state as { zoom?: unknown } | undefined)?.zoom;

function draw(): void {
  if (!words) return;
  render(
    shown ? (
      <App
        words={words}
        file={shown.file}
        locked={shown.locked}
        printed={shown.printed}
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
