// Says in time that the session ends, and makes it longer when the person wants that. Asking the clock is no sign of life.
(() => {
  const WARN = 120; // seconds before the end; a session that is shorter than that warns at once
  document.addEventListener("DOMContentLoaded", () => {
    const box = document.getElementById("ending");
    if (!box) return;
    const part = (name) => box.querySelector(`[data-${name}]`);
    let end = 0, waiting = 0, dismissed = false;

    const seconds = () => Math.max(0, Math.round((end - Date.now()) / 1000));
    const soonest = (left) => Math.min(left.idle, left.absolute);
    const ask = async (form) => {
      const asked = form
        ? { method: "POST", body: new FormData(form) }
        : { headers: { "X-Uigwe-Clock": "1" } };
      const answer = await fetch(box.dataset.session, { ...asked, redirect: "manual", cache: "no-store" });
      return answer.ok ? answer.json() : null;
    };
    const wait = (left) => {
      end = Date.now() + left * 1000;
      clearTimeout(waiting);
      waiting = setTimeout(look, Math.max(0, left - WARN) * 1000);
    };
    // Another tab, or a part of this page, may have made it longer meanwhile.
    const look = async () => {
      const left = await ask().catch(() => ({ idle: seconds(), absolute: seconds() }));
      if (left && soonest(left) > WARN) { dismissed = false; return wait(soonest(left)); }
      end = Date.now() + (left ? soonest(left) : 0) * 1000;
      warn(left);
    };
    const warn = (left) => {
      const last = Boolean(left) && left.absolute <= left.idle;
      part("last").hidden = !last;
      part("extend").hidden = last || !left;
      if (!dismissed && !box.open) {
        box.showModal();
        (last || !left ? part("dismiss") : part("extend").querySelector("button")).focus();
      }
      tick();
    };
    const tick = () => {
      const now = seconds();
      part("remaining").textContent = `${Math.floor(now / 60)}:${String(now % 60).padStart(2, "0")}`;
      clearTimeout(waiting);
      if (now > 0) { waiting = setTimeout(tick, 1000); return; }
      part("over").hidden = false;
      part("last").hidden = part("extend").hidden = true;
      if (!box.open) box.showModal();
      part("dismiss").focus();
    };
    part("extend").addEventListener("submit", async (event) => {
      event.preventDefault();
      const left = await ask(event.target).catch(() => null);
      if (!left) return location.reload();
      box.close();
      dismissed = false;
      wait(soonest(left));
    });
    part("dismiss").addEventListener("click", () => box.close());
    box.addEventListener("close", () => { dismissed = true; });
    // A tab that slept has slept through its timers.
    document.addEventListener("visibilitychange", () => { if (document.visibilityState === "visible" && !box.open) look(); });
    const left = Number(box.dataset.left);
    if (left > WARN) wait(left); else look();
  });
})();
