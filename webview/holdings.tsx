/** What a person has held of a company over time: tables first, then the same as a drawing. */
import { render } from 'preact';
import type { Ledger, LedgerList } from '../server/src/protocol';
import { Holdings } from './holdings/app';
import { TO_HOLDINGS, type FromHoldings, type ToHoldings } from './holdings/messages';
import { connect } from './host';
import type { Words } from './words';
import './view.css';
import './holdings/holdings.css';

const root = document.getElementById('root')!;
let words: Words | undefined;
let list: LedgerList | undefined;
let ledger: Ledger | undefined;

const host = connect<ToHoldings, FromHoldings>(TO_HOLDINGS, (message) => {
  if (message.kind === 'words') ({ words } = message);
  else if (message.kind === 'list') ({ list } = message);
  else ({ ledger } = message);
  if (words && list)
    render(<Holdings words={words} list={list} ledger={ledger} post={(said) => host.post(said)} />, root);
});
host.post({ kind: 'ready' });
