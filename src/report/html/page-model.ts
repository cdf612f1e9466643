/** The two sides of a page: what is compared. */
export type Side = "left" | "right";

/** What is marked: only on one side, on both and different, or the same on both. */
export type Mark = "left" | "right" | "changed" | "same";

/** A line of a text. */
export interface Spot {
  side: Side;
  /** Which of the page's texts, from 0. */
  text: number;
  /** From 1. */
  line: number;
}

/** Something that the page is about, in the column beside the texts. */
export interface Entry {
  mark: Mark;
  label: string;
  /** The id of the explanation that the label leads to. */
  explained?: string;
  /** A few words after it: where it shows, what kind it is. */
  note?: string;
  /** What each side says, or one text for both. */
  values: readonly Value[];
  /** The lines that it is about. */
  spots: readonly Spot[];
  children: readonly Entry[];
}

/** A line below an entry: one side's, or the entry's own. */
export interface Value {
  side?: Side;
  text: string;
  /** Whether it is what the entry has to say, not only more about it. */
  isMain?: boolean;
  /** Whether it is a line of a text. */
  isCode?: boolean;
}

/** What is explained at the end of the column of entries. */
export interface Explained {
  /** What entries lead to it by. */
  id: string;
  title: string;
  text: string;
}

/** A heading over some entries. */
export interface Section {
  title: string;
  entries: readonly Entry[];
}

/** Two texts that are shown side by side; one may be missing. */
export interface TextPair {
  left: { name: string; text: string } | undefined;
  right: { name: string; text: string } | undefined;
  /** Whether it is shown from the start. */
  isOpen: boolean;
}

export interface Page {
  title: string;
  /** What was looked at and what came of it, a sentence or two each. */
  lead: readonly string[];
  /** What the two sides are called, and what they are. */
  sides: Readonly<Record<Side, { name: string; what: string; detail: string }>>;
  /** What the marks mean here. */
  legend: readonly (readonly [Mark, string])[];
  sections: readonly Section[];
  texts: readonly TextPair[];
  explained?: readonly Explained[];
  /** The program that wrote it. */
  generator: string;
}
