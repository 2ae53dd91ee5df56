import type { Role } from '../../filing/model';
import { sameWords } from '../../filing/holdings';
import type { Choice, Operation, OperationContext, Outcome, Question, Refusal } from '../operation';
import { askChoice, askWords, type Read } from '../rows/answers';
import { blankForm, FIRST_ROW, type NewOwner } from './blankForm';
import { titleOf, type Known } from './known';

const TITLE = 'New filing';
/** A list of more than these is longer than anybody looks down. */
const MOST = 200;

/** The usual answers to box 5; who is something else ticks it in the form. */
const ROLES: readonly (Choice & { readonly roles: readonly Role[] })[] = [
  { value: 'officer', label: 'Officer', roles: ['isOfficer'] },
  { value: 'director', label: 'Director', roles: ['isDirector'] },
  { value: 'both', label: 'Director and Officer', roles: ['isDirector', 'isOfficer'] },
  { value: 'owner', label: '10% Owner', roles: ['isTenPercentOwner'] },
  { value: 'directorAndOwner', label: 'Director and 10% Owner', roles: ['isDirector', 'isTenPercentOwner'] },
  { value: 'all', label: 'Director, Officer and 10% Owner', roles: ['isDirector', 'isOfficer', 'isTenPercentOwner'] },
  { value: 'other', label: 'Other', roles: ['isOther'] },
];

/** Asks at which company, who files and as what, and writes the form around it, its first row with places to fill in. */
export const newFiling: Operation = {
  id: 'filing.new',
  kind: 'refactor.rewrite',
  run(context) {
    if (context.filing.text.trim() !== '')
      return { refused: 'Nothing was changed: a new filing is begun in an empty document.' };
    return begun(context);
  },
};

/** The company is asked for first: of its people alone, as a folder may hold several clients. */
function begun(context: OperationContext): Outcome | Question | Refusal {
  const { answers, known = [] } = context;
  const companies = [...new Map(known.map((one) => [companyKey(one), one]))].slice(0, MOST);
  const company = askKnown(context, {
    answer: 'issuer',
    prompt: 'Box 2: at which company?',
    step: 1,
    choices: companies.map(([value, { issuer, symbol }]) => ({ value, label: issuer, description: symbol })),
  });
  if ('asks' in company) return company;
  const chosen = companies.find(([value]) => value === company.value)?.[1];
  const name = sameWords(chosen?.issuer ?? company.value);
  const people = known.filter((one) => sameWords(one.issuer) === name).slice(0, MOST);
  const issuer = chosen ?? people[0];
  const symbol = issuer
    ? { value: issuer.symbol }
    : askWords(answers, { answer: 'symbol', title: TITLE, prompt: 'Box 2: the ticker, or NONE', ...STEP(2) });
  if ('asks' in symbol) return symbol;
  const who = askKnown(context, {
    answer: 'owner',
    prompt: 'Box 1: who files? Last name first',
    step: 3,
    choices: people.map((one) => ({ value: keyOf(one), label: one.name, description: describe(one) })),
  });
  if ('asks' in who) return who;
  const person = people.find((one) => keyOf(one) === who.value);
  const owner = person ?? askOwner(context, who.value);
  if ('asks' in owner) return owner;
  const plan = askChoice(answers, {
    answer: 'plan',
    title: TITLE,
    prompt: 'Was a transaction made under a Rule 10b5-1 plan?',
    choices: [
      { value: 'no', label: 'No', description: 'the 10b5-1 box stays clear' },
      { value: 'yes', label: 'Yes', description: 'ticks the 10b5-1 box; a footnote names the plan and its date' },
    ],
    ...STEP(5),
  });
  if ('asks' in plan) return plan;
  const at = { issuer: chosen?.issuer ?? company.value, symbol: symbol.value.toUpperCase() };
  const pieces = blankForm({
    owners: [escapedOwner(owner)],
    issuer: escaped(at.issuer),
    symbol: escaped(at.symbol),
    plan: plan.value === 'yes',
    tableI: [FIRST_ROW],
    tableII: [],
    notes: [],
  });
  return {
    edits: [],
    snippet: { span: { start: 0, end: context.filing.text.length }, pieces },
    title: titleOf({ name: person?.name ?? who.value, ...at }),
  };
}

/** Five questions are the longest way. */
const STEP = (number: number): { readonly left: number } => ({ left: 5 - number });
const keyOf = ({ name, issuer }: Known): string => `${name}\t${issuer}`;
const companyKey = ({ issuer, symbol }: Known): string => `\t${issuer}\t${symbol}`;
const describe = ({ roles, title }: Known): string => title ?? (roles.includes('isDirector') ? 'Director' : '');

/** Words that can be chosen of a list or typed: what is chosen is told by a tab in its value, which nobody types. */
function askKnown(
  { answers }: OperationContext,
  { step, ...question }: { answer: string; prompt: string; step: number; choices: readonly Choice[] },
): Read<string> {
  const given = answers[question.answer];
  if (typeof given === 'string' && question.choices.some(({ value }) => value === given)) return { value: given };
  const asked = askWords(answers, { title: TITLE, ...question, ...STEP(step) });
  if (!('asks' in asked)) return asked;
  const { choices, ...words } = asked.asks;
  return { asks: choices?.length ? { ...asked.asks, kind: 'choice', typed: true } : words };
}

function askOwner({ answers }: OperationContext, name: string): NewOwner | Question {
  const role = askChoice(answers, {
    answer: 'role',
    title: TITLE,
    prompt: 'Box 5: what is the person to the company?',
    choices: ROLES.map(({ value, label }) => ({ value, label })),
    ...STEP(4),
  });
  if ('asks' in role) return role;
  const { roles } = ROLES.find(({ value }) => value === role.value)!;
  if (!roles.includes('isOfficer')) return { name, roles };
  const title = askWords(answers, {
    answer: 'officer',
    title: TITLE,
    prompt: 'Box 5: the title of the officer',
    ...STEP(4),
  });
  return 'asks' in title ? title : { name, roles, title: title.value };
}

/** Words as the form has them: a dollar sign, a star and what else would be read as markup behind a backslash. */
const escaped = (words: string): string => words.trim().replace(/[$*_|]/g, '\\$&');

export function escapedOwner(owner: NewOwner): NewOwner {
  const { name, street, place, title, other } = owner;
  return {
    ...owner,
    ...Object.fromEntries(
      Object.entries({ name, street, place, title, other }).flatMap(([key, words]) =>
        words === undefined || words === '' ? [] : [[key, escaped(words)]],
      ),
    ),
  };
}

export { escaped };
