export const STAIR: Readonly<Record<string, readonly string[]>>;
