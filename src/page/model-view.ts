import { element, show } from "./dom.ts";
import type { TreeNode } from "./model-tree.ts";
import type { Model } from "./protocol.ts";

/** What a person looks for first. */
const OPEN = /^(?:taps|daps|targets|flashBanks|problems|workArea)$/;

/** Of which text a model is, and how the other is asked for. */
interface Variant {
  isFixed: boolean;
  canBeFixed: boolean;
  again: (isFixed: boolean) => void;
}

/** The model of a config, as it is or with its fixes. */
export function showModelOf(
  where: Element,
  name: string,
  { openocd, transport, tree }: Model,
  { isFixed, canBeFixed, again }: Variant,
): void {
  const under = transport === "" ? "without a transport" : `under ${transport}`;
  const box = element("input", { type: "checkbox", id: "fixed", checked: isFixed });
  box.addEventListener("change", () => again(box.checked));
  show(
    where,
    element(
      "p",
      { class: "hint" },
      ...["What ", element("bdi", {}, name), ` makes in OpenOCD ${openocd}, ${under}. `],
      "Another config, release or transport can be chosen above.",
    ),
    canBeFixed && element("p", {}, element("label", { class: "check" }, box, " with the fixes")),
    treeOf(tree),
  );
}

/** A model as a tree that opens and closes by itself: the browser's own `details`. */
function treeOf(nodes: readonly TreeNode[], depth = 0): HTMLElement {
  return element(
    "ul",
    { class: "tree" },
    nodes.map((node) =>
      element("li", {}, depth > 8 || node.children.length === 0 ? leaf(node) : branch(node, depth)),
    ),
  );
}

function leaf({ name, value }: TreeNode): HTMLElement {
  return element(
    "div",
    { class: "leaf" },
    element("span", { class: "key" }, element("bdi", {}, name)),
    " ",
    element("span", { class: value === "none" ? "nothing" : "value" }, element("bdi", {}, value)),
  );
}

/** What is inside is made when it is opened: a model can have thousands of parts. */
function branch({ name, value, children }: TreeNode, depth: number): HTMLElement {
  const made = element(
    "details",
    {},
    element(
      "summary",
      {},
      element("span", { class: "key" }, element("bdi", {}, name)),
      " ",
      element("span", { class: "count" }, value),
    ),
  );
  const fill = () => {
    if (made.open && made.childElementCount === 1) made.append(treeOf(children, depth + 1));
  };
  made.addEventListener("toggle", fill);
  if (OPEN.test(name) || (depth === 1 && children.length < 30)) {
    made.open = true;
    fill();
  }
  return made;
}
