"use strict";

const review = JSON.parse(document.getElementById("review").textContent);
const byId = (id) => document.getElementById(id);

// One element; text is only ever set as text, so nothing in it is markup.
function make(tag, given = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(given)) {
    if (name === "text") element.textContent = value;
    else if (name.startsWith("on")) element.addEventListener(name.slice(2), value);
    else if (value === true) element.setAttribute(name, "");
    else if (value !== false && value !== undefined) element.setAttribute(name, value);
  }
  element.append(...children.filter((child) => child !== null && child !== undefined));
  return element;
}

const number = (count) => count.toLocaleString("en");
const counted = (count, noun) => number(count) + " " + noun + (count === 1 ? "" : "s");

function shares(of) {
  return make("span", { class: "shares" },
    of.in ? make("span", { class: "plus", text: "+" + number(of.in) }) : null,
    of.out ? make("span", { class: "minus", text: "\u2212" + number(of.out) }) : null);
}
