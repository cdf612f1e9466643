/** The page's text. */
export function buildPage(): Promise<string>;
