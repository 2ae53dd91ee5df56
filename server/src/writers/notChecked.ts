import type { Filing } from '../filing/model';

/** What a page says in the place of a verdict where the text is another form than Form 4. */
export const notChecked = ({ documentType }: Filing): string =>
  `This is a Form ${documentType}: Form 4 alone is checked, so nothing was looked at.`;
