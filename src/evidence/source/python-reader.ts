import { LineIndex } from "./lines.ts";
import type { PythonCall, PythonFacts, PythonFunction, PythonString } from "./python-facts.ts";
import { type PythonNode, type PythonTree, parsePython } from "./python-tree.ts";

const MOST_CALLS = 10_000;
const MOST_STRINGS = 4_000;
/** Nobody nests calls or definitions deeper; reaching a node costs as much as it is deep. */
const DEEPEST = 40;

/** Reads imports, classes, functions, calls and strings of a Python text. Broken code gives what could be read. */
export function readPython(text: string): PythonFacts {
  return new Reader(text).read(parsePython(text));
}

class Reader {
  private readonly imports = new Map<string, string>();
  private readonly aliases = new Map<string, string>();
  private readonly constants = new Map<string, string>();
  private readonly calls: PythonCall[] = [];
  private readonly classes: {
    name: string;
    bases: string[];
    methods: Set<string>;
    line: number;
    from: number;
    to: number;
  }[] = [];
  private readonly functions: PythonFunction[] = [];
  private readonly strings: PythonString[] = [];
  private readonly assigned = new Map<string, number>();
  private readonly products: number[] = [];
  private readonly classStack: { name: string; to: number; methods: Set<string> }[] = [];
  private readonly functionStack: { name: string; to: number }[] = [];
  private readonly callStack: { callee: string; to: number }[] = [];
  private readonly assignStack: { name: string; to: number }[] = [];
  private readonly lines: LineIndex;
  private readonly text: string;

  constructor(text: string) {
    this.text = text;
    this.lines = new LineIndex(text);
  }

  read(tree: PythonTree): PythonFacts {
    const cursor = tree.cursor();
    do {
      this.leave(cursor.from);
      switch (cursor.name) {
        case "ImportStatement":
          this.readImport(this.text.slice(cursor.from, Math.min(cursor.to, cursor.from + 4_000)));
          break;
        case "ClassDefinition":
          if (this.classStack.length < DEEPEST) this.readClass(cursor.node);
          break;
        case "FunctionDefinition":
          if (this.functionStack.length < DEEPEST) this.readFunction(cursor.node);
          break;
        case "CallExpression":
          if (this.calls.length < MOST_CALLS && this.callStack.length < DEEPEST) this.readCall(cursor.node);
          break;
        case "AssignStatement":
          this.readAssignment(cursor.node);
          break;
        case "String":
          this.readString(cursor.from, cursor.to);
          break;
        case "ArithOp":
          if (cursor.to - cursor.from === 1 && this.text[cursor.from] === "@") this.products.push(cursor.from);
          break;
      }
    } while (cursor.next());
    return {
      imports: this.imports,
      packages: new Set([...this.imports.values()].map((dotted) => dotted.split(".")[0] ?? "")),
      calls: this.calls,
      classes: this.classes,
      functions: this.functions,
      strings: this.strings,
      assigned: this.assigned,
      products: this.products,
    };
  }

  /** Pops what ended before an offset. */
  private leave(offset: number): void {
    for (const stack of [this.classStack, this.functionStack, this.callStack, this.assignStack])
      while (stack.length > 0 && (stack.at(-1)?.to ?? 0) <= offset) stack.pop();
  }

  private readImport(statement: string): void {
    const flat = statement.replace(/#[^\n]{0,400}/g, " ").replace(/[()\\\n]/g, " ");
    const from = /^\s{0,10}from\s{1,10}([.\w]{1,200})\s{1,20}import\s([^;]{0,3900})/.exec(flat);
    if (from) {
      for (const part of (from[2] ?? "").split(",").slice(0, 200)) {
        const [name, alias] = part.trim().split(/\s{1,10}as\s{1,10}/);
        if (name && /^[\w*]{1,100}$/.test(name)) this.imports.set((alias ?? name).trim(), `${from[1]}.${name}`);
      }
      return;
    }
    const plain = /^\s{0,10}import\s([^;]{1,3900})/.exec(flat);
    for (const part of (plain?.[1] ?? "").split(",").slice(0, 100)) {
      const [name, alias] = part.trim().split(/\s{1,10}as\s{1,10}/);
      if (!name || !/^[.\w]{1,200}$/.test(name)) continue;
      if (alias) this.imports.set(alias.trim(), name);
      else this.imports.set(name.split(".")[0] ?? name, name.split(".")[0] ?? name);
    }
  }

  private readClass(node: PythonNode): void {
    const name = this.textOf(node.getChild("VariableName"));
    const bases: string[] = [];
    for (
      let child = node.getChild("ArgList")?.firstChild ?? null;
      child && bases.length < 20;
      child = child.nextSibling
    )
      if (child.name === "VariableName" || child.name === "MemberExpression") {
        if (child.nextSibling?.name === "AssignOp") continue;
        bases.push(this.resolve(this.dotted(child)));
      } else if (child.name === "CallExpression" || child.name === "MemberExpression")
        bases.push(this.resolve(this.dotted(child)));
    const methods = new Set<string>();
    this.classes.push({ name, bases, methods, line: this.lines.at(node.from), from: node.from, to: node.to });
    this.classStack.push({ name, to: node.to, methods });
  }

  private readFunction(node: PythonNode): void {
    const name = this.textOf(node.getChild("VariableName"));
    const owner = this.classStack.at(-1);
    const decorators: string[] = [];
    if (node.parent?.name === "DecoratedStatement")
      for (const decorator of node.parent.getChildren("Decorator").slice(0, 10))
        decorators.push(
          this.resolve(
            this.text
              .slice(decorator.from + 1, Math.min(decorator.to, decorator.from + 120))
              .split("(")[0]
              ?.trim() ?? "",
          ),
        );
    owner?.methods.add(name);
    this.functions.push({ name, className: owner?.name, decorators, line: this.lines.at(node.from) });
    this.functionStack.push({ name, to: node.to });
  }

  private readCall(node: PythonNode): void {
    const callee = this.resolve(this.dotted(node.firstChild));
    this.callStack.push({ callee, to: node.to });
    const strings = new Map<string, string>();
    const keywords: string[] = [];
    const handed: string[] = [];
    let position = 0;
    let seen = 0;
    for (
      let child = node.getChild("ArgList")?.firstChild ?? null;
      child && seen < 120;
      child = child.nextSibling, seen += 1
    ) {
      if (child.name === "(" || child.name === "," || child.name === ")") continue;
      if (child.name === "VariableName" && child.nextSibling?.name === "AssignOp") {
        const keyword = this.textOf(child);
        keywords.push(keyword);
        const value = child.nextSibling.nextSibling;
        const text = this.stringOf(value);
        if (text !== undefined) strings.set(keyword, text);
        if (value?.name === "MemberExpression") handed.push(this.resolve(this.dotted(value)));
        child = value ?? child;
      } else {
        const text = this.stringOf(child);
        if (text !== undefined) strings.set(String(position), text);
        if (child.name === "MemberExpression" && handed.length < 20) handed.push(this.resolve(this.dotted(child)));
        position += 1;
      }
    }
    this.calls.push({
      callee,
      name: callee.slice(callee.lastIndexOf(".") + 1),
      line: this.lines.at(node.from),
      from: node.from,
      function: this.functionStack.at(-1)?.name,
      className: this.classStack.at(-1)?.name,
      strings,
      keywords,
      handed,
    });
  }

  private readAssignment(node: PythonNode): void {
    const target = node.firstChild;
    if (target === null) return;
    const name = target.name === "MemberExpression" ? this.textOf(target.lastChild) : this.textOf(target);
    if (!/^\w{1,100}$/.test(name)) return;
    const line = this.lines.at(node.from);
    if (!this.assigned.has(name.toLowerCase())) this.assigned.set(name.toLowerCase(), line);
    this.assignStack.push({ name, to: node.to });
    const value = node.lastChild;
    const text = this.stringOf(value);
    if (text !== undefined && text.length < 300) this.constants.set(name, text);
    else if (
      value &&
      target.name === "VariableName" &&
      (value.name === "MemberExpression" || value.name === "VariableName")
    ) {
      const dotted = this.dotted(value);
      if (/^[A-Z]/.test(name) && dotted !== name) this.aliases.set(name, this.resolve(dotted));
    }
  }

  private readString(from: number, to: number): void {
    if (this.strings.length >= MOST_STRINGS || to - from > 600) return;
    this.strings.push({
      text: unquoted(this.text.slice(from, to)),
      line: this.lines.at(from),
      assignedTo: this.assignStack.at(-1)?.name,
      callee: this.callStack.at(-1)?.callee,
    });
  }

  private stringOf(node: PythonNode | null): string | undefined {
    if (node === null) return undefined;
    if (node.name === "String")
      return node.to - node.from > 600 ? undefined : unquoted(this.text.slice(node.from, node.to));
    if (node.name === "VariableName") return this.constants.get(this.textOf(node));
    return undefined;
  }

  /** `a.b.c` of names; what is no name at its root (a call, an index) becomes `?`. */
  private dotted(node: PythonNode | null): string {
    const parts: string[] = [];
    let current = node;
    while (current && parts.length < 12) {
      if (current.name === "VariableName") {
        parts.unshift(this.textOf(current));
        return parts.join(".");
      }
      if (current.name !== "MemberExpression") break;
      const property = current.getChild("PropertyName");
      if (property) parts.unshift(this.textOf(property));
      else if (parts.length > 0) break;
      current = current.firstChild;
    }
    return ["?", ...parts].join(".");
  }

  private resolve(dotted: string): string {
    const dot = dotted.indexOf(".");
    const head = dot < 0 ? dotted : dotted.slice(0, dot);
    const full = this.aliases.get(head) ?? this.imports.get(head);
    return full === undefined ? dotted : full + (dot < 0 ? "" : dotted.slice(dot));
  }

  private textOf(node: PythonNode | null | undefined): string {
    return node ? this.text.slice(node.from, Math.min(node.to, node.from + 120)) : "";
  }
}

function unquoted(literal: string): string {
  return literal.replace(/^[a-zA-Z]{0,2}(?:"""|'''|"|')/, "").replace(/(?:"""|'''|"|')$/, "");
}
