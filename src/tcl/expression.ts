import { isSpace, variableKind } from "./characters.ts";
import { TclError } from "./completion.ts";
import type { JimFeatures } from "./jim.ts";
import { hold, Size, work } from "./limits.ts";
import { doublePrefix, integerPrefix } from "./number.ts";
import { type Operator, operatorAt, operators } from "./operators.ts";
import { variableName } from "./program.ts";
import { scanNested, scanVariable } from "./scan.ts";
import type { Source } from "./source.ts";
import { faultMessages, Token } from "./tokens.ts";
import { type Expression, Value } from "./value.ts";

/** Reads a value as an expression. The result is kept with the value. Throws TclError with Jim's messages. */
export function expressionOf(value: Value, jim: JimFeatures): Expression {
  const { expression, shape } = value;
  // Jim says what is wrong with an expression only the first time it is worked out.
  if (expression === "invalid" && shape === "expression") throw new TclError("");
  value.shape = "expression";
  if (expression !== undefined && expression !== "invalid") return expression;
  value.expression = "invalid";
  work(value.text.length);
  const { source, start, end } = value.scanned();
  const read = new Builder(value.text, tokenize(value.text, source, start, end, jim)).build();
  value.expression = read;
  return read;
}

type Lexeme =
  | { kind: "term"; term: Expression }
  | { kind: "operator"; operator: Operator }
  | { kind: "open" | "close" | "comma" };

function tokenize(whole: string, source: Source, start: number, end: number, jim: JimFeatures): Lexeme[] {
  const text = source.text;
  const lexemes: Lexeme[] = [];
  let pos = start;
  const syntaxError = () => new TclError(`syntax error in expression: "${whole}"`);
  for (;;) {
    pos = skipSpace(text, pos, end, jim.exprComments);
    if (pos >= end) return lexemes;
    const from = pos;
    const char = text[pos]!;
    hold(Size.Part / 2);
    work(1);
    if (char === "(" || char === ")" || char === ",") {
      lexemes.push({ kind: char === "(" ? "open" : char === ")" ? "close" : "comma" });
      pos++;
    } else if (char === "[" || char === '"' || char === "{") {
      const nested = scanNested(text, pos, end);
      if (nested.fault !== 0) throw new TclError(faultMessages[nested.fault]);
      pos = nested.end;
      const inner = new Value(text.slice(from + 1, pos - 1), source, from + 1);
      if (char === "[") lexemes.push({ kind: "term", term: { kind: "command", script: inner } });
      else lexemes.push({ kind: "term", term: quotedTerm(inner, char === '"') });
    } else if (char === "$") {
      pos = scanVariable(text, pos, end);
      const kind = variableKind(text, from, pos);
      if (kind === Token.Text || kind === Token.Expression) throw syntaxError();
      lexemes.push({ kind: "term", term: variableTerm(source, kind === Token.Element, from, pos) });
    } else {
      const number = numberAt(text, pos, end) ?? wordAt(text, pos, end);
      if (number !== undefined) {
        pos += number.length;
        lexemes.push({ kind: "term", term: { kind: "constant", value: number.value } });
        continue;
      }
      const operator = operatorAt(text, pos, end);
      if (operator === undefined || (operator.ordersTexts && !jim.textOrder)) throw syntaxError();
      pos += operator.name.length;
      lexemes.push({ kind: "operator", operator });
    }
  }
}

function skipSpace(text: string, pos: number, end: number, skipsComments: boolean): number {
  for (;;) {
    while (pos < end && (isSpace(text.charCodeAt(pos)) || (text[pos] === "\\" && text[pos + 1] === "\n")))
      pos++;
    if (pos >= end || text[pos] !== "#" || !skipsComments) return pos;
    while (pos < end && text[pos] !== "\n") pos += text[pos] === "\\" ? 2 : 1;
    pos = Math.min(pos + 1, end);
  }
}

function quotedTerm(inner: Value, quoted: boolean): Expression {
  return quoted && /[\\$[]/.test(inner.text)
    ? { kind: "string", text: inner }
    : { kind: "constant", value: inner };
}

function variableTerm(source: Source, isElement: boolean, start: number, end: number): Expression {
  const text = source.text;
  if (!isElement) return { kind: "variable", name: variableName(text, start, end) };
  const open = text.indexOf("(", start);
  const close = text[end - 1] === ")" ? end - 1 : end;
  return {
    kind: "element",
    name: text.slice(start + 1, open),
    index: new Value(text.slice(open + 1, close), source, open + 1),
  };
}

function numberAt(text: string, pos: number, end: number): { value: Value; length: number } | undefined {
  if (!/[0-9.]/.test(text[pos]!)) return undefined;
  const rest = text.slice(pos, Math.min(end, pos + 400));
  const whole = integerPrefix(rest);
  const mayBeDouble = whole === undefined || "eENnIi.".includes(rest[whole.length] ?? "x");
  const real = mayBeDouble ? doublePrefix(rest) : undefined;
  if (real !== undefined && real.length > (whole?.length ?? 0)) {
    return { value: Value.double(real.value), length: real.length };
  }
  return whole === undefined ? undefined : { value: Value.integer(whole.value), length: whole.length };
}

const namedConstants = /^(?:NaN|nan|NAN|Inf|inf|INF|true|yes|on|false|no|off)/;

function wordAt(text: string, pos: number, end: number): { value: Value; length: number } | undefined {
  const match = namedConstants.exec(text.slice(pos, Math.min(end, pos + 8)));
  // `ne`, `ni` and `in` are operators; of what is left Jim takes the longest word it knows, whatever follows it.
  if (match === null) return undefined;
  const [word] = match;
  const value = /^[ni](?:an|nf)/i.test(word) ? Value.double(doublePrefix(word)!.value) : new Value(word);
  return { value, length: word.length };
}

/** Deeper nesting than this is an error in Jim, too. */
const DEEPEST = 200;

// Jim's own way of building the tree: terms are pushed on a stack, and an operator, once everything that binds
// tighter to its right has been pushed, takes its operands from there. Done the same way here so that what is
// wrong with an expression is said in the same words.
class Builder {
  readonly #text: string;
  readonly #lexemes: readonly Lexeme[];
  readonly #stack: Expression[] = [];
  #next = 0;
  #level = 0;
  #parentheses = 0;

  constructor(text: string, lexemes: readonly Lexeme[]) {
    this.#text = text;
    this.#lexemes = lexemes;
  }

  build(): Expression {
    this.#subtree(0, "plain", 1);
    if (this.#parentheses > 0) throw new TclError("missing close parenthesis");
    // What a comma cuts off Jim takes no notice of.
    return this.#stack.pop()!;
  }

  #fail(what: string): never {
    throw new TclError(`${what} in expression: "${this.#text}"`);
  }

  #startsTerm(): boolean {
    const before = this.#lexemes[this.#next - 2];
    return (
      before === undefined || before.kind === "operator" || before.kind === "open" || before.kind === "comma"
    );
  }

  #subtree(precedence: number, mode: "plain" | "parentheses" | "arguments" | "ternary", terms: number): void {
    const wanted = this.#stack.length + terms;
    if (this.#level++ > DEEPEST) throw new TclError("Expression too complex");
    while (this.#next < this.#lexemes.length) {
      const lexeme = this.#lexemes[this.#next++]!;
      const complete = this.#stack.length === wanted;
      if (lexeme.kind === "term") {
        if (!this.#startsTerm()) this.#fail("missing operator");
        this.#stack.push(lexeme.term);
      } else if (lexeme.kind === "open") {
        if (complete) this.#fail("unexpected open parenthesis");
        this.#parentheses++;
        this.#subtree(0, "parentheses", 1);
      } else if (lexeme.kind === "close") {
        if (mode !== "parentheses" && mode !== "arguments") {
          if (complete && this.#level > 1) {
            this.#back();
            return;
          }
          this.#fail("unexpected closing parenthesis");
        }
        this.#parentheses--;
        if (complete) break;
      } else if (lexeme.kind === "comma") {
        if (mode !== "arguments") {
          if (complete) {
            this.#back();
            return;
          }
          this.#fail("unexpected comma");
        }
        if (this.#stack.length > wanted) throw new TclError("too many arguments to math function");
      } else if (lexeme.kind === "operator") {
        if (lexeme.operator.name === ":") {
          if (mode !== "ternary") {
            if (this.#level !== 1) {
              this.#back();
              return;
            }
            this.#fail(": without ?");
          }
          if (complete) {
            this.#back();
            return;
          }
        } else if (!this.#operation(lexeme.operator, precedence)) break;
      }
    }
    if (this.#stack.length === wanted) {
      this.#level--;
      return;
    }
    this.#miscount(mode, wanted);
  }

  #back(): void {
    this.#next--;
    this.#level--;
  }

  #miscount(mode: string, wanted: number): never {
    const few = this.#stack.length < wanted;
    if (mode === "arguments") throw new TclError(`too ${few ? "few" : "many"} arguments for math function`);
    if (!few) throw new TclError("extra terms after expression");
    throw new TclError(`syntax error in expression "${this.#text}": premature end of expression`);
  }

  /** Reads an operator's operands; false where it binds too loosely and is for an outer level. */
  #operation(read: Operator, precedence: number): boolean {
    let operator = read;
    if (this.#startsTerm()) {
      if (read.name === "-") operator = operators.minus;
      else if (read.name === "+") operator = operators.plus;
    }
    const looser = operator.precedence < precedence;
    if (looser || (!operator.rightAssociative && operator.precedence === precedence)) {
      this.#next--;
      return false;
    }
    if (operator.isFunction) this.#arguments(operator);
    else if (operator.name === "?") this.#subtree(operator.precedence, "ternary", 2);
    else this.#subtree(operator.precedence, "plain", 1);
    if (this.#stack.length < operator.arity) this.#fail(`missing operand to ${operator.name.trim()}`);
    const operands = operator.arity === 0 ? [] : this.#stack.splice(-operator.arity);
    this.#stack.push({ kind: "operation", operator, operands });
    return true;
  }

  #arguments(operator: Operator): void {
    if (this.#lexemes[this.#next]?.kind !== "open") throw new TclError("missing arguments for math function");
    this.#next++;
    if (operator.arity === 0) {
      if (this.#lexemes[this.#next]?.kind !== "close")
        throw new TclError("too many arguments for math function");
      this.#next++;
      return;
    }
    this.#parentheses++;
    this.#subtree(0, "arguments", operator.arity);
  }
}
