// Small helps on top of pages that work without them.
(() => {
  // Keys that are single signs can be switched off: they get in the way of whoever speaks to the machine.
  const KEYS = "uigwe-letter-keys";
  const lettersOn = () => { try { return localStorage.getItem(KEYS) !== "off"; } catch { return true; } };
  const isForUs = (event) => lettersOn() && !event.ctrlKey && !event.metaKey && !event.altKey && !event.isComposing && !event.target.isContentEditable && !/^(INPUT|TEXTAREA|SELECT)$/.test(event.target.tagName);
  // One link on or back among those of a list that are to be seen.
  const step = (list, by) => {
    const links = [...list.querySelectorAll("a")].filter((link) => link.checkVisibility());
    const at = links.indexOf(document.activeElement);
    const next = at < 0 && by < 0 ? null : links[at + by];
    if (next) next.focus();
    return Boolean(next);
  };
  // j and k walk through a list of findings, and from one finding to the next.
  document.addEventListener("keydown", (event) => {
    const letter = /^[ -~]$/.test(event.key) ? event.key : event.code.slice(-1).toLowerCase(); // also where the keys write Korean
    const by = { j: 1, k: -1 }[letter];
    if (!by || !isForUs(event)) return;
    const list = document.querySelector("[data-rows]");
    const way = document.querySelector(by > 0 ? "[data-near] a[rel=next]" : "[data-near] a[rel=prev]");
    if (list) { if (step(list, by)) event.preventDefault(); } else if (way) way.click();
  });

  // "/" goes to the search box, as long as nobody is typing.
  document.addEventListener("keydown", (event) => {
    if (event.key !== "/" || !isForUs(event)) return;
    const box = document.querySelector("main [data-seek], #seek");
    if (box) { event.preventDefault(); box.focus(); box.select(); }
  });

  // A filter form sends itself when something is chosen; its button stays for those without JavaScript.
  const dress = (root) => {
    for (const form of root.querySelectorAll("form[data-auto]")) {
      form.addEventListener("change", () => form.requestSubmit());
    }
    for (const button of root.querySelectorAll("[data-choose]")) {
      button.hidden = false;
      button.addEventListener("click", () => {
        for (const box of button.form.querySelectorAll('input[type="checkbox"]')) box.checked = box.matches(button.dataset.choose);
      });
    }
    // Of which goals and tasks nobody is asked, as boxes are ticked: left out with indicators of their own, or asked of nobody.
    for (const box of root.querySelectorAll("[data-unasked]")) {
      const lines = [...box.querySelectorAll("[data-code]")];
      box.closest("form").addEventListener("change", (event) => {
        if (event.target.name !== "code") return;
        const line = lines.find((one) => one.dataset.code === event.target.value);
        if (line) {
          const asked = event.target.checked;
          line.hidden = !(asked ? "gap" in line.dataset : "carries" in line.dataset);
          for (const word of line.querySelectorAll("[data-when]")) word.hidden = (word.dataset.when === "in") !== asked;
        }
        box.querySelector("[data-unasked-count]").textContent = lines.filter((line) => !line.hidden).length;
      });
    }
    for (const hint of root.querySelectorAll("[data-keys-hint]")) hint.hidden = false;
    for (const button of root.querySelectorAll("[data-keys]")) {
      const show = () => button.setAttribute("aria-pressed", String(lettersOn()));
      show();
      button.addEventListener("click", () => {
        try { localStorage.setItem(KEYS, lettersOn() ? "off" : "on"); } catch { /* a browser that keeps nothing */ }
        show();
      });
    }
    // The whole list is printed, not the page of it that is open.
    for (const link of root.querySelectorAll("[data-print-whole]")) {
      link.addEventListener("click", () => { try { sessionStorage.setItem("uigwe-print", "1"); } catch { /* then the list stays open */ } });
    }
    for (const button of root.querySelectorAll("[data-print]")) {
      button.hidden = false;
      button.addEventListener("click", () => print());
    }
    // Groups fold and unfold together.
    for (const [button, open] of [["[data-fold]", false], ["[data-unfold]", true]].flatMap(([name, to]) => [...root.querySelectorAll(name)].map((one) => [one, to]))) {
      button.hidden = false;
      button.addEventListener("click", () => { for (const group of document.querySelectorAll("details.group")) group.open = open; });
    }
    // Several results of one search: arrows move between the links.
    for (const list of root.querySelectorAll("[data-arrows]")) {
      list.addEventListener("keydown", (event) => {
        const by = { ArrowDown: 1, ArrowUp: -1 }[event.key];
        if (by && step(list, by)) event.preventDefault();
      });
    }
  };
  document.addEventListener("DOMContentLoaded", () => {
    dress(document);
    try {
      if (sessionStorage.getItem("uigwe-print") && document.querySelector("[data-print-whole]")) setTimeout(print, 200);
      sessionStorage.removeItem("uigwe-print");
    } catch { /* a browser that keeps nothing */ }
    // On a narrow screen the menu is one line: the page that is open stands in its middle.
    const menu = document.querySelector(".nav"), here = menu && menu.querySelector("[aria-current]");
    if (menu) menu.addEventListener("focusin", (event) => event.target.scrollIntoView({ block: "nearest", inline: "nearest" }));
    if (here && menu.scrollWidth > menu.clientWidth) menu.scrollLeft = here.offsetLeft - (menu.clientWidth - here.offsetWidth) / 2;
  });

  // Whoever works by keyboard stays where they were: at the same control, at the cell that was exchanged, or at the control after it.
  let left = null;
  const controls = (root) => [...root.querySelectorAll("a[href], button, input, select, textarea, summary")].filter((one) => one.type !== "hidden" && !one.disabled && one.checkVisibility());
  document.addEventListener("htmx:beforeSwap", (event) => {
    const here = document.activeElement, target = event.detail.target;
    if (here && here !== document.body && target.contains(here)) left = { name: here.name, part: target.id, pressed: here === event.detail.requestConfig.elt };
  });
  const back = (part) => {
    if (!left || part.id !== left.part) return;
    const { name, pressed } = left;
    left = null;
    if (document.activeElement && document.activeElement !== document.body) return;
    const inside = controls(part), same = name && inside.find((one) => one.name === name);
    const after = () => controls(document.getElementById("main")).find((one) => !part.contains(one) && part.compareDocumentPosition(one) & Node.DOCUMENT_POSITION_FOLLOWING);
    const goal = same || (!pressed && after()) || inside[0] || after();
    if (goal) goal.focus();
  };

  // After a part of the page was exchanged: dress it, and put the focus where the person was working.
  document.addEventListener("htmx:afterSettle", (event) => {
    const part = event.detail.elt; // what came, also where the old target itself was exchanged
    dress(part);
    const focus = part.querySelector("[data-focus]");
    if (focus) focus.focus();
    back(part);
  });
  // What the server could not do is said, not swallowed; the page stays as it is, with what was typed.
  const say = (html) => {
    for (const old of document.querySelectorAll("[data-said]")) old.remove();
    const holder = document.createElement("div");
    holder.innerHTML = html;
    const words = holder.querySelector("[data-said]");
    if (!words) return;
    words.tabIndex = -1;
    document.querySelector("#main .wrap").prepend(words);
    words.scrollIntoView({ block: "center" });
    words.focus({ preventScroll: true });
  };
  document.addEventListener("htmx:responseError", (event) => {
    if (event.detail.xhr.status >= 500) say(event.detail.xhr.responseText);
  });
  for (const lost of ["htmx:sendError", "htmx:timeout"]) {
    document.addEventListener(lost, () => say(document.getElementById("not-sent").innerHTML));
  }
  document.addEventListener("htmx:afterSwap", () => { for (const old of document.querySelectorAll("[data-said]")) old.remove(); });
})();
