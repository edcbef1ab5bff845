// The light or dark that was chosen, before anything is drawn.
try {
  const shade = localStorage.getItem("shade");
  if (shade === "light" || shade === "dark") document.documentElement.dataset.shade = shade;
} catch {
  // A browser that keeps nothing shows what the system wants.
}
