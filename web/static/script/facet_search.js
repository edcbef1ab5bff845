/* Searching inside a facet: the rows come from the page of all its values. */

const within = later(async (input) => {
  const panel = input.closest(".panel");
  const values = $(".values", panel);
  values.before_ ??= [...values.childNodes];
  if (!input.value.trim()) return values.replaceChildren(...values.before_);
  const form = input.form;
  const fields = new URLSearchParams([...new FormData(form), ["edit", "0"]]);  // names to choose, not to be put right
  const answer = await fetch(`${form.getAttribute("action")}?${fields}`).catch(() => null);
  if (!answer?.ok) return;
  const page = new DOMParser().parseFromString(await answer.text(), "text/html");
  const rows = all(".rows > li", page).slice(0, 12);
  const list = document.createElement(rows.length ? "ul" : "p");
  list.className = rows.length ? "rows" : "none";
  list.append(...(rows.length ? rows : [input.dataset.none]));
  values.replaceChildren(list);
}, 150);

/** Names that a name can be merged into, as it is typed. */
const complete = later(async ({ value, list }) => {
  const answer = await fetch(`/api/facets/entity?prefix=${encodeURIComponent(value)}`).catch(() => null);
  if (answer?.ok) list.replaceChildren(...(await answer.json()).values.map((each) => new Option(each.value)));
}, 150);

document.addEventListener("input", (event) => {
  if (event.target.id === "q") suggest();
  else if (event.target.list) complete(event.target);
  else if (event.target.matches(".within input")) within(event.target);
});

document.addEventListener("focusout", (event) => event.target.id === "q" && close());
