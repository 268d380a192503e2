/** What the terminal itself says, in the reader's language. Sentences are plain text. */
export interface TerminalWords {
  /** Lines that open the prompt: what this is, and how one presses, completes and leaves. */
  readonly welcome: readonly string[];
  /** Below an answer that others would not see. */
  readonly onlyYou: string;
  /** While an answer is still being made. */
  readonly thinking: string;
  /** Stands in brackets where Discord shows a picture; `alt` is empty where it has no text. */
  readonly picture: (alt: string) => string;
  /** Below the first options of a select. */
  readonly moreOptions: (count: number) => string;
  /** No such command. `nearest` is a command that exists, with its slash. */
  readonly unknownCommand: (typed: string, nearest: string) => string;
  /** A command that is not sent alone, and what it is sent with, each with its slash. */
  readonly subcommandNeeded: (command: string, subcommands: readonly string[]) => string;
  /** A required option is empty. */
  readonly optionNeeded: (command: string, option: string) => string;
  /** Text for which the command has no option. */
  readonly textUnused: (command: string, text: string) => string;
  /** A yes-or-no or number option was given something else. */
  readonly valueUnusable: (option: string, typed: string) => string;
  /** The last answer has no button of this number. */
  readonly nothingToPress: (typed: string) => string;
  /** A button that opens an address. */
  readonly opens: (url: string) => string;
  /** The answer was taken back. */
  readonly removed: string;
  /** A press that changed nothing. */
  readonly unchanged: string;
}
