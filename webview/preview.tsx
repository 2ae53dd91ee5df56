/** The form as EDGAR prints it, beside the text of a filing. */
import { render } from 'preact';
import { shape, text, type Guards } from './guards';
import { connect } from './host';
import type { FromPreview, ToPreview } from './preview/messages';
import './preview.css';

const TO_PREVIEW: Guards<ToPreview> = {
  nothing: shape({ why: text }),
};

const root = document.getElementById('root')!;
const host = connect<ToPreview, FromPreview>(TO_PREVIEW, ({ why }) => render(<p>{why}</p>, root));
host.post({ kind: 'ready' });
