import { decoded } from "../files/file-names.ts";
import { printableLines } from "../report/printable.ts";

/** A part of a model: a thing with parts, or a value. */
export interface TreeNode {
  name: string;
  /** What a person sees beside the name. */
  value: string;
  children: readonly TreeNode[];
}

/** More parts of a thing than these are counted. */
const MOST_CHILDREN = 400;
/** A value is cut there, in characters. */
const LONGEST = 4000;

/** A model as a tree: its lists first, each with what was made. */
export function modelTree(model: Readonly<Record<string, unknown>>): TreeNode[] {
  return Object.entries(model).map(([name, value]) => nodeOf(name, value));
}

function nodeOf(name: string, value: unknown): TreeNode {
  if (Array.isArray(value)) {
    const children = cutTo(value).map((one, i) => nodeOf(titleOf(one) ?? String(i + 1), one));
    return node(name, value.length === 0 ? "none" : String(value.length), children, value.length);
  }
  if (typeof value === "object" && value !== null) {
    const entries = Object.entries(value).filter(([, own]) => own !== undefined);
    const children = cutTo(entries).map(([key, own]) => nodeOf(key, own));
    return node(name, entries.length === 0 ? "none" : "", children, entries.length);
  }
  return node(name, valueText(name, value), [], 0);
}

function node(name: string, value: string, children: readonly TreeNode[], count: number): TreeNode {
  const left = count - children.length;
  const more = left > 0 ? [{ name: "…", value: `${left} more`, children: [] }] : [];
  return { name: shown(name), value: shown(value), children: [...children, ...more] };
}

function cutTo<T>(all: readonly T[]): readonly T[] {
  return all.slice(0, MOST_CHILDREN);
}

/** What a thing in a list is called. */
function titleOf(thing: unknown): string | undefined {
  if (typeof thing !== "object" || thing === null) return undefined;
  const { name, message, path, target } = thing as Record<string, unknown>;
  const words = [target, name, message, path].filter((word) => typeof word === "string" && word !== "");
  return words.length === 0 ? undefined : words.slice(0, 2).join(" ");
}

/** Addresses and sizes are read in hexadecimal. */
function valueText(name: string, value: unknown): string {
  const isAddress = /^(?:phys|virt|base|size|expectedIds?)$/.test(name);
  if (isAddress && typeof value === "number" && value > 9) return `0x${value.toString(16)}`;
  return value === "" ? "\u201c\u201d" : String(value);
}

function shown(bytes: string): string {
  const text = decoded(bytes);
  return printableLines(text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text);
}
