/* The address of a search, copied; light and dark, remembered. */

document.addEventListener("click", async (event) => {
  if (event.target.id === "copy") {
    await navigator.clipboard?.writeText(location.href).catch(() => null);
    const says = event.target.textContent;
    event.target.textContent = event.target.dataset.done;
    setTimeout(() => (event.target.textContent = says), 2000);
  }
  if (event.target.id === "shade") shade();
  if (event.target.id === "help") $("#keys").showModal();
});

/** From what the system wants to the other of light and dark, and back. */
function shade() {
  const root = document.documentElement;
  if (root.dataset.shade) {
    delete root.dataset.shade;
    localStorage.removeItem("shade");
  } else {
    root.dataset.shade = matchMedia("(prefers-color-scheme: dark)").matches ? "light" : "dark";
    localStorage.setItem("shade", root.dataset.shade);
  }
}

if (searchBox()?.dataset.suggest) {
  const says = { role: "combobox", "aria-autocomplete": "list", "aria-expanded": "false", "aria-controls": "offers" };
  for (const [name, value] of Object.entries(says)) searchBox().setAttribute(name, value);
}
for (const hidden of all("#shade, #help")) hidden.hidden = false;
prepare();
