// Loaded before the page is drawn, so that it does not flash in the other theme.
(() => {
  const names = { auto: "System", light: "Light", dark: "Dark" };
  const order = Object.keys(names);
  let theme = "auto";
  try { theme = localStorage.getItem("igloo-theme") ?? theme; } catch { /* storage may be forbidden: the choice then lasts as long as the page */ }
  const show = () => {
    document.documentElement.dataset.theme = theme;
    const button = document.getElementById("theme");
    if (button) {
      button.textContent = names[theme];
      button.setAttribute("aria-label", `Theme: ${names[theme]}`);
    }
  };
  window.nextTheme = () => {
    theme = order[(order.indexOf(theme) + 1) % order.length];
    try { localStorage.setItem("igloo-theme", theme); } catch { /* as above */ }
    show();
  };
  show();
  addEventListener("DOMContentLoaded", show);
})();
