// A view names its style; esbuild puts it beside the bundle.
declare module '*.css';
