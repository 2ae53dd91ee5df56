/** What stands below the tables of a torn page: notes and remarks as they are, signatures with their dates. */
import type { LoosePage } from '../loose/page';
import { writeTail as writeLooseTail } from '../loose/tail';
import { signatureLines } from '../loose/signed';

export function writeTail(page: LoosePage, from: number): void {
  writeLooseTail(page, from, signatureLines(page));
}
