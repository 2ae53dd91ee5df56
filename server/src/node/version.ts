declare const FORM4_VERSION: string;

/** The version of the package, as the build has written it into the bundle: the bundles also run where there is no manifest. */
export function version(): string {
  return FORM4_VERSION;
}
