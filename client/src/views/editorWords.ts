import { l10n } from 'vscode';

/** The words of the form's editor by their English, in the language of the display. */
export const editorWords = (): Readonly<Record<string, string>> => ({
  'New footnote here…': l10n.t('New footnote here…'),
  'Remove marker ({0})': l10n.t('Remove marker ({0})'),
  'Cite ({0}): {1}': l10n.t('Cite ({0}): {1}'),
  'New row below': l10n.t('New row below'),
  'Duplicate row': l10n.t('Duplicate row'),
  'Move row up': l10n.t('Move row up'),
  'Move row down': l10n.t('Move row down'),
  'Delete row': l10n.t('Delete row'),
  'Recompute totals from here': l10n.t('Recompute totals from here'),
  'Title of the officer': l10n.t('Title of the officer'),
  'What “Other” is': l10n.t('What “Other” is'),
  'Issuer name': l10n.t('Issuer name'),
  'Ticker or trading symbol': l10n.t('Ticker or trading symbol'),
  'Take the total {0}': l10n.t('Take the total {0}'),
  'Show in the text': l10n.t('Show in the text'),
  'Not read as a row:': l10n.t('Not read as a row:'),
  'Row {0}: what can be done': l10n.t('Row {0}: what can be done'),
  '{0} more rows are not shown: edit them in the text.': l10n.t('{0} more rows are not shown: edit them in the text.'),
  'Title of the first row': l10n.t('Title of the first row'),
  'Type a title for the first row': l10n.t('Type a title for the first row'),
  'Row {0}, {1}': l10n.t('Row {0}, {1}'),
  'Move note up': l10n.t('Move note up'),
  'Move note down': l10n.t('Move note down'),
  'Delete note {0} and its markers': l10n.t('Delete note {0} and its markers'),
  'Go to the cell that cites it': l10n.t('Go to the cell that cites it'),
  'Note {0}: what can be done': l10n.t('Note {0}: what can be done'),
  'Note {0}': l10n.t('Note {0}'),
  'New footnote': l10n.t('New footnote'),
  'Write the note. Enter sets it, Escape leaves it.': l10n.t('Write the note. Enter sets it, Escape leaves it.'),
  'Nothing was changed: there are more cells than rows and columns here. Add rows first.': l10n.t(
    'Nothing was changed: there are more cells than rows and columns here. Add rows first.',
  ),
  'Convert…': l10n.t('Convert…'),
  'F2 edit · Enter down · Tab next · = take the total · Ctrl+. fixes and more · Ctrl+Enter new row · Ctrl+M footnote · Alt+Page Down next part':
    l10n.t(
      'F2 edit · Enter down · Tab next · = take the total · Ctrl+. fixes and more · Ctrl+Enter new row · Ctrl+M footnote · Alt+Page Down next part',
    ),
});
