/** What is to be said of a filing as a whole, besides its findings: when it is due, whether it is signed in time, which rules are off. */
import { switchedOff, type EffectiveConfig } from '../config/effectiveConfig';
import { firstDue } from '../filing/due';
import type { Filing } from '../filing/model';
import { lastSigned } from '../filing/queries';
import type { Standing } from '../protocol';
import { formDate } from '../text/days';
import { dueWords, signedWords } from './compass';

export function standing(filing: Filing, config: EffectiveConfig): Standing {
  const due = filing.documentType === '4/A' ? undefined : firstDue(filing, config.closed)?.due;
  const signed = signedWords(lastSigned(filing), due);
  return {
    ...(due !== undefined && { due: formDate(due) }),
    sentences: [dueWords(due), signed].filter((one) => one !== undefined),
    off: switchedOff(config),
  };
}
