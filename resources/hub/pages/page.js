// Keeps the page up to date: the hub only hints which parts are other ones now, and this fetches
// them. A hint that is lost is harmless, because each one names all parts.
"use strict";

(() => {
  const root = document.documentElement;
  let latest = {};
  let busy = false;

  const stale = () =>
    [...document.querySelectorAll("[data-part]")].filter(
      (part) => latest[part.dataset.part] && latest[part.dataset.part] !== part.dataset.digest,
    );

  // Somebody is choosing something in it: that part waits.
  const inUse = (part) =>
    part.contains(document.activeElement) && document.activeElement.matches("input, select, textarea");

  async function replace(part) {
    const answer = await fetch(part.dataset.source, { credentials: "same-origin", cache: "no-store" });
    if (answer.status === 401) {
      location.assign("/sign-in");
      return;
    }
    if (!answer.ok) throw new Error(String(answer.status));
    const made = new DOMParser().parseFromString(await answer.text(), "text/html");
    const fresh = made.querySelector("[data-part]");
    if (fresh === null || inUse(part)) return;
    const focused = part.contains(document.activeElement) ? document.activeElement.getAttribute("href") : null;
    const moved = part.dataset.part === "updated" ? null : "fresh";
    part.replaceWith(document.adoptNode(fresh));
    if (moved) fresh.classList.add(moved);
    if (focused) fresh.querySelector(`a[href="${CSS.escape(focused)}"]`)?.focus();
  }

  async function bringUp() {
    if (busy) return;
    busy = true;
    try {
      const parts = stale().filter((part) => !inUse(part));
      await Promise.all(parts.map(replace));
      told(true);
    } catch {
      told(false);
    } finally {
      busy = false;
    }
  }

  function told(connected) {
    root.classList.toggle("is-lost", !connected);
    const place = document.querySelector(".lost");
    if (place) place.textContent = connected ? "" : place.dataset.lost;
  }

  function listen() {
    const hints = new EventSource("/live");
    hints.addEventListener("digests", (event) => {
      latest = JSON.parse(event.data);
      void bringUp();
    });
    hints.addEventListener("error", () => {
      told(false);
      if (hints.readyState === EventSource.CLOSED) {
        // Refused, not cut: the session is over, or too many look. Ask later.
        setTimeout(() => location.reload(), 15000);
      }
    });
    addEventListener("pagehide", () => hints.close());
  }

  listen();
  // What was in use, or changed while something was fetched, comes with the next look.
  setInterval(() => { if (stale().length) void bringUp(); }, 1000);
})();
