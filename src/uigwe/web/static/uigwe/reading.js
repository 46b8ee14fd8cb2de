// Keys of the page of questions: each presses what stands on the page; without script the buttons do the same.
(() => {
  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
    const root = document.querySelector("[data-question]");
    if (!root) return;
    if (/^(INPUT|TEXTAREA|SELECT)$/.test(event.target.tagName)) {
      if (event.key === "Escape") event.target.blur();
      return;
    }
    if (event.key === "a") {
      const own = root.querySelector("#own");
      if (own && !own.disabled) { event.preventDefault(); own.focus(); own.select(); }
      return;
    }
    const way = { ArrowRight: "j", ArrowLeft: "k" }[event.key] || event.key;
    const target = [...root.querySelectorAll("[data-key]")].find((one) => one.dataset.key === way);
    if (target && !target.matches(":disabled")) { event.preventDefault(); target.click(); }
  });
})();
