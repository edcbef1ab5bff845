/* Suggestions as one types; where there is nothing to suggest from, nothing happens. */

let offered = [], at = -1;

const suggest = later(async () => {
  const typed = searchBox().value.trim();
  const list = $("#offers");
  if (typed.length < 2 || !searchBox().dataset.suggest) return close();
  const answer = await fetch(`${searchBox().dataset.suggest}?q=${encodeURIComponent(typed)}`).catch(() => null);
  if (!answer?.ok || searchBox().value.trim() !== typed || document.activeElement !== searchBox()) return close();
  offered = (await answer.json()).suggestions.slice(0, 8);
  at = -1;
  list.replaceChildren(...offered.map((each, place) => {
    const item = document.createElement("li");
    item.id = `offer-${place}`;
    item.role = "option";
    item.textContent = each.text;
    item.dataset.type = `${each.type ?? (each.kind === "word" ? "" : each.kind)} ${each.count.toLocaleString("en")}`.trim();
    item.onpointerdown = (event) => { event.preventDefault(); take(each); };
    return item;
  }));
  list.hidden = !offered.length;
  searchBox().setAttribute("aria-expanded", String(!list.hidden));
}, 120);

function take(offer) {
  close();
  searchBox().value = new URL(offer.html).searchParams.get("q") ?? "";
  if (document.body.dataset.live) visit(offer.html);
  else location.assign(offer.html);
}

function close() {
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
