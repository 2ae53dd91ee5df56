/** What the package gives to a program that imports it: docs/library.md shows how. */
export { createFormService, type FormService } from './formService';
export type { KnownFinding } from '../config/baseline';
export type { Cell, DerivativeRow, Filing, Footnote, Marker, NonDerivativeRow, Row } from '../filing/model';
export type { FixedText } from '../lint/fixAll';
export type { Linted, LintOptions } from '../lint/linter';
export type { Edit, Finding, Fix, Severity } from '../rules/rule';
export { dayOf, isoDate, type Day } from '../text/days';
export type { Position, Range } from '../text/lines';
export type { Span } from '../text/span';
export type { Written } from '../writers/targets';
