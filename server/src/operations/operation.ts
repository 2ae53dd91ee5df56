/** What an operation is: a change of the filing that the user asks for by name, made as one edit that one undo takes back. */
import { LAYOUTS } from '../facts/layouts';
import type { Filing } from '../filing/model';
import type { Day } from '../text/days';
import type { Edit } from '../text/edits';
import type { Piece } from '../text/snippet';
import type { Span } from '../text/span';
import type { Known } from './filing/known';

export interface OperationContext {
  /** The filing that the selection lies in. */
  readonly filing: Filing;
  /** What is selected; start and end are the same where there is only a cursor. */
  readonly selection: Span;
  /** The day, as the client gives it. */
  readonly today: Day | undefined;
  /** What the user was asked for, as it came over the wire: each operation looks at it with care. */
  readonly answers: Readonly<Record<string, unknown>>;
  /** Who files at which company, as the other filings say it that are open or in the folders that are. */
  readonly known?: readonly Known[];
}

/** A document that comes out of an operation. */
export interface Another {
  /** What it is called until it has a file. */
  readonly title: string;
  readonly text: string;
  /** The same with places to fill in. */
  readonly pieces?: readonly Piece[];
}

/** What an operation comes to. All places are those of the text before. */
export interface Outcome {
  readonly edits: readonly Edit[];
  /** What is set into a place with places of its own to fill in, besides the edits or in their stead. */
  readonly snippet?: { readonly span: Span; readonly pieces: readonly Piece[] };
  /** What the document is called until it has a file, where all of it is made here. */
  readonly title?: string;
  /** Where the cursor goes, in the text as it is after the edits; undefined where it stays where the editor leaves it. */
  readonly caret?: Span;
  /** A second filing that comes out of it, to be opened as a new document. */
  readonly another?: Another;
  /** What the user should know besides, in a sentence. */
  readonly remark?: string;
  /** In the text after the edits: the first of the places that the remark speaks of. */
  readonly changed?: Span;
  /** What is likely to be wanted next, at the same place: a button beside the remark. */
  readonly next?: { readonly operation: string; readonly title: string };
}

/** Why an operation cannot be done here, in a sentence for the user. */
export interface Refusal {
  readonly refused: string;
}

export interface Choice {
  /** What is given back. */
  readonly value: string;
  readonly label: string;
  readonly description?: string;
}

/**
 * What the operation must know before it can go on. The client asks the user, and the operation again with the answer
 * under `answer`; an answer that cannot be understood is asked once more, with the `problem`.
 */
export interface Question {
  readonly asks: {
    readonly answer: string;
    readonly title: string;
    readonly prompt: string;
    /** `text`: a line of words. `choice`: one of `choices`. `file`: the text of a file. `clipboard`: what was copied. */
    readonly kind: 'text' | 'choice' | 'file' | 'clipboard';
    readonly choices?: readonly Choice[];
    /** What the line begins with. */
    readonly value?: string;
    /** What is wrong with the answer before, as a sentence. */
    readonly problem?: string;
    /** How many questions follow this one, where that is known: the shortest way to the end. */
    readonly left?: number;
    /** Of a choice: whether other words than those of the list may be typed. */
    readonly typed?: boolean;
  };
}

/** A code action of an operation: how it is called, and what it answers beforehand. */
export interface Offer {
  readonly title: string;
  readonly answers: Readonly<Record<string, string>>;
}

export interface Operation {
  /** For ever: key bindings and clients name it: `footnote.insert`. */
  readonly id: string;
  /** LSP's kind of code action, by which clients file it. */
  readonly kind: 'refactor' | 'refactor.rewrite' | 'refactor.move' | 'refactor.extract';
  /**
   * What a code action at this place is called; undefined where it is not offered there. An operation that must ask the
   * user something is no code action: it has no `offer`.
   */
  readonly offer?: (context: OperationContext) => string | undefined;
  /** Where one place has several code actions of the operation: each with the answers that make it. */
  readonly offers?: (context: OperationContext) => readonly Offer[];
  /** Works it out. Never throws on any text or answer. */
  readonly run: (context: OperationContext) => Outcome | Refusal | Question;
}

/** Why rows and notes of this filing cannot be changed by command; undefined where they can. */
export function unwritable({ layout }: Filing): Refusal | undefined {
  if (LAYOUTS[layout].writable) return undefined;
  return {
    refused:
      'This works on filings as tabbed text or Markdown tables. Convert this one first with “Form 4: Convert to …”.',
  };
}
