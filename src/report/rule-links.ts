/** Where the sources and the documents of this package are to be found. */
const home = "https://github.com/l5cfg-fix/l5cfg-fix";

/** The page of a rule. */
export function ruleLink(id: string): string {
  return `${home}/blob/main/docs/rules/${id}.md`;
}
