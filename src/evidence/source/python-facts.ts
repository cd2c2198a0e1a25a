export interface PythonCall {
  /** Dotted name with the first part resolved through imports and aliases; `?.name` after a call or index. */
  readonly callee: string;
  /** Last part of the dotted name. */
  readonly name: string;
  readonly line: number;
  readonly from: number;
  readonly function: string | undefined;
  readonly className: string | undefined;
  /** String arguments by position (`0`, `1`…) and by keyword; names of constants are resolved. */
  readonly strings: ReadonlyMap<string, string>;
  readonly keywords: readonly string[];
  /** Dotted names that are handed over: `Thread(target=model.generate)`. */
  readonly handed: readonly string[];
}

export interface PythonClass {
  readonly name: string;
  readonly bases: readonly string[];
  readonly methods: ReadonlySet<string>;
  readonly line: number;
  readonly from: number;
  readonly to: number;
}

export interface PythonFunction {
  readonly name: string;
  readonly className: string | undefined;
  readonly decorators: readonly string[];
  readonly line: number;
}

export interface PythonString {
  readonly text: string;
  readonly line: number;
  /** The name that the string is assigned to, at any depth of lists and dictionaries. */
  readonly assignedTo: string | undefined;
  /** The call that the string is an argument of. */
  readonly callee: string | undefined;
}

/** What one Python text holds, as far as the rules ask. */
export interface PythonFacts {
  readonly imports: ReadonlyMap<string, string>;
  /** Root packages that are imported. */
  readonly packages: ReadonlySet<string>;
  readonly calls: readonly PythonCall[];
  readonly classes: readonly PythonClass[];
  readonly functions: readonly PythonFunction[];
  readonly strings: readonly PythonString[];
  /** Names that are assigned, lower case, with the first line. */
  readonly assigned: ReadonlyMap<string, number>;
  /** Offsets of matrix multiplications written with `@`. */
  readonly products: readonly number[];
}
