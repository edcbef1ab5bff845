/* Suggestions as one types; where there is nothing to suggest from, nothing happens. */

let offered = [], at = -1, fetching = null;

const suggest = later(async () => {
  const typed = searchBox().value.trim();
  const list = $("#offers"), types = JSON.parse(list.dataset.types);
  if (typed.length < 2 || !searchBox().dataset.suggest) return close();
  const mine = (fetching = new AbortController());
  const answer = await fetch(`${searchBox().dataset.suggest}?q=${encodeURIComponent(typed)}`, { signal: mine.signal }).catch(() => null);
  if (!answer?.ok || searchBox().value.trim() !== typed || document.activeElement !== searchBox()) return close();
  const suggestions = (await answer.json().catch(() => ({ suggestions: [] }))).suggestions;
  if (mine.signal.aborted) return;
  offered = suggestions.slice(0, 8);
  at = -1;
  list.replaceChildren(...offered.map((each, place) => {
    const item = document.createElement("li");
    item.id = `offer-${place}`;
    item.role = "option";
    item.textContent = each.text;
    item.dataset.type = `${types[each.type ?? each.kind] ?? ""} ${each.count.toLocaleString(`${document.documentElement.lang}-u-nu-latn`)}`.trim();
    item.onpointerdown = (event) => { event.preventDefault(); take(each); };
    return item;
  }));
  list.hidden = !offered.length;
  searchBox().setAttribute("aria-expanded", String(!list.hidden));
}, 120);

function take(offer) {
  close();
  const address = beside(new URL(offer.html, location));
  searchBox().value = new URLSearchParams(address.search).get("q") ?? "";
  if (document.body.dataset.live) visit(address.pathname + address.search);
  else location.assign(address);
}

/** What a suggestion asks for, under the filters of the search that is shown. */
function beside(address) {
  for (const { name, value } of all(".ask input[type=hidden]")) {
    if (!address.searchParams.getAll(name).includes(value)) address.searchParams.append(name, value);
  }
  return address;
}

/** Close the list, and drop what is pending: it would open the list again over the results. */
function close() {
  suggest.cancel();
  fetching?.abort();
  offered = [];
  at = -1;
  if ($("#offers")) $("#offers").hidden = true;
  searchBox()?.setAttribute("aria-expanded", "false");
  searchBox()?.removeAttribute("aria-activedescendant");
}

function choose(step) {
  at = (at + step + offered.length + 1) % (offered.length + 1);
  all("#offers li").forEach((item, place) => item.setAttribute("aria-selected", String(place === at)));
  if (at < offered.length && at >= 0) searchBox().setAttribute("aria-activedescendant", `offer-${at}`);
  else searchBox().removeAttribute("aria-activedescendant");
}
