/**
 * Families of transaction codes: columns of the table in transactionCodes. A check asks for a family and lists no code
 * of its own. Families that are nearly alike stay apart where their reasons differ.
 */
export interface CodeFamilies {
  /** Exercises and conversions of a derivative security. Column 8 of Table II asks for no price beside them: column 2 has it. */
  readonly exercise: boolean;
  /** Exercises and conversions that mostly stand in both tables. Of O, which hardly occurs, that is not known. */
  readonly inBothTables: boolean;
  /** Exercises whose price in Table I is the exercise price in Table II. A conversion (C) is not paid for, and O hardly occurs. */
  readonly paysExercisePrice: boolean;
  /** Purchases and sales at a price of the market (General Instruction 8: "open market or private"). */
  readonly market: boolean;
  /** Trades that one row may report at their average price (SEC staff letter of 25 June 2008); shares withheld likewise. */
  readonly averaged: boolean;
  /** Money changes hands at the price, so that amount times price says something. For F the price is a value alone. */
  readonly paid: boolean;
  /** Brings shares of which the issuer may withhold some on the same day (code F). */
  readonly withheldFrom: boolean;
  /** The codes under which shares that vest are reported: a grant, and a unit that turns into shares. */
  readonly vests: boolean;
  /** Mostly due on Form 4 within two business days, so that a V beside it reports nothing early. */
  readonly alwaysDue: boolean;
  /** May wait for Form 5: small acquisitions, inheritances, voting trusts. A gift may too, by its side and day: see filing/due. */
  readonly mayWait: boolean;
  /** Is often booked some days after the derivative security expired. */
  readonly afterExpiration: boolean;
  /** Ends a short position, after which nothing of it is left. */
  readonly endsShortPosition: boolean;
}

/** What a code is that no row says more of. */
export const NO_FAMILY: CodeFamilies = {
  exercise: false,
  inBothTables: false,
  paysExercisePrice: false,
  market: false,
  averaged: false,
  paid: false,
  withheldFrom: false,
  vests: false,
  alwaysDue: false,
  mayWait: false,
  afterExpiration: false,
  endsShortPosition: false,
};
