/** One verb of the command line. Results go to `out`, everything said about them to `err`. */
export interface Command {
  readonly name: string;
  /** One German line for the list of commands. */
  readonly summary: string;
  /** The German help text shown by `--help`. */
  readonly help: string;
  /** @returns the exit code: 0 done, 1 the data do not allow it (problems on `err`). Wrong usage throws `UsageError`. */
  run(args: readonly string[], io: Io): Promise<number>;
}

export interface Io {
  out(text: string): void;
  err(text: string): void;
}

/** The call's words are wrong: exit code 2, with the message and a pointer to `--help`. */
export class UsageError extends Error {}
