// Keys go to the reader as soon as it draws, and again when the window comes back: nobody has to click first.
function toTheReader() {
  document.querySelector(".xterm-helper-textarea")?.focus();
}
window.addEventListener("DOMContentLoaded", () => {
  new MutationObserver(toTheReader).observe(document.body, { attributes: true, attributeFilter: ["class"] });
});
window.addEventListener("focus", toTheReader);
