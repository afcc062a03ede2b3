package harmonium.processor.page;

/** How a page looks: one column, by day and by night, on paper too. */
final class Style {
  static final String SHEET =
      """
      :root { color-scheme: light dark; --ink: #1c1e21; --ground: #fdfdfb; --quiet: #6a6f76;
        --line: #e3e3dc; --code: #f3f3ee; }
      @media (prefers-color-scheme: dark) { :root { --ink: #e4e4e0; --ground: #17191c;
        --quiet: #969ba3; --line: #2e3238; --code: #1f2226; } }
      body { margin: 0 auto; max-width: 62rem; padding: 2rem 1.25rem 4rem; color: var(--ink);
        background: var(--ground); font: 1rem/1.5 Georgia, "Times New Roman", serif; }
      h1 { font-size: 1.9rem; margin: 0; }
      h2 { font-size: 1.35rem; margin: 2.5rem 0 0; border-bottom: 1px solid var(--line); }
      h3 { font-size: 1rem; margin: 1.5rem 0 .25rem; color: var(--quiet); font-weight: normal;
        font-style: italic; }
      p { color: var(--quiet); margin: .25rem 0; }
      .equations { overflow-x: auto; overflow-y: hidden; }
      table { border-collapse: collapse; width: 100%; }
      tr:hover { background: var(--code); }
      td { padding: .3rem .75rem .3rem 0; vertical-align: middle; white-space: nowrap; }
      td:first-child { width: 9rem; }
      td:last-child { text-align: right; padding-right: 0; }
      td:first-child, td:last-child { color: var(--quiet); font-family: monospace;
        font-size: .85rem; }
      math { font-size: 1.12rem; }
      td math { math-style: normal; }
      pre { background: var(--code); padding: .75rem 1rem; margin: .25rem 0; overflow-x: auto;
        font-size: .82rem; line-height: 1.45; }
      @media print { body { max-width: none; } tr:hover { background: none; } }
      """;

  private Style() {}
}
