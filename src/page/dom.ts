/** A part of an element: text, which is never markup, or another element. */
type Part = string | Node | undefined | false | readonly Part[];

/** What is set on an element: attributes, and listeners by the names that begin with `on`. */
type Settings = Readonly<Record<string, string | boolean | EventListener | undefined>>;

/** Makes an element. */
export function element<Name extends keyof HTMLElementTagNameMap>(
  name: Name,
  settings: Settings = {},
  ...parts: readonly Part[]
): HTMLElementTagNameMap[Name] {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(settings)) {
    if (typeof value === "function") made.addEventListener(key.slice(2), value);
    else if (value === true) made.setAttribute(key, "");
    else if (typeof value === "string") made.setAttribute(key, value);
  }
  append(made, parts);
  return made;
}

function append(to: Element, parts: readonly Part[]): void {
  for (const part of parts) {
    if (part === undefined || part === false) continue;
    if (typeof part === "string" || part instanceof Node) to.append(part);
    else append(to, part);
  }
}

/** The page's element of an id. Throws where the page has none. */
export function byId<Type extends HTMLElement>(id: string, type: new () => Type): Type {
  const found = document.getElementById(id);
  if (!(found instanceof type)) throw new Error(`the page has no ${id}`);
  return found;
}

/** Shows these parts in an element, and nothing else. */
export function show(where: Element, ...parts: readonly Part[]): void {
  where.replaceChildren();
  append(where, parts);
}
