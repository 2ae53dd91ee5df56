/** `form4`: hands over to the program, compiled already where the runtime can keep that. */
import { keepCompiled } from '../node/compiled';

keepCompiled();
// eslint-disable-next-line @typescript-eslint/no-require-imports -- after the line above, and not before
const { main } = require('./form4.js') as typeof import('./main');
void main(process.argv.slice(2));
