/** What is loaded when it is first asked for, so that the server is up the sooner: in Node it is a file of its own. */
export { converted } from './conversion';
export { formatting, onTypeFormatting } from './features/formatting';
export { operate, operationActions } from './features/operations';
export { beforeFilingPage, explanationPage, reportPage } from './pages';
