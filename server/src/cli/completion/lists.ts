/** What a shell may offer besides files. */
export interface Lists {
  readonly rules: readonly string[];
  readonly settings: readonly string[];
  readonly explained: readonly string[];
}
