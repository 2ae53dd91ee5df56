/** What the preview and the extension say to each other. */
import { shape, type Guards } from '../guards';

/** From the preview. */
export type FromPreview = { readonly kind: 'ready' };

/** To the preview. */
export type ToPreview = { readonly kind: 'nothing'; readonly why: string };

export const FROM_PREVIEW: Guards<FromPreview> = {
  ready: shape({}),
};
