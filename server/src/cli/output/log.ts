/** Where words go that are no result. */

/** Says something on stderr that is no result. A failure makes the exit code 2. */
export interface Log {
  note(message: string): void;
  fail(message: string): void;
  /** Counts a file that a walk has come by and that is another form: "3", "5", "144". */
  otherForm?(form: string): void;
}
