// Articles kept for a reading list and searches kept to look at again, in this browser alone. Without a script the boxes
// are a form that leads to the list.

const MOST = 1000;  // as many as an address holds
const one = (selector) => document.querySelector(selector);
const read = (name) => { try { return localStorage.getItem(name) ?? ""; } catch { return ""; } };
const write = (name, text) => { try { localStorage.setItem(name, text); } catch { /* it keeps nothing */ } show(); };
const kept = () => read("tray").match(/[\w-]{8}/g) ?? [];
const link = one("#kept"), list = link.href;
const isBox = (each) => each.matches?.("[name=articles][form=tray]");

function searches() {
  try { return JSON.parse(read("searches")) ?? []; } catch { return []; }
}

function keep(keys) {
  const all = [...new Set(keys)];
  if (all.length > MOST) one("#said").textContent = link.dataset.full;
  write("tray", all.slice(0, MOST).join(""));
}

function show() {
  const keys = kept(), there = new Set(keys), address = new URL(list);
  for (const box of document.querySelectorAll("[name=articles][form=tray]")) box.checked = there.has(box.value);
  if (keys.length) address.searchParams.set("articles", keys.join(""));
  link.href = address;
  for (const badge of document.querySelectorAll(".badge")) badge.textContent = keys.length || "";
  for (const hidden of document.querySelectorAll("[data-kept]")) hidden.hidden = hidden.dataset.kept === "some" && !keys.length;
  look();
}

/** A search that is kept is looked at: what comes from now on is new. */
function look() {
  const save = one("#save"), all = searches();
  if (!save) return;
  const mine = all.find((each) => each.address === save.dataset.address);
  save.hidden = false;
  save.ariaPressed = Boolean(mine);
  save.textContent = mine ? save.dataset.done : save.dataset.does;
  if (!mine || mine.since >= save.dataset.since) return;
  mine.since = save.dataset.since;
  write("searches", JSON.stringify(all));
}

document.addEventListener("change", ({ target }) => {
  if (isBox(target)) keep(target.checked ? [...kept(), target.value] : kept().filter((each) => each !== target.value));
});

document.addEventListener("click", ({ target }) => {
  if (target.id === "take") keep([...kept(), ...target.dataset.articles.match(/.{8}/g)]);
  if (target.id === "empty") keep([]);
  if (target.id === "print") print();
  if (target.id !== "save") return;
  const { address, name, since } = target.dataset, others = searches().filter((each) => each.address !== address);
  write("searches", JSON.stringify(target.ariaPressed === "true" ? others : [...others, { address, name, since }]));
});

document.addEventListener("submit", (event) => {
  if (event.target.id !== "tray") return;
  event.preventDefault();
  location.assign(link.href);
});

addEventListener("storage", show);
addEventListener("pageshow", show);
new MutationObserver(show).observe(document.body, { childList: true });
show();
