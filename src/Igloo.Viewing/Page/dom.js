// Elements from their parts. Text is always set as text: nothing of a model is read as markup.

const svgSpace = "http://www.w3.org/2000/svg";

function fill(element, attributes, children) {
  for (const [name, value] of Object.entries(attributes ?? {})) {
    if (value === null || value === undefined || value === false) continue;
    element.setAttribute(name, value === true ? "" : value);
  }
  element.append(...children.flat(Infinity).filter(child => child !== null && child !== undefined && child !== false));
  return element;
}

export const h = (tag, attributes, ...children) => fill(document.createElement(tag), attributes, children);

export const svg = (tag, attributes, ...children) => fill(document.createElementNS(svgSpace, tag), attributes, children);

export const byId = id => document.getElementById(id);

/** A link to a view: works as a link everywhere, and is followed without loading the page anew. */
export const link = (path, attributes, ...children) => h("a", { href: `/?${path}`, "data-view": path, ...attributes }, ...children);

/** The same inside a drawing. */
export const svgLink = (path, attributes, ...children) => svg("a", { href: `/?${path}`, "data-view": path, ...attributes }, ...children);

/** The link that looks at another place of the same run. */
export function lookingAt(view, index) {
  const parts = view.path.split("&").filter(part => !part.startsWith("at="));
  return (index === view.trace.length - 1 ? parts : [...parts, `at=${index}`]).join("&");
}

export const plural = (count, noun) => `${count.toLocaleString("en")} ${noun}${count === 1 ? "" : "s"}`;

export const shorten = (text, length) => text.length <= length ? text : `${text.slice(0, length - 1)}…`;
