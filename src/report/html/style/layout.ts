/** The page as a whole: heading, the two columns, what is only for some readers. */
export const layout = `
*, ::before, ::after { box-sizing: border-box; }
html { scroll-behavior: smooth; -webkit-text-size-adjust: 100%; text-size-adjust: 100%; }
@media (prefers-reduced-motion: reduce) { html { scroll-behavior: auto; } }
body { margin: 0; background: var(--paper); color: var(--ink); font: 15px/1.5 var(--sans); }
a { color: inherit; text-underline-offset: 0.2em; }
:focus-visible { outline: 2px solid var(--focus); outline-offset: 2px; border-radius: 2px; }
[tabindex="-1"]:focus { outline: none; }
small { font-size: 0.8125rem; color: var(--soft); font-weight: 400; }
ul { list-style: none; margin: 0; padding: 0; }
.sr, .skip:not(:focus) {
  position: absolute; width: 1px; height: 1px; margin: -1px; padding: 0; border: 0;
  overflow: hidden; clip-path: inset(50%); white-space: nowrap;
}
.skip:focus { position: fixed; top: 0.5rem; left: 0.5rem; z-index: 3; padding: 0.5rem 1rem; background: var(--sheet); }

header { padding: 2rem 2rem 1.5rem; border-bottom: 1px solid var(--rule); }
h1 { margin: 0 0 0.5rem; font-size: 1.5rem; line-height: 1.25; font-weight: 650; letter-spacing: -0.015em; text-wrap: balance; overflow-wrap: anywhere; }
header p { margin: 0; max-width: 44rem; color: var(--soft); }
.sides { display: flex; flex-wrap: wrap; gap: 0.75rem 2.5rem; margin: 1.25rem 0 0; }
.sides > div { min-width: 0; padding-left: 0.75rem; border-left: 3px solid; }
.sides > .left { border-color: var(--left); }
.sides > .right { border-color: var(--right); }
.sides dt { font-size: 0.8125rem; font-weight: 600; }
.sides .left dt { color: var(--left); }
.sides .right dt { color: var(--right); }
.sides dd { margin: 0; overflow-wrap: anywhere; }
.sides small { display: block; }

.columns { display: grid; grid-template-columns: minmax(19rem, 25rem) minmax(0, 1fr); }
nav { position: sticky; top: 0; align-self: start; max-height: 100vh; overflow-y: auto; padding: 1.25rem 1.25rem 3rem 2rem; border-right: 1px solid var(--rule); scrollbar-width: thin; }
main { padding: 1.25rem 2rem 3rem 1.5rem; }
footer { padding: 1rem 2rem; border-top: 1px solid var(--rule); font-size: 0.8125rem; color: var(--soft); }
footer p { margin: 0; }

@media (max-width: 62rem) {
  header { padding: 1.25rem 1rem 1rem; }
  h1 { font-size: 1.25rem; }
  .columns { display: block; }
  nav { position: static; max-height: none; padding: 1rem; border-right: 0; border-bottom: 1px solid var(--rule); }
  main { padding: 1rem 0 2rem; }
  footer { padding: 1rem; }
}
`;
