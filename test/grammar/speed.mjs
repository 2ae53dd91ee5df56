// How long the grammar takes for one very long line, in every state that a line can begin in.
import textmate from 'vscode-textmate';

const titles = { one: 'Table I - Non-Derivative Securities', two: 'Table II - Derivative Securities' };

/** Lines that bring the grammar into each of its states, and beginnings of the long line that matter there. */
const states = {
  start: [[], ['', '- ', '\\*\\* ']],
  'table one': [
    [titles.one, '', '1. Title of Security', '\t\t\tCode\tV\tAmount'],
    ['', 'Common Stock\t03/07/2023\t\t'],
  ],
  'table two': [
    [titles.two, '', '1. Title of Derivative', '\t\t\t\tCode\tV\t(A)'],
    ['', '| Option | \\$12 | 03/07/2023 |  | '],
  ],
  headings: [[titles.one, '', '1. Title of Security'], ['']],
  signature: [['/s/ Ansel Tworek Plimmer'], ['']],
};

/** What the long line repeats. Each is a beginning of something that the grammar looks for; most never end it. */
const fillers = [
  ...[
    '1',
    '1,',
    '1.',
    '1/',
    '12/12/2024 ',
    '1-',
    'a',
    'a ',
    ' ',
    '\u00a0',
    '\t',
    '\t ',
    '\t1',
    '\tA',
    '|',
    '| ',
    '| - ',
  ],
  ...[
    '<sup>(',
    '<sup>(1)',
    '<sup>(1)</sup>',
    '(',
    '(1)',
    '(1) ',
    '[1]',
    '[A',
    '^(1)',
    '<u>',
    '<u>a</u>',
    '<',
    '<input ',
  ],
  ...[
    '<input checked ',
    '\\',
    '\\$',
    '\\$1',
    '$1,',
    '*',
    '\\*',
    '#',
    '-',
    '- ',
    '/s/',
    '/s',
    'Code V ',
    'Code ',
    'Code\t',
  ],
  ...[
    '1. Name ',
    'Table I ',
    'Table II - ',
    '(Instr. ',
    '(Month/',
    'Other ',
    '_X',
    'V  ',
    'D  1  ',
    '1 A  ',
    '\u2014\t',
    '\u{1f4c4}',
  ],
];

const lengths = [10_000, 20_000, 40_000, 80_000, 100_000];
const allowed = { ratio: 3, milliseconds: 2_000 };
/** Below so many milliseconds a time says more about the machine than about the grammar. */
const noise = 25;

/** All fillers shaken together, always in the same order. */
function mixture(length) {
  let seed = 1;
  let line = '';
  while (line.length < length) {
    seed = (seed * 48_271) % 2_147_483_647;
    line += fillers[seed % fillers.length];
  }
  return line.slice(0, length);
}

const repeated = (lead, filler) => (length) =>
  (lead + filler.repeat(Math.ceil(length / filler.length))).slice(0, length);

/** The processor time to tokenise a line as VS Code does, in milliseconds: a busy machine does not lengthen it. */
function time(grammar, line, state) {
  const before = process.cpuUsage();
  grammar.tokenizeLine2(line, state);
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}

/** A cheap look at two lengths, four times apart. */
function suspicious(grammar, line, state) {
  const [short, long] = [time(grammar, line(10_000), state), time(grammar, line(40_000), state)];
  return long > noise && long > 6 * short;
}

/** All lengths, the shortest of three runs each: what is wrong with the times, or undefined. Stops at the first fault. */
export function slowness(grammar, line, state) {
  let shorter = noise / 2;
  for (const length of lengths) {
    const text = line(length);
    const ms = Math.min(...[1, 2, 3].map(() => time(grammar, text, state)));
    const times = `${shorter.toFixed(1)} ms, then ${ms.toFixed(1)} ms for ${length} characters`;
    if (ms > allowed.milliseconds) return `too slow: ${times}`;
    // The last length is not twice the one before it, so it can only look better than it is.
    if (ms > noise && ms > allowed.ratio * shorter) return `not linear: ${times}`;
    shorter = Math.max(ms, noise / 2);
  }
  return undefined;
}

/** Each kind of long line that takes too long, with its times. */
export function slowLines(grammar) {
  const found = [];
  for (const [name, [before, leads]] of Object.entries(states)) {
    const state = before.reduce((stack, line) => grammar.tokenizeLine2(line, stack).ruleStack, textmate.INITIAL);
    const lines = leads.flatMap((lead) => fillers.map((filler) => [lead + filler, repeated(lead, filler)]));
    for (const [what, line] of [
      ...lines.filter(([, line]) => suspicious(grammar, line, state)),
      ['a mixture', mixture],
    ]) {
      const slow = slowness(grammar, line, state) && slowness(grammar, line, state);
      if (slow) found.push(`${name}, ${JSON.stringify(what)}: ${slow}`);
    }
  }
  return found;
}
