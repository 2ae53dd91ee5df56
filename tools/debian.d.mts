// What the tests, which are TypeScript, take from debian.mjs.
export function available(program: string, debianPackage?: string): boolean;
