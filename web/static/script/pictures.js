/* The map and the bars with arrow keys: one stop for Tab each, and the arrows go from there. */

function prepare() {
  for (const picture of all(".bars, .map")) {
    const tiles = all("[title]", picture);
    const chosen = tiles.find((each) => each.matches("[aria-current]")) ?? tiles.at(picture.matches(".map") ? 0 : -1);
    tiles.forEach((each) => each.setAttribute("tabindex", each === chosen ? "0" : "-1"));
  }
  if ($("#copy")) $("#copy").hidden = false;
}

function among(tile, key) {
  const tiles = all("[title]", tile.closest(".bars, .map"));
  if (tile.closest(".bars")) return tiles[tiles.indexOf(tile) + (key === "ArrowRight" || key === "ArrowDown" ? 1 : -1)];
  const middle = (each) => { const box = each.getBoundingClientRect(); return [box.x + box.width / 2, box.y + box.height / 2]; };
  const [x, y] = middle(tile);
  const along = { ArrowRight: [1, 0], ArrowLeft: [-1, 0], ArrowDown: [0, 1], ArrowUp: [0, -1] }[key];
  const far = (each) => {
    const [dx, dy] = [middle(each)[0] - x, middle(each)[1] - y];
    const ahead = dx * along[0] + dy * along[1], aside = Math.abs(dx * along[1]) + Math.abs(dy * along[0]);
    return ahead > 1 ? ahead + 2 * aside : Infinity;
  };
  const next = tiles.reduce((best, each) => (far(each) < far(best) ? each : best), tile);
  return next === tile ? null : next;
}
