// VS Code's log files and Output channels in plain JavaScript: the real module is native and wants a compiler.
const fs = require('node:fs');
const path = require('node:path');

const LEVELS = ['trace', 'debug', 'info', 'warning', 'error', 'critical'];

class Logger {
  constructor(file) {
    this.file = file;
    this.level = LEVELS.indexOf('info');
    this.decorate = true;
    fs.mkdirSync(path.dirname(file), { recursive: true });
    this.append('');
  }
  append(text) {
    try {
      fs.appendFileSync(this.file, text);
    } catch {
      // A run that is being taken down may have lost its log folder already.
    }
  }
  log(level, message) {
    if (level < this.level) return;
    const time = new Date().toISOString().replace('T', ' ').replace('Z', '');
    this.append(this.decorate ? `${time} [${LEVELS[level]}] ${message}\n` : message);
  }
  getLevel() {
    return this.level;
  }
  setLevel(level) {
    this.level = level;
  }
  setPattern() {
    this.decorate = true;
  }
  clearFormatters() {
    this.decorate = false;
  }
  flush() {}
  drop() {}
}
// The method for warnings is `warn`, its label in the file is `warning`.
for (const [level, name] of ['trace', 'debug', 'info', 'warn', 'error', 'critical'].entries()) {
  Logger.prototype[name] = function (message) {
    this.log(level, message);
  };
}

// Set one by one: VS Code imports this as an ES module, and only names set like this are seen from there.
const create = async (_name, file) => new Logger(file);
exports.version = 0;
exports.setLevel = () => {};
exports.setFlushOn = () => {};
exports.createRotatingLogger = create;
exports.createAsyncRotatingLogger = create;
exports.Logger = class extends Logger {
  constructor(_type, _name, file) {
    super(file);
  }
};
