// The form of a part: whoever leaves it with something unsaved is asked first.
(() => {
  const unsaved = new Set();
  const named = (element) => element.name && element.closest("form[data-unsaved]");
  document.addEventListener("input", (event) => { if (named(event.target)) unsaved.add(event.target.name); });
  document.addEventListener("submit", (event) => { if (event.target.matches("form[data-unsaved]")) unsaved.clear(); });
  // A field that came back is as it was saved; one that asks or was refused still waits for somebody.
  document.addEventListener("htmx:afterSettle", (event) => {
    const cell = event.detail.elt.closest?.("[data-cell]"); // what came, not what was exchanged
    if (!cell) return;
    const waits = cell.matches(".is-conflict, .is-problem");
    for (const input of cell.querySelectorAll("[name]")) { if (waits) unsaved.add(input.name); else unsaved.delete(input.name); }
  });
  window.addEventListener("beforeunload", (event) => { if (unsaved.size) event.preventDefault(); });
})();
