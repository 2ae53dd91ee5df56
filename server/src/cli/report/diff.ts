import { unifiedDiff } from '../diff';
import type { Format } from '../format';
import { visible } from '../../text/visible';

/** What --fix would change, for eyes and for `patch`. */
export function diff(): Format {
  return {
    file({ path, source: { text, bom }, filing }) {
      const mark = bom ? '\ufeff' : '';
      return unifiedDiff(visible(path), mark + text, mark + filing.text);
    },
  };
}
