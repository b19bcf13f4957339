/**
 * A lifecycle is one table: each move with the statuses it may start from and the one it leads to. Everything that
 * wants to know what is open (casework, the `actions` of a response, the tests that walk every status × every move) reads it.
 */
export interface Move<Status extends string> {
  readonly from: readonly Status[];
  readonly to: Status;
  /** The paper that the move makes, by its official name; none where the practice knows none. */
  readonly document?: string;
}

export interface Lifecycle<Status extends string, Name extends string> {
  readonly moves: Readonly<Record<Name, Move<Status>>>;
  readonly names: readonly Name[];
  open(name: Name, status: Status): boolean;
  target(name: Name): Status;
}

export function lifecycle<Status extends string>() {
  return <const Moves extends Record<string, Move<Status>>>(moves: Moves): Lifecycle<Status, keyof Moves & string> => ({
    moves,
    names: Object.keys(moves),
    open: (name, status) => moves[name]!.from.includes(status),
    target: (name) => moves[name]!.to,
  });
}
