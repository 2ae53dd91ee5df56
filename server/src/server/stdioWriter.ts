/** Writes messages to stdout, each with its header in one piece. */
import { AbstractMessageWriter, type Message, type MessageWriter } from 'vscode-languageserver/node';

/**
 * The library's own writer makes two writes of a message, the header and the words, each a call of the system and a promise:
 * a quarter of the server's CPU while somebody types in a small filing (docs/performance.md).
 */
export class StdioWriter extends AbstractMessageWriter implements MessageWriter {
  #failures = 0;

  constructor(private readonly stream: NodeJS.WritableStream) {
    super();
    stream.on('error', (error: Error) => this.fireError(error));
    stream.on('close', () => this.fireClose());
  }

  /** Resolved once the stream has taken the message; messages go out in the order of the calls. */
  write(message: Message): Promise<void> {
    const body = JSON.stringify(message);
    return new Promise((resolve, reject) => {
      this.stream.write(`Content-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`, (error) => {
        if (error) {
          this.fireError(error, message, ++this.#failures);
          reject(error);
        } else resolve();
      });
    });
  }

  end(): void {
    this.stream.end();
  }
}
