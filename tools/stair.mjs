// The stair of imports: each room of server/src that has no host, and the rooms below that it may import. The linter
// (eslint.config.mjs) and test/unit/architecture/stair.test.ts both read it here.
const model = ['text', 'facts', 'filing'];
const core = [...model, 'readers', 'rules', 'writers'];

/** @type {Readonly<Record<string, readonly string[]>>} */
export const STAIR = {
  text: [],
  facts: ['text'],
  filing: ['text', 'facts'],
  readers: model,
  rules: model,
  writers: [...model, 'rules'],
  config: [...model, 'rules'],
  lint: [...model, 'readers', 'rules', 'config'],
  ledger: core,
  service: [...core, 'config', 'lint', 'ledger'],
  operations: core,
  features: [...core, 'config', 'lint', 'operations', 'ledger'],
};
