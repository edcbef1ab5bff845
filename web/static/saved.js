// The searches that this browser keeps, each with how many articles came since it was looked at.

const shelf = document.querySelector("#searches");
const said = shelf.dataset;

function stored() {
  try { return JSON.parse(localStorage.getItem("searches")) ?? []; } catch { return []; }
}

function made(tag, text, more = {}) {
  return Object.assign(document.createElement(tag), { textContent: text }, more);
}

/** The same search at another path, with more parameters. */
function at(path, address, more) {
  const found = new URL(address, location);
  found.pathname = path;
  for (const [name, value] of Object.entries(more)) found.searchParams.set(name, value);
  return found;
}

async function news({ address, since }) {
  const answer = await fetch(at("/api/search", address, { added_since: since, per_page: 1 }));
  if (!answer.ok) throw new Error(answer.statusText);
  return (await answer.json()).total;
}

function row(search) {
  const item = document.createElement("li"), name = made("a", "", { href: search.address, className: "title" });
  name.append(made("bdi", search.name));
  const fresh = made("span", "…"), away = made("button", said.remove, { type: "button", className: "linkish" });
  away.ariaLabel = `${said.remove}: ${search.name}`;
  away.onclick = () => {
    localStorage.setItem("searches", JSON.stringify(stored().filter((each) => each.address !== search.address)));
    draw();
  };
  const feed = made("a", said.feed, { href: at("/feed.atom", search.address, { sort: "added" }) });
  const facts = made("p", "", { className: "does" });
  facts.append(fresh, feed, away);
  item.append(name, facts);
  const told = search.since ? news(search) : Promise.resolve(0);
  told.then(
    (count) => {
      const text = (count ? said.new : said.none).replace("%(num)s", count.toLocaleString(document.documentElement.lang));
      const there = at("/", search.address, { added_since: search.since, sort: "added" });
      fresh.replaceWith(count ? made("a", text, { href: there }) : made("span", text));
    },
    () => (fresh.textContent = said.fails),
  );
  return item;
}

function draw() {
  const all = stored().filter((each) => typeof each.address === "string" && each.address.startsWith("/"));
  shelf.replaceChildren(...all.map(row));
  document.querySelector("#no-searches").hidden = all.length > 0;
}

addEventListener("storage", draw);
draw();
