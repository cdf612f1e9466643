/** On paper, A4: the entries first, then the texts, with their colours. */
export const print = `
@page { size: A4; margin: 14mm 12mm; }
@media print {
  * { print-color-adjust: exact; -webkit-print-color-adjust: exact; }
  body { background: none; font-size: 9.5pt; }
  header, nav, main, footer { padding: 0; border: 0; }
  header { padding-bottom: 4mm; border-bottom: 1px solid var(--rule); }
  h1 { font-size: 15pt; }
  .columns { display: block; }
  nav { position: static; max-height: none; overflow: visible; }
  .skip, .tools label { display: none; }
  .tools { padding: 3mm 0; }
  nav section, .entry, tr { break-inside: avoid; }
  nav section { margin-top: 4mm; }
  main { break-before: page; }
  .text { border-radius: 0; overflow: visible; }
  table { font-size: 7pt; line-height: 1.4; }
  col.number { width: 8mm; }
  td { padding: 0 1mm; }
  td.number { padding: 0 1mm 0 0; }
  thead { display: table-header-group; }
}
`;
