import { dayOf, parseDate, type Day } from '../../text/days';
import { UsageError } from '../output/usageError';

/** The day that rules are given: the one asked for, else today where this machine stands. Nothing else reads the clock. */
export function today(asked: string | undefined): Day {
  if (asked === undefined) {
    const now = new Date();
    return dayOf(now.getFullYear(), now.getMonth() + 1, now.getDate())!;
  }
  const date = parseDate(asked);
  if (date?.form !== 'iso' || date.day === undefined)
    throw new UsageError(`--today: expected a day as 2023-03-07; found ${asked}`);
  return date.day;
}
