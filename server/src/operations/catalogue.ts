/** Every operation, in the order in which code actions show them. */
import type { Operation } from './operation';

export const OPERATIONS: readonly Operation[] = [];

/** The operation of an id; undefined where there is none. */
export function operationOf(id: unknown): Operation | undefined {
  return OPERATIONS.find((one) => one.id === id);
}
