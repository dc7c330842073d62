// What can be done from the keyboard.

import { byId, lookingAt } from "./dom.js";
import { copyLink, current, explore, go, restart } from "./app.js";

function select(by) {
  const links = [...byId("events").querySelectorAll("a")];
  const at = links.indexOf(document.activeElement);
  const next = at < 0 ? (by > 0 ? 0 : links.length - 1) : Math.min(Math.max(at + by, 0), links.length - 1);
  links[next]?.focus();
}

function look(by) {
  const view = current();
  if (view.trace[view.at + by]) go(lookingAt(view, view.at + by));
}

function tab(index) {
  go(Object.values(current().tabs)[index], { focus: "tabs" });
}

function neighbour(by) {
  const tabs = [...byId("tabs").children];
  const next = tabs[(tabs.indexOf(document.activeElement) + by + tabs.length) % tabs.length];
  go(next.dataset.view, { focus: "tabs" });
}

const actions = {
  j: () => select(1),
  ArrowDown: () => select(1),
  k: () => select(-1),
  ArrowUp: () => select(-1),
  u: () => go(current().undoPath),
  r: restart,
  ArrowLeft: () => look(-1),
  ArrowRight: () => look(1),
  "/": () => byId("find").focus(),
  1: () => tab(0),
  2: () => tab(1),
  3: () => tab(2),
  e: explore,
  c: copyLink,
  t: () => window.nextTheme(),
  "?": () => byId("keys").showModal(),
};

export function listen() {
  document.addEventListener("keydown", event => {
    if (!current() || event.ctrlKey || event.metaKey || event.altKey || byId("keys").open) return;
    const place = event.target;
    if (place === byId("find")) {
      if (event.key === "Escape") place.blur();
      if (event.key === "ArrowDown" || event.key === "Enter") {
        event.preventDefault();
        select(1);
      }
      return;
    }

    if (place.matches("select, input, textarea")) return;
    if (place.matches("[role=tab]") && ["ArrowLeft", "ArrowRight"].includes(event.key)) {
      event.preventDefault();
      neighbour(event.key === "ArrowLeft" ? -1 : 1);
      return;
    }

    const action = actions[event.key];
    if (!action) return;
    event.preventDefault();
    action();
  });
}
